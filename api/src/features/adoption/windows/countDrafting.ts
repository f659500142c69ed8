import {
  comparisonOf,
  createIsEligible,
  fewestPairs,
  peopleAtOneTime,
  type Comparison,
  type Windows,
} from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { readSpansOf } from '../people/peopleActivity';
import { eligibleRows } from './eligibleRows';
import { ownMedians, type OwnMedians } from './ownMedians';
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
  const sides = {
    isSecond: hasTemplate,
    first: told.whole('withoutTemplate', lastTwelve),
    second: told.whole('withTemplate', lastTwelve),
  };
  const [apart, since] = [
    await ownMedians(tx, programmeKey, sides, null, manyOver(lastTwelve)),
    await ownMedians(tx, programmeKey, {
      isSecond: `drafts.week >= '${lastFour[0] ?? 'infinity'}'`,
      first: told.whole('timedDrafts', beforeStart),
      second: told.whole('timedDrafts', lastFour),
    }),
  ];
  return {
    withTemplate: await compareEnough(tx, programmeKey, lastTwelve, apart),
    // Whoever drafted on both sides of the start is one subject, and nobody is two such.
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
  const medians = await ownMedians(tx, programmeKey, sides, tasks, manyOver(weeks));
  const compared: Record<string, Comparison> = {};
  for (const task of tasks) {
    const own = medians.filter(({ taskKey }) => taskKey === task);
    compared[task] = await compareEnough(tx, programmeKey, weeks, own);
  }
  return compared;
}

/**
 * So many pairs over these weeks are of enough people, whoever was erased in between: each was eligible in
 * one of the weeks, so that in some week there were enough of them.
 */
const manyOver = (weeks: readonly string[]) => fewestPairs * weeks.length;

/** Compares where the pairs are of enough people who were eligible at one time (decision 0056). */
async function compareEnough(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  medians: readonly OwnMedians[],
): Promise<Comparison> {
  const unknown = { state: 'notEnoughData' } as const;
  if (medians.length < fewestPairs) return unknown;
  const subjects = medians.flatMap(({ subjectId }) => subjectId ?? []);
  if (subjects.length < medians.length) return comparisonOf(medians);
  const isEligible = createIsEligible(await readSpansOf(tx, programmeKey, subjects));
  const people = peopleAtOneTime(subjects, weeks, isEligible);
  return people < fewestPairs ? unknown : comparisonOf(medians);
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
