import { plural } from '@last-mile/shared/language';
import type { startTexts } from './startTexts';

export const startGerman: typeof startTexts = {
  titles: {
    notStarted: 'Mit dem Messen beginnen',
    firstWeek: 'Die erste Woche läuft',
    nothingCounted: 'Noch wurde nichts gezählt',
  },
  meanings: {
    notStarted: (day) =>
      `Das Programm beginnt am ${day}. Was bis dahin geschieht, ist die Ausgangslage: Ohne sie kann später niemand sagen, was sich geändert hat.`,
    firstWeek: (day) =>
      `Das Programm begann am ${day}. Die Zahl einer Woche wird gezeigt, wenn die Woche vorbei ist, damit niemand einen Dienstag für einen Trend hält.`,
    nothingCounted: (day) =>
      `Das Programm begann am ${day}, und noch ist keine gezählte Handlung eingegangen: kein Prompt kopiert oder geöffnet, keine Vorlage eingefügt, kein Tag mit Copilot.`,
  },
  doTitle: 'Was jetzt zu tun ist',
  doMapTasks: 'Drei bis fünf Aufgaben mit denen erfassen, die sie erledigen',
  doPublish: 'Die ersten Prompts und Vorlagen veröffentlichen: importieren, was das Team schon hat',
  doTasks: (missing) =>
    plural(missing, {
      one: '# erfasste Aufgabe hat noch keinen Prompt und keine Vorlage: etwas veröffentlichen',
      other:
        '# erfasste Aufgaben haben noch keinen Prompt und keine Vorlage: je etwas veröffentlichen',
    }),
  doPeople:
    'Prüfen, ob alle in der Gruppe des Programms in Microsoft Entra ID sind: Nur sie werden gezählt',
  doTell: 'Dem Kanal sagen, wo Prompts in Teams und Vorlagen in Outlook zu finden sind',
  leader: 'Hier ist nichts zu tun: Der Champion bereitet es vor.',
  knownTitle: 'Was wann bekannt sein wird',
  columnWhen: 'Ab',
  columnWhat: 'Was',
  now: 'Heute',
  baseline: 'Nutzung und Schreibzeit vor dem Programm, als Ausgangslage zum Vergleich',
  counting:
    'Jede gezählte Handlung der Personen im Programm, aufbewahrt, bis ihre Woche vorbei ist',
  firstRate: 'Der erste Anteil aktiver Personen gegen das Ziel, vorläufig',
  firstClosed: 'Die erste Woche ist abgeschlossen: Späte Zahlen von Copilot sind da',
  flow: 'Wer wiederkam und wer pausierte; wie viele aus der ersten Startwoche dabeigeblieben sind',
  fourWeeks:
    'Gewohnheit über vier Wochen; Schreibzeit seit dem Start, sobald 10 Personen Entwürfe davor und danach haben',
  twelveWeeks: 'Gewohnheit über zwölf Wochen',
};
