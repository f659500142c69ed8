import type { PlaceholderKind, PlaceholderOrigin, ReviewReason } from '@last-mile/shared/library';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../app/texts';

const placeholderKinds: Record<PlaceholderKind, string> = {
  text: 'Text',
  choice: 'Choice',
  date: 'Date',
  message: 'Part of a message',
};

const placeholderOrigins: Record<PlaceholderOrigin, string> = {
  recipientName: 'Recipient’s name',
  recipientCompany: 'Recipient’s company',
  subject: 'Subject of the message',
  senderName: 'Sender’s name',
  today: 'Today',
};

const reasons: Record<ReviewReason, string> = {
  inReview: 'Handed in',
  proposal: 'Changed',
  originalChanged: 'Original has moved on',
  stale: 'Review is due',
};

/** Words of writing, reviewing and looking back at items. */
export const lifeTexts = texts('libraryLife', {
  placeholderKinds,
  placeholderOrigins,
  reasons,

  own: 'My drafts and variants',
  write: 'Write an item',
  writeTitle: 'Write an item',
  editTitle: 'Edit an item',
  writeHint: 'It stays a draft until another champion publishes it.',
  back: 'Back to the library',
  keptHere: 'Kept on this device until you save.',
  notEditable: 'You cannot change this item',
  language: 'Language (such as en-GB)',
  tags: 'Tags, separated by commas',
  noTask: 'No task',
  wholeTask: 'The whole task',
  bodyHint: 'Write {{name}} where something is filled in.',
  templateHint: 'HTML. What could act in an email is taken out.',
  placeholders: 'What is filled in',
  placeholderKind: (name: string) => `Kind of ${name}`,
  placeholderDescription: (name: string) => `What to write for ${name}`,
  placeholderChoices: (name: string) => `Choices for ${name}, separated by commas`,
  placeholderFrom: (name: string) => `Proposed for ${name} from`,
  noOrigin: 'Nothing',
  sources: 'Sources the output rests on',
  sourceTitle: (number: number) => `Title of source ${String(number)}`,
  sourceUrl: (number: number) => `Address of source ${String(number)}`,
  removeSource: (number: number) => `Remove source ${String(number)}`,
  addSource: 'Add a source',
  save: 'Save draft',
  saving: 'Saving…',
  discard: 'Discard my changes',

  conflictTitle: 'Someone changed this meanwhile',
  conflict: 'Nothing is lost. Compare both texts, then choose which one to go on with.',
  theirs: 'Theirs',
  mine: 'Yours',
  keepMine: 'Go on with mine',
  takeTheirs: 'Go on with theirs',

  edit: 'Edit',
  submit: 'Hand in for review',
  giveBack: 'Give back',
  giveBackWhy: 'What should change?',
  stillRight: 'Still right',
  retire: 'Retire',
  reinstate: 'Bring back',
  returned: (name: string) => `Given back by ${name}`,
  someone: 'someone',
  proposedBy: (names: string, day: string) =>
    `Changed by ${names}, last on ${day}. People keep seeing the published text until this one is published.`,
  proposedTitle: 'Changed since it was published',

  review: 'Review queue',
  reviewSubtitle: 'What waits for a second pair of eyes, the longest wait first.',
  reviewLoading: 'Loading what waits',
  reviewEmptyTitle: 'Nothing waits',
  reviewEmpty: 'Drafts that are handed in, changed texts and items due for review appear here.',
  waiting: (count: number) => plural(count, { one: '# item waits', other: '# items wait' }),

  versions: 'Versions',
  showVersions: 'Show versions',
  versionsLoading: 'Loading versions',
  approvedVersion: (version: number) => `Version ${String(version)}`,
  inUse: 'in use',
  approvedOn: (moment: string) => `Approved ${moment}`,
  approvedBy: (name: string) => `by ${name}`,
  uses: (count: number) => plural(count, { one: '# use', other: '# uses' }),
  tooFewUses: 'Too few people used it to tell',
  kept: (share: string) => `${share} kept`,
  flags: (count: number) => plural(count, { one: '# flag', other: '# flags' }),
  compare: (name: string) => `Compare ${name} with the text in use`,
  compareShort: 'Compare',
  closeComparison: 'Close comparison',
  closeComparisonWith: (name: string) => `Close comparison: ${name}`,
  changedBetween: (from: number, to: number) =>
    `What changed from version ${String(from)} to version ${String(to)}`,
  versionGone: 'One of these versions is not kept any more.',
  same: 'The two texts are the same.',
  earlier: 'Earlier text',
  present: 'In use',
  restore: 'Propose this text again',
  restored: 'It is a proposal now: hand it in for review.',
  history: 'History in SharePoint',
  historyEntry: (moment: string, name: string) => `${moment}, ${name}`,
  historyAway: 'SharePoint does not tell its history right now.',
});
