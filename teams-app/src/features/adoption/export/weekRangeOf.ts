import type { Shown } from '../panel/shown';
import { exportTexts as texts } from './exportTexts';

/** The ISO weeks that are shown, as exports name them: `2026-W22 to 2026-W47`. */
export function weekRangeOf({ range }: Pick<Shown, 'range'>): string {
  const over = range.weeks.filter(({ state }) => state !== 'running');
  const first = over[0];
  const last = over.at(-1);
  return first === undefined || last === undefined
    ? texts.noWeeks
    : texts.range(first.week, last.week);
}
