import { empty, share, weekOf } from '../panel/cells';
import { panelTexts } from '../panel/panelTexts';
import type { Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { readDashboard } from '../weekReading';
import { surfacesTexts as texts } from './surfacesTexts';

/** Where people act, in the order of the lines. */
export const surfaces = ['outlook', 'teams', 'copilot'] as const;

/** The places of use as a table, a row for each week. */
export function surfacesReport(shown: Shown): Report {
  const { range, formats } = shown;
  return {
    title: texts.title,
    summary: surfacesSummary(shown),
    caption: texts.caption,
    columns: [
      { key: 'week', title: panelTexts.columnWeek },
      ...surfaces.map((surface) => ({ key: surface, title: texts.kinds[surface], share: true })),
    ],
    rows: range.weeks.map((week) => ({
      key: week.week,
      cells: [
        weekOf(week.startsOn, formats),
        ...surfaces.map((surface) =>
          week.state === 'running' ? empty : share(week.surfaces[surface], shown),
        ),
      ],
    })),
  };
}

function surfacesSummary(shown: Shown): string {
  const { latest } = readDashboard(shown.whole);
  if (latest === undefined) return texts.unknown;
  const figures = surfaces.map((surface) =>
    texts.part(texts.kinds[surface], share(latest.surfaces[surface], shown).text),
  );
  return texts.summary(shown.formats.day(latest.startsOn), figures.join(', '));
}
