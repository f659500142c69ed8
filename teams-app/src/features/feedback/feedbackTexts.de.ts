import { plural } from '@last-mile/shared/language';
import type { feedbackTexts } from './feedbackTexts';

export const feedbackGerman: typeof feedbackTexts = {
  title: 'Feedback',
  subtitle: 'Was gemeldet oder vorgeschlagen wurde und was daraus geworden ist.',
  calendar: 'Arbeitstage und Benachrichtigungen',
  lists: 'Welches Feedback',
  suggestions: 'Vorschläge',
  mine: 'Mein Feedback',
  queue: 'Eingang',
  overview: 'Wie wir antworten',
  states: {
    new: 'Neu',
    inProgress: 'In Bearbeitung',
    waitingOnVendor: 'Wartet auf den Anbieter',
    closed: 'Abgeschlossen',
  },
  reasons: {
    wrong: 'Falsch',
    biased: 'Voreingenommen',
    unhelpful: 'Nicht hilfreich',
    unsafe: 'Bedenklich',
    other: 'Anderes Problem',
  },
  subjects: {
    libraryItem: 'Ein Eintrag der Bibliothek',
    aiOutput: 'Eine Antwort eines Assistenten',
    tool: 'Wie wir mit KI arbeiten',
    workflow: 'Eine Aufgabe',
  },
  surfaces: { teams: 'Teams', outlook: 'Outlook' },
  suggestion: 'Vorschlag',
  loading: 'Feedback wird geladen',
  asOf: (moment) => `Stand: ${moment}`,
  count: (open) => plural(open, { other: '# offen' }),
  mineEmptyTitle: 'Noch nichts geschrieben',
  mineEmpty:
    'Hier steht, was aus einer Meldung oder einem Vorschlag wird: eine Antwort oder ein Prompt, der danebenlag, oder eine Idee, was besser ginge.',
  queueEmptyTitle: 'Nichts wartet',
  queueEmpty:
    'Was gemeldet oder vorgeschlagen wird, erscheint hier mit dem Tag, an dem es fällig ist.',
  due: (day) => `Erste Antwort fällig am ${day}`,
  wasDue: (day) => `Erste Antwort war fällig am ${day}`,
  overdue: 'Überfällig',
  reachedClient: 'Hat einen Kunden erreicht',
  delivering: 'Gesichert, auf dem Weg zu SharePoint',
  by: (reporter, surface) => `${reporter}, aus ${surface}`,
  sentOn: (moment) => `Gesendet: ${moment}`,
  openItem: 'Eintrag öffnen',
  queueNote:
    'Vorerst nur zum Lesen: Mit der nächsten Version lässt sich abschließen, was erledigt ist.',
  refusedTitle: 'Das wurde nicht angenommen',
  refusedWhy: (reason) => `${reason} Der Text bleibt hier, bis er kopiert oder verworfen wird.`,
  copyWords: 'Text kopieren',
  copied: 'Kopiert',
  discard: 'Verwerfen',
};
