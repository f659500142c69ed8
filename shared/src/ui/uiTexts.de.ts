import type { uiTexts } from './uiTexts';

export const uiGerman: typeof uiTexts = {
  retry: 'Erneut versuchen',
  unreachableTitle: 'Keine Verbindung',
  unreachable:
    'Last Mile ist nicht erreichbar. Was eingegeben wurde, bleibt auf diesem Gerät erhalten.',
  refusedTitle: 'Das konnte nicht geladen werden',
  sampleData: 'Beispieldaten',
  sampleDataMeaning:
    'Diese Personen, Nachrichten und Zahlen sind erfunden. Nichts davon stammt aus der eigenen Organisation.',
  feedback: {
    flagTitle: 'Problem melden',
    suggestionTitle: 'Verbesserung vorschlagen',
    about: 'Betrifft',
    reason: 'Was stimmt nicht?',
    reasons: {
      wrong: 'Es ist falsch',
      biased: 'Es ist voreingenommen',
      unhelpful: 'Es hilft nicht weiter',
      unsafe: 'Es ist bedenklich',
      other: 'Etwas anderes',
    },
    reachedClient: 'Es hat einen Kunden erreicht',
    reachedClientHint: 'Heute fällig: Es wird zuerst angesehen.',
    flagText: 'Was ist passiert?',
    flagTextHint: 'Eine Zeile genügt. Bitte keine Kundennamen.',
    suggestionText: 'Was wäre besser?',
    suggestionTextHint: 'Welcher Schritt ist gemeint, und was sollte anders sein?',
    named: 'Meinen Namen dem Champion zeigen',
    namedHint: 'Sonst erscheint ein Pseudonym.',
    textMissing: 'Bitte ein paar Worte schreiben.',
    reasonMissing: 'Bitte auswählen, was nicht stimmt.',
    send: 'Senden',
    sending: 'Wird gesendet…',
    cancel: 'Abbrechen',
    sentTitle: 'Danke, es ist angekommen',
    sent: 'Als Nächstes sieht ein Champion es an.',
    keptTitle: 'Auf diesem Gerät gespeichert',
    kept: 'Es wird von selbst gesendet, sobald Last Mile erreichbar ist.',
    refused: 'Es wurde nicht angenommen',
    close: 'Schließen',
  },
};
