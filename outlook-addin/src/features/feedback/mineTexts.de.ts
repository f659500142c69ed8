import type { mineTexts } from './mineTexts';

export const mineGerman: typeof mineTexts = {
  title: 'Mein Feedback',
  back: 'Zurück',
  loading: 'Feedback wird geladen',
  waitingTitle: 'Wartet auf das Senden',
  waiting: 'Auf diesem Gerät gespeichert; es geht von selbst.',
  openTitle: 'Offen',
  closedTitle: 'Was daraus wurde',
  none: 'Noch nichts gemeldet',
  noneHint:
    'Melden, was schiefging, oder vorschlagen, was besser wäre. Hier steht dann, was daraus wurde.',
  allClosed: 'Davon ist nichts offen.',
  awayTitle: 'Der Rest kann gerade nicht gezeigt werden',
  suggestion: 'Vorschlag',
  reachedClient: 'Es hat einen Kunden erreicht',
  about: {
    libraryItem: 'Ein Eintrag der Bibliothek',
    aiOutput: 'Etwas, das ein Assistent geschrieben hat',
    tool: 'Wie wir mit KI arbeiten',
    workflow: 'Eine Aufgabe',
  },
  sent: (day) => `Gesendet ${day}`,
  due: (day, isFirst) => `${isFirst ? 'Erste Antwort' : 'Antwort'} fällig ${day}`,
  overdue: (day, isFirst) => `${isFirst ? 'Erste Antwort' : 'Antwort'} war fällig ${day}`,
  state: {
    inProgress: 'Jemand kümmert sich darum',
    waitingOnVendor: 'Wartet auf den Anbieter',
    closed: 'Abgeschlossen',
  },
};
