import { plural } from '@last-mile/shared/language';
import type { weeksTexts } from './weeksTexts';

const points = (count: number) => plural(count, { one: '# Punkt', other: '# Punkte' });

export const weeksGerman: typeof weeksTexts = {
  title: 'Woche für Woche',
  definition:
    'Jeder Punkt ist eine Woche, Montag bis Sonntag in der Zeitzone des Programms: verschiedene Personen mit mindestens einer gezählten Handlung, geteilt durch alle, die am letzten Tag der Woche im Programm waren. Die laufende Woche bleibt weg, bis sie vorbei ist. Eine abgeschlossene Woche bleibt, wie sie gezeigt wurde; ändern späte Zahlen sie doch, sagt es die Tabelle.',
  phase: (week, number) => {
    if (week.phase === 'before') return 'Davor';
    return week.phase === 'active'
      ? `Programmwoche ${String(number)}`
      : `Festigungswoche ${String(number)}`;
  },
  provisional: 'Vorläufig',
  provisionalMeaning:
    'Die letzte Woche kann bis Donnerstag noch wachsen: Manche Zahlen kommen bis zu drei Tage später.',
  running: 'Läuft',
  changed: (moment, n, of) => `Geändert am ${moment}: vorher ${n} von ${of}`,
  changedFromUnknown: (moment) => `Geändert am ${moment}: vorher nicht gezeigt`,

  current: (day, n, of, rate) =>
    `In der Woche vom ${day} haben ${n} von ${of} Personen mindestens einmal KI oder eine Vorlage genutzt: ${rate}`,
  unknown: 'Für die letzte Woche, die vorbei ist, gibt es keine Zahl.',
  above: (count) => `${points(count)} über dem Ziel.`,
  onTarget: 'genau das Ziel.',
  below: (count) => `${points(count)} unter dem Ziel.`,
  peak: (rate, day) => `Die bisher beste Woche: ${rate}, Woche vom ${day}.`,
  peakIsNow: 'Es ist die bisher beste Woche.',

  chartLabel: (name) => `Aktive Personen je Woche in ${name}`,
  lines: {
    before: 'Vor dem Programm',
    active: 'Programm',
    sustaining: 'Festigung',
    provisional: 'Vorläufig',
  },
  lineTarget: (target) => `Ziel ${target}`,
  caption: 'Aktive Personen je Woche, insgesamt und je Art der Nutzung',
  columnPhase: 'Phase',
  columnActive: 'Aktiv',
  columnAiUse: 'KI-Nutzung',
  columnTemplateUse: 'Vorlagennutzung',
  columnJoined: 'Dazugekommen',
  columnLeft: 'Gegangen',
  columnNote: 'Hinweis',
};
