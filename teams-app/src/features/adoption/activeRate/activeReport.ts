import { empty, people, share, weekOf, word } from '../panel/cells';
import { panelTexts } from '../panel/panelTexts';
import type { Cell, Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { readDashboard } from '../weekReading';
import { weeksSummary } from '../weeks/weeksSummary';
import { activeTexts as texts } from '../../../app/figures/activeTexts';

/** The first figure as a table: the last week that is over, its kinds of use, its target and its people. */
export function activeReport(shown: Shown): Report {
  const { whole, formats } = shown;
  const reading = readDashboard(whole);
  const { latest, before, peak } = reading;
  const row = (name: string, startsOn: string | undefined, active: Cell, count: Cell = empty) => ({
    key: name,
    cells: [word(name), startsOn === undefined ? empty : weekOf(startsOn, formats), active, count],
  });
  const target = whole.targetActiveRate;
  const last = latest?.startsOn;
  return {
    title: texts.title,
    summary: weeksSummary(shown, reading),
    caption: texts.caption,
    columns: [
      { key: 'figure', title: texts.columnFigure },
      { key: 'week', title: panelTexts.columnWeek },
      { key: 'active', title: texts.title, share: true },
      { key: 'people', title: texts.columnPeople, numeric: true },
    ],
    rows: [
      ...(latest === undefined
        ? []
        : [
            row(texts.title, last, share(latest.active, shown)),
            row(texts.aiUse, last, share(latest.aiUse, shown)),
            row(texts.templateUse, last, share(latest.templateUse, shown)),
            row(texts.joined, last, empty, people(latest.moved.joined, shown)),
            row(texts.left, last, empty, people(latest.moved.left, shown)),
          ]),
      row(texts.target, undefined, { text: formats.percent(target), value: target }),
      ...(before === undefined
        ? []
        : [row(texts.before, before.week.startsOn, share(before.week.active, shown))]),
      ...(peak === undefined
        ? []
        : [row(texts.best, peak.week.startsOn, share(peak.week.active, shown))]),
    ],
  };
}
