import { texts } from '../../app/texts';
import type { MessageCallReason } from './composeMessage';

/** Every word of answering a message that is read. */
export const answerTexts = texts('answer', {
  reply: 'Reply with this',
  replyAnyway: 'Reply anyway',
  replying: 'Opening the reply…',
  copy: 'Copy text',
  copyAnyway: 'Copy anyway',
  onPhone: 'Copy it into your reply',
  onPhoneHint:
    'On phones Outlook opens no reply for add-ins. Copy the text, then reply and paste it.',
  tooLongTitle: 'Too long for a reply from here',
  tooLong: 'Outlook takes at most 32 KB. Copy the text, then reply and paste it.',
  failedTitle: 'No reply was opened',
  failed: {
    noAnswer: 'Outlook did not answer. Try again in a moment.',
    refused: 'Outlook opened no reply. Try again, or copy the text.',
    messageChanged: 'Another message is open now. Check that it is the right one.',
    tooLong: 'The text is too long for Outlook.',
    wrongBodyType: 'Outlook opened no reply. Try again, or copy the text.',
    notAllowed: 'This message is protected: add-ins may not answer it.',
  } satisfies Record<MessageCallReason, string>,
  missingHint: (names: string) => `They would stay as gaps in double braces: ${names}.`,
});
