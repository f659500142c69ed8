import type { MappedTask } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';

/** How often something was told of texts, and by how many people. */
interface Told {
  readonly people: number;
  readonly n: number;
}

/** What trust is made of; null where nobody told anything. */
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
  weeks: readonly string[],
): Promise<TrustCounts> {
  const anyItem = () => 'CROSS JOIN (SELECT NULL::uuid AS task_key) AS serves';
  return trustOf(await countTold(tx, anyItem, [programmeKey, weeks]), null);
}

/** Counts the same of each task's own items, by the task's key. */
export async function countTaskTrust(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  tasks: readonly MappedTask[],
): Promise<Record<string, TrustCounts>> {
  const itemOfTask = (itemKey: string) =>
    `JOIN unnest($3::uuid[], $4::uuid[]) AS serves(task_key, item_key)
       ON serves.item_key = ${itemKey}`;
  const served = tasks.flatMap(({ workflowKey, itemKeys }) =>
    itemKeys.map((itemKey) => ({ workflowKey, itemKey })),
  );
  const told = await countTold(tx, itemOfTask, [
    ...[programmeKey, weeks],
    served.map(({ workflowKey }) => workflowKey),
    served.map(({ itemKey }) => itemKey),
  ]);
  return Object.fromEntries(
    tasks.map(({ workflowKey }) => [workflowKey, trustOf(told, workflowKey)]),
  );
}

type OfTask<Counts> = NonNullable<Counts> & { readonly taskKey: string | null };

interface AllTold {
  readonly kept: readonly OfTask<TrustCounts['kept']>[];
  readonly answers: readonly OfTask<TrustCounts['answers']>[];
  readonly uses: readonly OfTask<TrustCounts['uses']>[];
}

/** `taskOf` joins a row's item with what it is counted for, as `task_key`. */
async function countTold(
  tx: Transaction,
  taskOf: (itemKey: string) => string,
  values: readonly unknown[],
): Promise<AllTold> {
  return {
    kept: await tx.query<AllTold['kept'][number]>(
      `SELECT task_key AS "taskKey", people, cardinality(sorted) AS n, ${middleOf('sorted')} AS value
         FROM (SELECT serves.task_key, count(DISTINCT subject_id) AS people,
                      array_agg(share ORDER BY share) AS sorted
                 FROM ${eligibleRows('subject_draft_week')} AS drafts ${taskOf('drafts.item_key')},
                      unnest(kept_shares) AS share
                GROUP BY serves.task_key) AS told`,
      values,
    ),
    answers: await tx.query<AllTold['answers'][number]>(
      `SELECT serves.task_key AS "taskKey", count(DISTINCT subject_id) AS people,
              sum(answers) AS n, sum(redone) AS redone
         FROM ${eligibleRows('subject_redo_week')} AS told ${taskOf('told.item_key')}
        GROUP BY serves.task_key`,
      values,
    ),
    uses: await tx.query<AllTold['uses'][number]>(
      `SELECT task_key AS "taskKey", count(*) AS people, sum(uses)::bigint AS n
         FROM (SELECT serves.task_key, subject_id, count(*) AS uses
                 FROM ${eligibleRows('subject_week')} AS did, unnest(items) AS item ${taskOf('item')}
                GROUP BY serves.task_key, subject_id) AS person
        GROUP BY task_key`,
      values,
    ),
  };
}

function trustOf(told: AllTold, task: string | null): TrustCounts {
  const ofTask = <Row extends OfTask<object>>(rows: readonly Row[]) =>
    rows.find(({ taskKey }) => taskKey === task) ?? null;
  return { kept: ofTask(told.kept), answers: ofTask(told.answers), uses: ofTask(told.uses) };
}
