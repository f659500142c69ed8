import { comparisonOf, type Comparison, type Windows } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { eligibleRows } from './eligibleRows';
import { partIsTold, weekIsTold, type Row } from './toldWeeks';
import { ownMedians } from './ownMedians';

/** Drafting time over several weeks, counted. */
export interface DraftingCounts {
  readonly withTemplate: Comparison;
  readonly sinceStart: Comparison;
  /** Of all drafts, `n` whose time was observed; by how many people. */
  readonly observed: { readonly people: number; readonly n: number; readonly of: number };
}

const hasTemplate = 'drafts.item_key IS NOT NULL';
/** Weeks are told of each side by itself. */
const side: Row = {
  row: 'drafts',
  kind: `CASE WHEN ${hasTemplate} THEN 'withTemplate' ELSE 'withoutTemplate' END`,
};

/** Counts drafting time from the roll-ups per person. */
export async function countDrafting(
  tx: Transaction,
  programmeKey: string,
  { lastTwelve, beforeStart, lastFour }: Windows,
): Promise<DraftingCounts> {
  const isSinceStart = `drafts.week >= '${lastFour[0] ?? 'infinity'}'`;
  const [apart, since] = [
    await ownMedians(tx, programmeKey, lastTwelve, {
      isSecond: hasTemplate,
      isTold: weekIsTold(side),
    }),
    await ownMedians(tx, programmeKey, [...beforeStart, ...lastFour], {
      isSecond: isSinceStart,
      isTold: weekIsTold({
        ...{ row: 'drafts', kind: `'timedDrafts'` },
        window: {
          from: `CASE WHEN ${isSinceStart} THEN ${dateOf(lastFour[0])} ELSE ${dateOf(beforeStart[0])} END`,
          to: `CASE WHEN ${isSinceStart} THEN ${dateOf(lastFour.at(-1))} ELSE ${dateOf(beforeStart.at(-1))} END`,
        },
      }),
    }),
  ];
  return {
    withTemplate: comparisonOf(apart),
    sinceStart: comparisonOf(since),
    observed: await countObserved(tx, programmeKey, lastTwelve),
  };
}

const dateOf = (week: string | undefined) => `'${week ?? 'infinity'}'::date`;

/** Drafting time without and with a template for each of these tasks, by its key. */
export async function compareTasks(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  tasks: readonly string[],
): Promise<Record<string, Comparison>> {
  const medians = await ownMedians(
    tx,
    programmeKey,
    weeks,
    {
      isSecond: hasTemplate,
      isTold: partIsTold(side, 'drafts.task_key'),
    },
    tasks,
  );
  const of = (task: string) => medians.filter(({ taskKey }) => taskKey === task);
  return Object.fromEntries(tasks.map((task) => [task, comparisonOf(of(task))]));
}

async function countObserved(tx: Transaction, programmeKey: string, weeks: readonly string[]) {
  const [observed] = await tx.query<DraftingCounts['observed']>(
    `SELECT count(DISTINCT subject_id) AS people,
            coalesce(sum(cardinality(minutes)), 0) AS n,
            coalesce(sum(cardinality(minutes) + unobserved), 0) AS of
       FROM ${eligibleRows('subject_draft_week')} AS drafts
      WHERE ${weekIsTold({ row: 'drafts', kind: `'drafts'` })}`,
    [programmeKey, weeks],
  );
  return observed ?? { people: 0, n: 0, of: 0 };
}
