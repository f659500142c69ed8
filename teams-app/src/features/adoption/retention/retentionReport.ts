import type { RetentionCohort } from '@last-mile/shared/adoption';
import { empty, share, weekOf } from '../panel/cells';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { retentionTexts as texts } from './retentionTexts';

/** The cohorts as a triangle: a row for each start week, a column for each week after it. */
export function retentionReport(shown: Shown): Report {
  const { retention } = shown.range;
  const longest = Math.max(0, ...retention.map(({ active }) => active.length));
  return {
    title: texts.title,
    summary: retentionSummary(shown),
    caption: texts.caption,
    columns: [
      { key: 'start', title: texts.columnStart },
      ...Array.from({ length: longest }, (_, number) => ({
        key: String(number),
        title: number === 0 ? texts.columnPeople : texts.columnWeek(number),
        share: true,
      })),
    ],
    rows: retention.map(({ startsOn, active }) => ({
      key: startsOn,
      cells: [
        weekOf(startsOn, shown.formats),
        ...Array.from({ length: longest }, (_, number) => {
          const figure = active[number];
          return figure === undefined ? empty : share(figure, shown);
        }),
      ],
    })),
  };
}

/** The earliest start week that says something, as long after it as is known. */
function retentionSummary({ range, formats }: Shown): string {
  if (range.retention.length === 0) return texts.none;
  for (const { startsOn, active } of range.retention) {
    const number = lastKnown(active);
    const figure = active[number];
    if (number > 0 && figure?.state === 'known') {
      return texts.summary(
        formats.day(startsOn),
        formats.number(figure.n),
        formats.number(figure.of),
        formats.percent(figure.n / figure.of),
        texts.weeks(number),
      );
    }
  }
  return texts.unknown;
}

function lastKnown(active: RetentionCohort['active']) {
  return active.findLastIndex((figure) => figure.state === 'known' && figure.of > 0);
}
