import type { Shown } from '../panel/shown';
import { count, share, word } from '../panel/cells';
import type { Report } from '../panel/report';
import { habitTexts as texts } from '../../../app/figures/habitTexts';

/** From the strongest habit to none. */
export const habitBands = ['power', 'habitual', 'novice', 'low', 'none'] as const;

/** The habit bands as a table. */
export function habitReport(shown: Shown): Report {
  const { habit } = shown.range;
  return {
    title: texts.title,
    summary: habitSummary(shown),
    caption: texts.caption,
    columns: [
      { key: 'band', title: texts.columnBand },
      { key: 'people', title: texts.columnPeople, numeric: true },
      { key: 'share', title: texts.columnShare, share: true },
    ],
    rows:
      habit.state === 'known'
        ? habitBands.map((band) => ({
            key: band,
            cells: [
              word(texts.bands[band]),
              count(habit[band], shown.formats),
              share({ state: 'known', n: habit[band], of: habit.of }, shown),
            ],
          }))
        : [],
  };
}

function habitSummary({ range: { habit }, formats }: Shown): string {
  if (habit.state !== 'known') return texts[habit.state];
  const n = habit.power + habit.habitual;
  return texts.summary(
    formats.number(n),
    formats.number(habit.of),
    formats.percent(habit.of === 0 ? 0 : n / habit.of),
    habit.weeks,
  );
}
