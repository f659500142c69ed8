import type { Comparison } from '@last-mile/shared/adoption';
import { count, empty, minutes, observations, value, weekOf, word } from '../panel/cells';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { readDashboard } from '../weekReading';
import { whyNoComparison } from '../../../app/figures/comparisonWords';
import { draftingTexts as texts } from '../../../app/figures/draftingTexts';

/** Drafting time as a table: the median of each week, then the comparisons with their intervals. */
export function draftingReport(shown: Shown): Report {
  const { range, formats } = shown;
  const { weekly, sinceStart, withTemplate } = range.draftingTime;
  return {
    title: texts.weekly,
    summary: draftingSummary(shown),
    caption: texts.caption,
    columns: [
      { key: 'figure', title: texts.columnFigure },
      { key: 'median', title: texts.columnMedian, numeric: true },
      { key: 'people', title: texts.columnPeople, numeric: true },
      { key: 'first', title: texts.columnFirst, numeric: true },
      { key: 'second', title: texts.columnSecond, numeric: true },
      { key: 'shift', title: texts.columnShift, numeric: true },
      { key: 'low', title: texts.columnLow, numeric: true },
      { key: 'high', title: texts.columnHigh, numeric: true },
    ],
    rows: [
      comparisonRow(texts.sinceStart, sinceStart, shown),
      comparisonRow(texts.withTemplate, withTemplate, shown),
      ...range.weeks.flatMap((week, index) => {
        const figure = weekly[index];
        if (week.state === 'running' || figure === undefined) return [];
        const cells = [
          weekOf(week.startsOn, formats),
          value(figure, formats.minutes),
          observations(figure, formats),
        ];
        return [{ key: week.week, cells: [...cells, empty, empty, empty, empty, empty] }];
      }),
    ],
  };
}

function comparisonRow(name: string, figure: Comparison, { formats }: Shown) {
  const known = figure.state === 'known';
  return {
    key: name,
    cells: [
      word(name),
      known ? empty : word(whyNoComparison(figure)),
      known ? count(figure.people, formats) : empty,
      ...(['first', 'second', 'shift', 'low', 'high'] as const).map((which) =>
        minutes(figure, which, formats),
      ),
    ],
  };
}

/** What drafting time says, in plain words. */
export function draftingSummary({ whole, formats }: Shown): string {
  const { latest } = readDashboard(whole);
  const index = whole.weeks.findIndex(({ week }) => week === latest?.week);
  const figure = whole.draftingTime.weekly[index];
  const { sinceStart } = whole.draftingTime;
  const sentences = [
    figure?.state === 'known' && latest !== undefined
      ? texts.summaryKnown(
          formats.minutes(figure.value),
          formats.number(figure.n),
          formats.day(latest.startsOn),
        )
      : texts.summaryUnknown,
  ];
  if (sinceStart.state === 'known') {
    sentences.push(
      texts.summarySince(
        formats.minutes(sinceStart.first),
        formats.minutes(sinceStart.second),
        formats.number(sinceStart.people),
      ),
    );
  }
  return sentences.join(' ');
}
