import { windowsOf, type Habit } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../db/database';
import { countHabit } from './countHabit';
import { keepWindow } from './keptWindows';

/** What is counted over the weeks up to a closed one. Nothing is hidden here. */
export interface WindowFigures {
  readonly habit: Habit;
}

/**
 * The figures of a programme over the windows that end with the last of `closed`, its measured weeks
 * that are closed, in order; null before there is one. All of these weeks must have been shown: from
 * then on the roll-ups of them change in company only.
 */
export async function windowFigures(
  database: Database,
  { clientKey: programmeKey, startsOn }: Pick<Programme, 'clientKey' | 'startsOn'>,
  closed: readonly string[],
): Promise<WindowFigures | null> {
  const until = closed.at(-1);
  if (until === undefined) return null;
  const windows = windowsOf(closed, startsOn);
  return keepWindow(
    database,
    { programmeKey, until, about: 'everybody', restsOn: { startsOn, since: closed[0] } },
    async (tx) => ({ habit: await countHabit(tx, programmeKey, windows.habit) }),
  );
}
