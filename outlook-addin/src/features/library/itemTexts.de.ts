import { plural } from '@last-mile/shared/language';
import type { itemTexts } from './itemTexts';

export const itemGerman: typeof itemTexts = {
  language: 'Sprache',
  languageBecause: { choice: '', text: 'wie in der Nachricht', address: 'wie in der Adresse' },

  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert: Er öffnet den Eintrag in Teams.',
  linkRefused: 'Kopieren ist hier nicht erlaubt.',
  openInTeams: 'In Teams öffnen',

  fillIn: 'Ausfüllen',
  proposed: 'Vorschlag aus der Nachricht',
  proposedFrom: {
    recipient: 'Empfänger',
    recipientAddress: 'Adresse des Empfängers',
    sender: 'eigenes Konto',
    today: 'heute',
    subject: 'Betreff',
  },
  stillEmpty: 'noch leer',
  subject: 'Betreff',
  subjectSet: 'Der Betreff ist leer und wird gesetzt.',
  subjectReplace: 'Betreff der Nachricht ersetzen',
  preview: 'Vorschau',
  previewLoading: 'Vorschau wird vorbereitet',
  checks: 'Vor dem Senden prüfen',
  checksPrompt: 'Die Antwort erst prüfen, dann verwenden',
  usedIn: (assistant) => `Für ${assistant}`,

  insert: {
    cursor: 'Am Cursor einfügen',
    selection: 'Auswahl ersetzen',
    start: 'Ganz oben einfügen',
  },
  otherPlaces: 'Wohin damit',
  placeImpossible: {
    cursor: 'Etwas ist ausgewählt',
    selection: 'Nichts ist ausgewählt',
    start: '',
  },
  selectionTitle: 'In der Nachricht ist Text ausgewählt',
  selectionText:
    'Outlook würde die Vorlage an seine Stelle setzen. Möglich ist, ihn zu ersetzen oder ganz oben einzufügen.',
  insertAnyway: 'Trotzdem einfügen',
  inserting: 'Wird eingefügt…',
  copy: 'Prompt kopieren',
  copyAnyway: 'Trotzdem kopieren',
  missingTitle: (number) =>
    plural(number, { one: '# Feld ist noch leer', other: '# Felder sind noch leer' }),
  missingHint: (names) =>
    `Im Text blieben sie als Lücken in doppelten geschweiften Klammern: ${names}.`,
  fillThem: 'Ausfüllen',
  noMessage: 'Gerade wird keine Nachricht geschrieben',
  noMessageHint: 'Eine neue Nachricht oder Antwort öffnen, dann einfügen.',
  failed: {
    noAnswer: 'Outlook hat nicht geantwortet. Bitte gleich noch einmal versuchen.',
    refused:
      'Outlook hat den Text nicht angenommen. Bitte in der Nachricht kurz nicht tippen und es erneut versuchen.',
    messageChanged:
      'Jetzt ist eine andere Nachricht offen. Bitte prüfen, ob es die richtige ist, und erneut einfügen.',
    tooLong: 'Der Text ist zu lang für Outlook.',
    wrongBodyType:
      'Das Format dieser Nachricht hat sich inzwischen geändert. Bitte erneut versuchen.',
    notAllowed: 'Diese Nachricht ist geschützt: Add-Ins dürfen nicht in sie schreiben.',
  },
  failedTitle: 'Nichts wurde eingefügt',
  unsafeTitle: 'Diese Vorlage kann hier nicht sicher angezeigt werden',
  unsafe: 'In dieser Version von Outlook lassen sich Vorlagen nicht absichern.',
  copyFailedTitle: 'Kopieren ist hier nicht erlaubt',
  copyFailed: 'Den Text in der Vorschau markieren und von Hand kopieren.',

  insertedTitle: {
    cursor: 'Am Cursor eingefügt',
    selection: 'Anstelle der Auswahl eingefügt',
    start: 'Ganz oben eingefügt',
  },
  insertedAsText: 'Als reiner Text, weil diese Nachricht keine Formatierung hat.',
  subjectWasSet: 'Der Betreff wurde gesetzt.',
  subjectWasKept: 'Der bisherige Betreff blieb erhalten.',
  subjectFailed: 'Der Betreff ließ sich nicht setzen: bitte von Hand eintragen.',
  takeOut: 'Wieder herausnehmen',
  takenOutTitle: 'Wieder herausgenommen',
  takenOutHint: 'Selbst Geschriebenes ist noch da.',
  notTakenOutTitle: 'Nichts wurde herausgenommen',
  changedSince:
    'Der Text wurde seit dem Einfügen geändert. Bitte von Hand entfernen oder mit Strg+Z in der Nachricht.',
  repliedTitle: 'Die Antwort ist offen',
  repliedHint: 'In ihrem eigenen Fenster fertig schreiben. Von selbst wird nichts gesendet.',
  copiedTitle: 'Kopiert',
  copiedHint: (assistant) =>
    assistant === null
      ? 'Dort einfügen, wo der Prompt gebraucht wird.'
      : `Jetzt in ${assistant} einfügen.`,
  leftOver: 'Noch auszufüllen',
  another: { template: 'Andere Vorlage wählen', prompt: 'Anderen Prompt wählen' },
  again: { template: 'Zurück zu dieser Vorlage', prompt: 'Zurück zu diesem Prompt' },
  flag: { template: 'Diese Vorlage melden', prompt: 'Diesen Prompt melden' },
};
