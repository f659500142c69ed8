import { mondayIn, type Flag } from '@last-mile/shared/adoption';
import type { UntoldUse } from './toldWeeks';

/** The flags of these weeks: as many as the uses that are told are about. */
export function countedFlags(
  flags: readonly Flag[],
  weeks: readonly string[],
  untold: readonly UntoldUse[],
  timeZone: string,
  of: 'everything' | 'items',
): Flag[] {
  const isOut = (week: string, itemKey: string | null) =>
    untold.some(
      (each) =>
        each.week === week &&
        (of === 'everything'
          ? each.itemKey === null && !each.asPart
          : each.itemKey === null || each.itemKey === itemKey),
    );
  return flags.filter(({ at, itemKey }) => {
    const week = mondayIn(at, timeZone);
    return weeks.includes(week) && !isOut(week, itemKey);
  });
}
