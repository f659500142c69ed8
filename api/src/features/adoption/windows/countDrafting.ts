import { comparisonOf, type Comparison, type Windows } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { eligibleRows } from './eligibleRows';
import { ownMedians } from './ownMedians';
import type { ToldOver } from './toldWeeks';

/** Drafting time over several weeks, counted. */
export interface DraftingCounts {
  readonly withTemplate: Comparison;
  readonly sinceStart: Comparison;
  /** Of all drafts, `n` whose time was observed; by how many people. */
  readonly observed: { readonly people: number; readonly n: number; readonly of: number };
}

const hasTemplate = 'drafts.item_key IS NOT NULL';

/** Counts drafting time from the roll-ups per person. */
export async function countDrafting(
  tx: Transaction,
  programmeKey: string,
  told: ToldOver,
  { lastTwelve, beforeStart, lastFour }: Windows,
): Promise<DraftingCounts> {
  const [apart, since] = [
    await ownMedians(tx, programmeKey, {
      isSecond: hasTemplate,
      first: told.whole('withoutTemplate', lastTwelve),
      second: told.whole('withTemplate', lastTwelve),
    }),
    await ownMedians(tx, programmeKey, {
      isSecond: `drafts.week >= '${lastFour[0] ?? 'infinity'}'`,
      first: told.whole('timedDrafts', beforeStart),
      second: told.whole('timedDrafts', lastFour),
    }),
  ];
  return {
    withTemplate: comparisonOf(apart),
    sinceStart: comparisonOf(since),
    observed: await countObserved(tx, programmeKey, told.whole('drafts', lastTwelve).weeks),
  };
}

/** Drafting time without and with a template for each of these tasks, by its key. */
export async function compareTasks(
  tx: Transaction,
  programmeKey: string,
  told: ToldOver,
  weeks: readonly string[],
  tasks: readonly string[],
): Promise<Record<string, Comparison>> {
  const sides = {
    isSecond: hasTemplate,
    first: told.parts('withoutTemplate', weeks),
    second: told.parts('withTemplate', weeks),
  };
  const medians = await ownMedians(tx, programmeKey, sides, tasks);
  const of = (task: string) => medians.filter(({ taskKey }) => taskKey === task);
  return Object.fromEntries(tasks.map((task) => [task, comparisonOf(of(task))]));
}

async function countObserved(tx: Transaction, programmeKey: string, weeks: readonly string[]) {
  const [observed] = await tx.query<DraftingCounts['observed']>(
    `SELECT count(*) AS people, coalesce(sum(observed), 0)::bigint AS n,
            coalesce(sum(observed + unobserved), 0)::bigint AS of
       FROM (SELECT sum(cardinality(minutes)) AS observed, sum(unobserved) AS unobserved
               FROM ${eligibleRows('subject_draft_week')} AS drafts GROUP BY subject_id) AS person`,
    [programmeKey, weeks],
  );
  return observed ?? { people: 0, n: 0, of: 0 };
}
