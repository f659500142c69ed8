import type { answerTexts } from './answerTexts';

export const answerGerman: typeof answerTexts = {
  reply: 'Damit antworten',
  replyAnyway: 'Trotzdem antworten',
  replying: 'Antwort wird geöffnet…',
  copy: 'Text kopieren',
  copyAnyway: 'Trotzdem kopieren',
  onPhone: 'In die Antwort kopieren',
  onPhoneHint:
    'Auf Telefonen öffnet Outlook für Add-Ins keine Antwort. Text kopieren, dann antworten und einfügen.',
  tooLongTitle: 'Zu lang für eine Antwort von hier',
  tooLong: 'Outlook nimmt höchstens 32 KB. Text kopieren, dann antworten und einfügen.',
  failedTitle: 'Es wurde keine Antwort geöffnet',
  failed: {
    noAnswer: 'Outlook hat nicht geantwortet. Bitte gleich noch einmal versuchen.',
    refused: 'Outlook hat keine Antwort geöffnet. Noch einmal versuchen oder den Text kopieren.',
    messageChanged: 'Jetzt ist eine andere Nachricht offen. Bitte prüfen, ob es die richtige ist.',
    tooLong: 'Der Text ist zu lang für Outlook.',
    wrongBodyType:
      'Outlook hat keine Antwort geöffnet. Noch einmal versuchen oder den Text kopieren.',
    notAllowed: 'Diese Nachricht ist geschützt: Add-Ins dürfen sie nicht beantworten.',
  },
  missingHint: (names) => `Sie blieben als Lücken in doppelten Klammern stehen: ${names}.`,
};
