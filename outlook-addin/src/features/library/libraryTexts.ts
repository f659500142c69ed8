import { plural } from '@last-mile/shared/language';
import type { LibraryItemKind } from '@last-mile/shared/library';
import { texts } from '../../app/texts';
import type { InsertionPlace, MessageCallReason } from './composeMessage';
import type { GroupId } from './libraryArrangement';
import type { FitReason } from './messageFit';
import type { MessageLanguage } from './useMessageLanguage';
import type { ProposalSource } from './placeholderProposals';

/** Every word the library shows in the pane. */
export const libraryTexts = texts('library', {
  page: 'Templates and prompts',
  loading: 'Loading templates',
  kinds: { template: 'Templates', prompt: 'Prompts' } satisfies Record<LibraryItemKind, string>,
  kindsLabel: 'What to look for',
  search: { template: 'Search templates', prompt: 'Search prompts' } satisfies Record<
    LibraryItemKind,
    string
  >,
  list: { template: 'Templates', prompt: 'Prompts' } satisfies Record<LibraryItemKind, string>,
  workFilter: 'Your work',
  allWork: 'All work',
  taskFilter: 'Task',
  allTasks: 'All tasks',
  found: (kind: LibraryItemKind, number: number) =>
    kind === 'template'
      ? plural(number, { one: '# template', other: '# templates' })
      : plural(number, { one: '# prompt', other: '# prompts' }),
  stale: 'Review due',
  showMore: (number: number) => plural(number, { other: 'Show # more' }),
  partOfLibrary: (shown: number, total: number) =>
    `The newest ${plural(shown, { one: '# item', other: '# items' })} of ${plural(total, { other: '#' })} are here; the Teams tab has them all.`,
  groups: (group: GroupId, jobFamily: string) =>
    ({
      message: 'For this message',
      lately: 'Used lately',
      family: `For ${jobFamily}`,
      everyone: 'For everyone',
      others: 'Other work',
    })[group],
  because: (reason: FitReason) =>
    reason.because === 'subject'
      ? `The subject says “${reason.word}”`
      : {
          reply: 'For a reply',
          forward: 'For forwarding',
          outside: 'For someone outside',
          inside: 'For colleagues',
        }[reason.because],
  inserted: 'Inserted in this message',
  nothingFound: 'Nothing found',
  nothingFoundHint: 'Try fewer or other words, or look in all tasks.',
  clearFilters: 'Clear search and filters',
  empty: { template: 'No templates yet', prompt: 'No prompts yet' } satisfies Record<
    LibraryItemKind,
    string
  >,
  emptyHint: {
    template: 'Your champion publishes them in the Teams tab; they show up here by themselves.',
    prompt: 'Your champion publishes them in the Teams tab; they show up here by themselves.',
  } satisfies Record<LibraryItemKind, string>,

  language: 'Language',
  languageBecause: {
    choice: '',
    text: 'as in the message',
    address: 'as in the address',
  } satisfies Record<NonNullable<MessageLanguage['because']>, string>,

  taskQuestion: 'What is this message for?',
  messageIsFor: (task: string) => `This message is for: ${task}`,
  change: 'Change',
  changeTask: 'Change what this message is for',
  otherTask: 'Other…',
  noTask: 'None of these',

  familyQuestion: 'What kind of work do you do?',
  familyQuestionHint: 'Templates for it come first. You can change it at any time.',
  noFamily: 'None of these',

  withdrawn: 'This template is no longer in the library',
  withdrawnHint:
    'It was withdrawn since you opened it. What you typed is still here if it comes back.',

  back: 'Back to the list',
  fillIn: 'Fill in',
  proposed: 'Proposed from your message',
  proposedFrom: {
    recipient: 'recipient',
    recipientAddress: 'recipient’s address',
    sender: 'your account',
    today: 'today',
    subject: 'subject',
  } satisfies Record<ProposalSource, string>,
  stillEmpty: 'still empty',
  subject: 'Subject',
  subjectSet: 'The subject is empty and will be set.',
  subjectReplace: 'Replace the subject of my message',
  preview: 'Preview',
  previewLoading: 'Preparing the preview',
  checks: 'Check before you send',
  checksPrompt: 'Check before you trust the answer',
  usedIn: (assistant: string) => `For ${assistant}`,

  insert: {
    cursor: 'Insert at cursor',
    selection: 'Replace selection',
    start: 'Insert at the top',
  } satisfies Record<InsertionPlace, string>,
  otherPlaces: 'Where it goes',
  placeImpossible: {
    cursor: 'Something is selected',
    selection: 'Nothing is selected',
    start: '',
  } satisfies Record<InsertionPlace, string>,
  selectionTitle: 'Words are selected in your message',
  selectionText:
    'Outlook would put the template in their place. Replace them, or insert at the top.',
  insertAnyway: 'Insert anyway',
  inserting: 'Inserting…',
  copy: 'Copy prompt',
  copyAnyway: 'Copy anyway',
  shortcut: 'Ctrl+Enter',
  missingTitle: (number: number) =>
    plural(number, { one: '# field is still empty', other: '# fields are still empty' }),
  missingHint: (names: string) => `In the text they would stay as gaps in double braces: ${names}.`,
  fillThem: 'Fill in',
  noMessage: 'No message is being written',
  noMessageHint: 'Open a new message or a reply, then insert.',
  failed: {
    noAnswer: 'Outlook did not answer. Try again in a moment.',
    refused: 'Outlook did not take the text. Stop typing in the message, then try again.',
    messageChanged:
      'Another message is open now. Check that it is the right one, then insert again.',
    tooLong: 'The text is too long for Outlook.',
    wrongBodyType: 'The format of this message changed meanwhile. Try again.',
    notAllowed: 'This message is protected: add-ins may not write into it.',
  } satisfies Record<MessageCallReason, string>,
  failedTitle: 'Nothing was inserted',
  unsafeTitle: 'This template cannot be shown safely here',
  unsafe: 'Templates cannot be made safe in this version of Outlook.',
  copyFailedTitle: 'Copying is not allowed here',
  copyFailed: 'Select the text in the preview and copy it by hand.',

  insertedTitle: {
    cursor: 'Inserted at the cursor',
    selection: 'Put in place of your selection',
    start: 'Inserted at the top',
  } satisfies Record<InsertionPlace, string>,
  insertedAsText: 'As plain text, because this message has no formatting.',
  subjectWasSet: 'The subject was set.',
  subjectWasKept: 'Your subject was kept.',
  subjectFailed: 'The subject could not be set: set it by hand.',
  takeOut: 'Take it out again',
  takenOutTitle: 'Taken out again',
  takenOutHint: 'What you wrote yourself is still there.',
  notTakenOutTitle: 'Nothing was taken out',
  changedSince:
    'The text was changed since it was inserted. Remove it by hand, or with Ctrl+Z in the message.',
  repliedTitle: 'Your reply is open',
  repliedHint: 'Finish it in its own window. Nothing is sent by itself.',
  copiedTitle: 'Copied',
  copiedHint: (assistant: string | null) =>
    assistant === null ? 'Paste it where you need it.' : `Paste it into ${assistant}.`,
  leftOver: 'Still to fill in',
  another: {
    template: 'Choose another template',
    prompt: 'Choose another prompt',
  } satisfies Record<LibraryItemKind, string>,
  again: { template: 'Back to this template', prompt: 'Back to this prompt' } satisfies Record<
    LibraryItemKind,
    string
  >,
  flag: { template: 'Flag this template', prompt: 'Flag this prompt' } satisfies Record<
    LibraryItemKind,
    string
  >,
});

/** A placeholder's name as a label: `recipientFirstName` reads "Recipient first name". */
export function placeholderLabel(name: string): string {
  const spaced = name
    .replace(/[._-]+/g, ' ')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .trim();
  const words = spaced
    .split(/\s+/)
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()));
  const label = words.join(' ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}
