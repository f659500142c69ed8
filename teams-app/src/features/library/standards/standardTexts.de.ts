import type { FindingReason } from '@last-mile/shared/library';
import type { standardTexts } from './standardTexts';

const sentences: Readonly<Record<FindingReason, string>> = {
  noGoal: 'Sagen, was der Assistent tun soll.',
  noPurpose: 'In einem Satz sagen, wofür es gut ist.',
  noSubject: 'Einen Betreff schreiben.',
  noContext: 'Sagen, warum, zu welchem Anlass oder an wessen Stelle.',
  noSource: 'Sagen, worauf die Antwort beruhen muss, oder eine Quelle nennen.',
  noExpectation: 'Sagen, wie die Antwort aussehen soll.',
  noAudience: 'Sagen, wer die Antwort liest.',
  noGreeting: 'Mit einer Anrede beginnen.',
  noDescription: 'Den Platzhalter „{about}“ beschreiben.',
  tooFewChoices: 'Für „{about}“ mindestens zwei Möglichkeiten anbieten.',
  notInText: 'Den Platzhalter „{about}“ entfernen: Er kommt im Text nicht vor.',
  personalDataWritten: '„{about}“ entfernen: Das sieht nach personenbezogenen Daten aus.',
  personalDataAsked: 'Nicht nach „{about}“ fragen: Das sind personenbezogene Daten.',
  tooLong: 'Höchstens {about} Zeichen verwenden.',
};

export const standardsGerman: typeof standardTexts = {
  standards: {
    goal: 'Sagt, was der Assistent tun soll',
    context: 'Sagt, warum oder zu welchem Anlass',
    source: 'Sagt, worauf die Antwort beruht',
    expectation: 'Sagt, wie die Antwort aussieht',
    audience: 'Sagt, wer die Antwort liest',
    placeholders: 'Beschreibt jeden Platzhalter',
    personalData: 'Enthält keine personenbezogenen Daten und fragt nicht danach',
    length: 'Passt dorthin, wo es verwendet wird',
  },
  sentence: ({ reason, about }) => sentences[reason].replace('{about}', () => about ?? ''),

  missing: 'Was ein guter Eintrag noch sagen würde',
  met: 'Erfüllt alle Standards.',
  requiredHere: 'hier Pflicht',
  refused: 'Nicht veröffentlicht: Zuerst ist zu ändern, was mit „hier Pflicht“ markiert ist.',

  required: 'Pflicht-Standards',
  requiredHint: 'Ohne diese wird hier nichts veröffentlicht. Alle anderen beraten nur.',
  loading: 'Pflicht-Standards werden geladen',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert.',
  notSaved: 'Nicht gespeichert.',
  overtaken: 'Inzwischen gab es eine andere Änderung. So steht es jetzt: neu wählen und speichern.',
};
