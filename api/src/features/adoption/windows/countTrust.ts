import type { MappedTask } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';
import { isNotUntold, type Kind, type ToldOver } from './toldWeeks';

/** How often something was told of texts, and by how many people. */
interface Told {
  readonly people: number;
  readonly n: number;
}

/** What trust is made of; null where nobody told anything, or too few in every week. */
export interface TrustCounts {
  /** Drafts of which it is known how much of the template was kept; the median share. */
  readonly kept: (Told & { readonly value: number }) | null;
  /** Answers, so many of them "I had to redo it". */
  readonly answers: (Told & { readonly redone: number }) | null;
  /** Counted uses of library items. */
  readonly uses: Told | null;
}

/** Counts what was told of all items in these weeks, by people eligible in the week they did. */
export async function countTrust(
  tx: Transaction,
  programmeKey: string,
  told: ToldOver,
  weeks: readonly string[],
): Promise<TrustCounts> {
  const all = async <Row extends object>(kind: Kind, sql: string) =>
    tx.query<Row>(sql, [programmeKey, told.whole(kind, weeks).weeks]);
  return trustOf(
    {
      kept: await all(
        'keptShares',
        keptOf(`SELECT NULL AS task_key, subject_id, share
                  FROM ${eligibleRows('subject_draft_week')} AS drafts, unnest(kept_shares) AS share`),
      ),
      answers: await all(
        'answers',
        answersOf(`SELECT NULL AS task_key, subject_id, answers, redone
                     FROM ${eligibleRows('subject_redo_week')} AS told`),
      ),
      uses: await all(
        'uses',
        usesOf(`SELECT NULL AS task_key, subject_id, cardinality(items) AS uses
                  FROM ${eligibleRows('subject_week')} AS did WHERE items <> '{}'`),
      ),
    },
    null,
  );
}

/** Counts the same of each task's own items, by the task's key. */
export async function countTaskTrust(
  tx: Transaction,
  programmeKey: string,
  told: ToldOver,
  weeks: readonly string[],
  tasks: readonly MappedTask[],
): Promise<Record<string, TrustCounts>> {
  const served = tasks.flatMap(({ workflowKey, itemKeys }) =>
    itemKeys.map((itemKey) => ({ workflowKey, itemKey })),
  );
  const byTask = async <Row extends object>(kind: Kind, sql: string) => {
    const { weeks: toldWeeks, untold } = told.parts(kind, weeks);
    return tx.query<Row>(sql, [
      ...[programmeKey, toldWeeks],
      served.map(({ workflowKey }) => workflowKey),
      served.map(({ itemKey }) => itemKey),
      untold.map(({ week }) => week),
      untold.map(({ part }) => part),
    ]);
  };
  const serves = (row: string, itemKey: string) => `
    JOIN unnest($3::uuid[], $4::uuid[]) AS serves(task_key, item_key)
      ON serves.item_key = ${itemKey} AND ${isNotUntold(row, itemKey, '$5', '$6')}`;
  const counted: AllTold = {
    kept: await byTask(
      'keptShares',
      keptOf(`SELECT serves.task_key, subject_id, share
                FROM ${eligibleRows('subject_draft_week')} AS drafts
                     ${serves('drafts', 'drafts.item_key')}, unnest(kept_shares) AS share`),
    ),
    answers: await byTask(
      'answers',
      answersOf(`SELECT serves.task_key, subject_id, answers, redone
                   FROM ${eligibleRows('subject_redo_week')} AS told
                        ${serves('told', 'told.item_key')}`),
    ),
    uses: await byTask(
      'uses',
      // Of most people none of these items: told before their items are laid apart.
      usesOf(`SELECT serves.task_key, subject_id, 1 AS uses
                FROM (SELECT week, subject_id, unnest(items) AS item
                        FROM ${eligibleRows('subject_week')} AS each WHERE items && $4::uuid[]) AS did
                     ${serves('did', 'item')}`),
    ),
  };
  return Object.fromEntries(
    tasks.map(({ workflowKey }) => [workflowKey, trustOf(counted, workflowKey)]),
  );
}

type OfTask<Counts> = NonNullable<Counts> & { readonly taskKey: string | null };

interface AllTold {
  readonly kept: readonly OfTask<TrustCounts['kept']>[];
  readonly answers: readonly OfTask<TrustCounts['answers']>[];
  readonly uses: readonly OfTask<TrustCounts['uses']>[];
}

/** Of the shares of each task (`rows` of task, person and share): how many, by whom, and the median. */
const keptOf = (rows: string) => `
  SELECT task_key AS "taskKey", people, cardinality(sorted) AS n, ${middleOf('sorted')} AS value
    FROM (SELECT task_key, count(DISTINCT subject_id) AS people,
                 array_agg(share ORDER BY share) AS sorted
            FROM (${rows}) AS kept GROUP BY task_key) AS told`;

const answersOf = (rows: string) => `
  SELECT task_key AS "taskKey", count(*) AS people, sum(answers)::bigint AS n,
         sum(redone)::bigint AS redone
    FROM (SELECT task_key, subject_id, sum(answers) AS answers, sum(redone) AS redone
            FROM (${rows}) AS told GROUP BY task_key, subject_id) AS person
   GROUP BY task_key`;

const usesOf = (rows: string) => `
  SELECT task_key AS "taskKey", count(*) AS people, sum(uses)::bigint AS n
    FROM (SELECT task_key, subject_id, sum(uses) AS uses
            FROM (${rows}) AS did GROUP BY task_key, subject_id) AS person
   GROUP BY task_key`;

function trustOf(told: AllTold, task: string | null): TrustCounts {
  const ofTask = <Row extends OfTask<object>>(rows: readonly Row[]) =>
    rows.find(({ taskKey }) => taskKey === task) ?? null;
  return { kept: ofTask(told.kept), answers: ofTask(told.answers), uses: ofTask(told.uses) };
}
