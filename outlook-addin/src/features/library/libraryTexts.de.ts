import { plural } from '@last-mile/shared/language';
import type { libraryTexts } from './libraryTexts';

export const libraryGerman: typeof libraryTexts = {
  page: 'Vorlagen und Prompts',
  loading: 'Vorlagen werden geladen',
  kinds: { template: 'Vorlagen', prompt: 'Prompts' },
  kindsLabel: 'Was gesucht wird',
  search: { template: 'Vorlagen suchen', prompt: 'Prompts suchen' },
  list: { template: 'Vorlagen', prompt: 'Prompts' },
  workFilter: 'Arbeitsbereich',
  allWork: 'Alle Bereiche',
  taskFilter: 'Aufgabe',
  allTasks: 'Alle Aufgaben',
  found: (kind, number) =>
    kind === 'template'
      ? plural(number, { one: '# Vorlage', other: '# Vorlagen' })
      : plural(number, { one: '# Prompt', other: '# Prompts' }),
  stale: 'Prüfung fällig',
  showMore: (number) => plural(number, { one: '# weitere anzeigen', other: '# weitere anzeigen' }),
  partOfLibrary: (shown, total) =>
    `Hier sind die neuesten ${plural(shown, { other: '#' })} von ${plural(total, { one: '# Eintrag', other: '# Einträgen' })}; die Registerkarte in Teams hat alle.`,
  groups: (group, jobFamily) =>
    ({
      message: 'Für diese Nachricht',
      lately: 'Zuletzt verwendet',
      family: `Für ${jobFamily}`,
      everyone: 'Für alle',
      others: 'Andere Bereiche',
    })[group],
  because: (reason) =>
    reason.because === 'subject'
      ? `Im Betreff steht „${reason.word}“`
      : {
          reply: 'Für eine Antwort',
          forward: 'Zum Weiterleiten',
          outside: 'Für jemanden außerhalb',
          inside: 'Für Kollegen',
        }[reason.because],
  inserted: 'In diese Nachricht eingefügt',
  nothingFound: 'Nichts gefunden',
  nothingFoundHint: 'Weniger oder andere Wörter helfen, oder die Suche in allen Aufgaben.',
  clearFilters: 'Suche und Filter löschen',
  empty: { template: 'Noch keine Vorlagen', prompt: 'Noch keine Prompts' },
  emptyHint: {
    template: 'Der Champion veröffentlicht sie in Teams; hier erscheinen sie von selbst.',
    prompt: 'Der Champion veröffentlicht sie in Teams; hier erscheinen sie von selbst.',
  },

  taskQuestion: 'Wofür ist diese Nachricht?',
  messageIsFor: (task) => `Diese Nachricht ist für: ${task}`,
  change: 'Ändern',
  changeTask: 'Ändern, wofür diese Nachricht ist',
  otherTask: 'Andere…',
  noTask: 'Keine davon',

  familyQuestion: 'Um welche Art Arbeit geht es?',
  familyQuestionHint: 'Vorlagen dafür stehen dann oben. Das lässt sich jederzeit ändern.',
  noFamily: 'Keine davon',

  withdrawn: 'Diese Vorlage ist nicht mehr in der Bibliothek',
  withdrawnHint: 'Sie wurde inzwischen zurückgezogen. Kommt sie wieder, sind die Eingaben noch da.',

  back: 'Zurück zur Liste',
};
