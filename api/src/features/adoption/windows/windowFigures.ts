import {
  windowsOf,
  type Comparison,
  type Habit,
  type MappedTask,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import { compareTasks, countDrafting, type DraftingCounts } from './countDrafting';
import { countHabit } from './countHabit';
import { countTaskTrust, countTrust, type TrustCounts } from './countTrust';
import type { FiguresOver } from './keptWindows';
import { readTold, type UntoldUse } from './toldWeeks';

/** What is counted over the weeks up to a closed one. Nothing is hidden here. */
export interface WindowFigures {
  readonly habit: Habit;
  readonly drafting: DraftingCounts;
  readonly trust: TrustCounts;
  /** Of the last twelve weeks: flags are told of told uses only. */
  readonly untold: readonly UntoldUse[];
}

/** The same of tasks, by their keys. */
export interface TaskFigures {
  readonly withTemplate: Readonly<Record<string, Comparison>>;
  readonly trust: Readonly<Record<string, TrustCounts>>;
  readonly untold: readonly UntoldUse[];
}

type Asked = Pick<Programme, 'clientKey' | 'startsOn'>;

/**
 * The figures of a programme over the windows that end with the last of `closed`, its measured weeks
 * that are closed, in order; null before there is one. All of these weeks must have been shown: from
 * then on their roll-ups change in company only.
 */
export async function windowFigures<Pending extends 'pending' = never>(
  figuresOver: FiguresOver<Pending>,
  { clientKey: programmeKey, startsOn }: Asked,
  closed: readonly string[],
): Promise<WindowFigures | Pending | null> {
  const until = closed.at(-1);
  if (until === undefined) return null;
  const windows = windowsOf(closed, startsOn);
  const restsOn = { startsOn, since: closed[0], apart: 'habit' };
  const [ofHabit, ofTexts] = await Promise.all([
    figuresOver({ programmeKey, until, about: 'habit', restsOn }, async (tx) => ({
      habit: await countHabit(tx, programmeKey, windows.habit),
    })),
    figuresOver({ programmeKey, until, about: 'everybody', restsOn }, async (tx) => {
      const told = await readTold(tx, programmeKey, closed);
      return {
        drafting: await countDrafting(tx, programmeKey, told, windows),
        trust: await countTrust(tx, programmeKey, told, windows.lastTwelve),
        untold: told.untoldUses(windows.lastTwelve),
      };
    }),
  ]);
  if (typeof ofHabit === 'string') return ofHabit;
  if (typeof ofTexts === 'string') return ofTexts;
  return { ...ofHabit, ...ofTexts };
}

/** The figures of each of these tasks over the same weeks. */
export async function taskFigures<Pending extends 'pending' = never>(
  figuresOver: FiguresOver<Pending>,
  { clientKey: programmeKey, startsOn }: Asked,
  closed: readonly string[],
  tasks: readonly MappedTask[],
): Promise<TaskFigures | Pending | null> {
  const until = closed.at(-1);
  if (until === undefined || tasks.length === 0) return null;
  const { lastTwelve } = windowsOf(closed, startsOn);
  const items = tasks.map(({ workflowKey, itemKeys }) => [workflowKey, itemKeys.toSorted()]);
  return figuresOver(
    { programmeKey, until, about: 'tasks', restsOn: { items, since: lastTwelve[0] } },
    async (tx) => {
      const told = await readTold(tx, programmeKey, lastTwelve);
      const keys = tasks.map(({ workflowKey }) => workflowKey);
      return {
        withTemplate: await compareTasks(tx, programmeKey, told, lastTwelve, keys),
        trust: await countTaskTrust(tx, programmeKey, told, lastTwelve, tasks),
        untold: told.untoldUses(lastTwelve),
      };
    },
  );
}
