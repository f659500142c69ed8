import { plural } from '../language';
import type { feedbackFormTexts } from './feedbackFormTexts';

export const feedbackFormGerman: typeof feedbackFormTexts = {
  about: 'Betrifft',
  step: 'Welcher Schritt?',
  wholeTask: 'Die ganze Aufgabe',
  reason: 'Was stimmt nicht?',
  reachedClient: 'Es hat einen Kunden erreicht',
  reachedClientHint: 'Heute fällig: Es wird zuerst angesehen.',
  flagText: 'Was ist passiert?',
  flagTextHint: 'Eine Zeile genügt. Bitte keine Kundennamen.',
  suggestionText: 'Was wäre besser?',
  suggestionTextHint: 'Welcher Schritt ist gemeint, und was sollte anders sein?',
  suggestionSeen:
    'Sobald ein Champion den Vorschlag aufgenommen hat, können andere ihn lesen und dafür stimmen. Von wem er ist, sehen sie nie.',
  addOutput: 'Hinzufügen, was der Assistent geschrieben hat',
  output: 'Was der Assistent geschrieben hat',
  outputHint: 'Hier einfügen. Dieses Feld bleibt auf dem Gerät.',
  removeOutput: 'Weglassen',
  sentOutput: 'Das wird gesendet',
  masked: (count) =>
    plural(count, {
      one: '# Stelle wurde ersetzt. Es können weitere übrig sein: bitte durchlesen und ändern, was nicht hinausgehen soll.',
      other:
        '# Stellen wurden ersetzt. Es können weitere übrig sein: bitte durchlesen und ändern, was nicht hinausgehen soll.',
    }),
  edited: 'Geändert: Es wird so gesendet, wie es hier steht.',
  masks: {
    email: '[E-Mail]',
    link: '[Link]',
    account: '[Konto]',
    phone: '[Telefon]',
    number: '[Nummer]',
    name: '[Name]',
  },
  caseConsent: 'Es darf ein Prüffall dieses Prompts werden',
  caseConsentHint:
    'Wenn es behoben ist, werden spätere Fassungen daran geprüft. Der Name gehört nicht dazu.',
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
};
