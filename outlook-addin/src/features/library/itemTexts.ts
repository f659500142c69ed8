import { plural } from '@last-mile/shared/language';
import type { LibraryItemKind } from '@last-mile/shared/library';
import { texts } from '../../app/texts';
import type { InsertionPlace, MessageCallReason } from './composeMessage';
import type { MessageLanguage } from './useMessageLanguage';
import type { ProposalSource } from './placeholderProposals';

/** Every word of an item that is open: they come with its form, after the list. */
export const itemTexts = texts('item', {
  language: 'Language',
  languageBecause: {
    choice: '',
    text: 'as in the message',
    address: 'as in the address',
  } satisfies Record<NonNullable<MessageLanguage['because']>, string>,

  copyLink: 'Copy link',
  linkCopied: 'Link copied: it opens this in Teams.',
  linkRefused: 'Copying is not allowed here.',
  openInTeams: 'Open it in Teams',

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
