import { plural } from '@last-mile/shared/language';
import type { tasksTexts } from './tasksTexts';

export const tasksGerman: typeof tasksTexts = {
  title: 'Aufgabe für Aufgabe',
  definition:
    'Für jede erfasste Aufgabe, über die letzten 12 abgeschlossenen Wochen. Veröffentlicht: Einträge der Bibliothek, die ihr dienen. Verwendet: gezählte Verwendungen dieser Einträge, und von wie vielen Personen. Spart Zeit: der Median der Schreibzeit von Entwürfen mit dieser Aufgabe, ohne und mit irgendeiner Vorlage, bei denselben Personen, ab 10 Personen: ein Zusammenhang, kein Beweis. Bewährt: behaltener Anteil, Überarbeitungen und Meldungen je 100 Verwendungen dieser Einträge.',
  summary: (covered, of, used) =>
    `${covered} von ${of} erfassten Aufgaben haben einen veröffentlichten Eintrag; von ${used} ist bekannt, dass sie verwendet werden.`,
  none: 'Noch sind keine Aufgaben erfasst: erst drei bis fünf erfassen, dann nach Hilfe suchen.',
  caption: 'Erfasste Aufgaben: veröffentlicht, verwendet, zeitsparend, bewährt',
  columnTask: 'Aufgabe',
  columnFamily: 'Berufsgruppe',
  columnPublished: 'Veröffentlicht',
  columnUses: 'Verwendungen',
  columnPeople: 'Personen',
  columnWithout: 'Ohne',
  columnWith: 'Mit Vorlage',
  columnKept: 'Behalten',
  columnRedo: 'Überarbeitet',
  columnFlags: 'Meldungen je 100',
  askPublished: 'Veröffentlicht?',
  askUsed: 'Verwendet?',
  askTime: 'Spart Zeit?',
  askTrusted: 'Bewährt?',
  items: (count) => plural(count, { one: '# Eintrag', other: '# Einträge' }),
  uses: (count) => `${count} Verwendungen`,
  byPeople: (count) => plural(count, { one: 'von # Person', other: 'von # Personen' }),
  kept: (share) => `${share} behalten`,
  redone: (share) => `${share} überarbeitet`,
  flagged: (flags) => `${flags} Meldungen je 100 Verwendungen`,
  nothingPublished: 'Nichts veröffentlicht',
  needsTen: 'Zu wenig Daten: 10 Personen sind nötig',
};
