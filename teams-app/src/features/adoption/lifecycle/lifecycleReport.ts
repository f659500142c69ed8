import { count, empty, weekOf, word } from '../panel/cells';
import { panelTexts } from '../panel/panelTexts';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { readDashboard } from '../weekReading';
import { lifecycleTexts as texts } from './lifecycleTexts';

/** The four kinds, from the line upwards, and dormant below it. */
export const lifecycleKinds = ['returning', 'resurrecting', 'new', 'dormant'] as const;

/** The lifecycle flow as a table, a row for each week that is over. */
export function lifecycleReport(shown: Shown): Report {
  const { range, formats } = shown;
  return {
    title: texts.title,
    summary: lifecycleSummary(shown),
    caption: texts.caption,
    columns: [
      { key: 'week', title: panelTexts.columnWeek },
      ...lifecycleKinds.map((kind) => ({ key: kind, title: texts.kinds[kind], numeric: true })),
    ],
    rows: range.weeks
      .filter(({ state }) => state !== 'running')
      .map(({ week, startsOn, lifecycle }) => ({
        key: week,
        cells: [
          weekOf(startsOn, formats),
          ...(lifecycle === null
            ? [word(figureTexts.notEnoughData), empty, empty, empty]
            : lifecycleKinds.map((kind) => {
                const people = lifecycle[kind];
                return people === null ? word(texts.dormantWithheld) : count(people, formats);
              })),
        ],
      })),
  };
}

function lifecycleSummary({ whole, formats }: Shown): string {
  const { latest } = readDashboard(whole);
  const flow = latest?.lifecycle;
  if (latest === undefined || flow === null || flow === undefined) return texts.unknown;
  const { number } = formats;
  return texts.summary(
    formats.day(latest.startsOn),
    number(flow.new),
    number(flow.returning),
    number(flow.resurrecting),
    flow.dormant === null ? null : number(flow.dormant),
  );
}
