import type { MappedTask } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';
import { partIsTold, weekIsTold, type Kind, type Row } from './toldWeeks';

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

/** How the facts of a kind are told apart: what they are joined with as `serves`, and which are told. */
interface Apart {
  readonly join: (itemKey: string) => string;
  readonly isTold: (of: Row, itemKey: string) => string;
}

/** Counts what was told of all items in these weeks, by people eligible in the week they did. */
export async function countTrust(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<TrustCounts> {
  const told = await countTold(
    tx,
    {
      join: () => 'CROSS JOIN (SELECT NULL::uuid AS task_key) AS serves',
      isTold: weekIsTold,
    },
    [programmeKey, weeks],
  );
  return trustOf(told, null);
}

/** Counts the same of each task's own items, by the task's key. */
export async function countTaskTrust(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  tasks: readonly MappedTask[],
): Promise<Record<string, TrustCounts>> {
  const served = tasks.flatMap(({ workflowKey, itemKeys }) =>
    itemKeys.map((itemKey) => ({ workflowKey, itemKey })),
  );
  const told = await countTold(
    tx,
    {
      join: (itemKey) => `JOIN unnest($3::uuid[], $4::uuid[]) AS serves(task_key, item_key)
         ON serves.item_key = ${itemKey}`,
      isTold: partIsTold,
    },
    [
      ...[programmeKey, weeks],
      served.map(({ workflowKey }) => workflowKey),
      served.map(({ itemKey }) => itemKey),
    ],
  );
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

async function countTold(
  tx: Transaction,
  { join, isTold }: Apart,
  values: readonly unknown[],
): Promise<AllTold> {
  const tells = (kind: Kind, row: string, itemKey: string) =>
    isTold({ row, kind: `'${kind}'` }, itemKey);
  return {
    kept: await tx.query<AllTold['kept'][number]>(
      `SELECT task_key AS "taskKey", people, cardinality(sorted) AS n, ${middleOf('sorted')} AS value
         FROM (SELECT serves.task_key, count(DISTINCT subject_id) AS people,
                      array_agg(share ORDER BY share) AS sorted
                 FROM ${eligibleRows('subject_draft_week')} AS drafts ${join('drafts.item_key')},
                      unnest(kept_shares) AS share
                WHERE ${tells('keptShares', 'drafts', 'drafts.item_key')}
                GROUP BY serves.task_key) AS told`,
      values,
    ),
    answers: await tx.query<AllTold['answers'][number]>(
      `SELECT serves.task_key AS "taskKey", count(DISTINCT subject_id) AS people,
              sum(answers) AS n, sum(redone) AS redone
         FROM ${eligibleRows('subject_redo_week')} AS told ${join('told.item_key')}
        WHERE ${tells('answers', 'told', 'told.item_key')}
        GROUP BY serves.task_key`,
      values,
    ),
    uses: await tx.query<AllTold['uses'][number]>(
      `SELECT task_key AS "taskKey", count(*) AS people, sum(uses)::bigint AS n
         FROM (SELECT serves.task_key, subject_id, count(*) AS uses
                 FROM ${eligibleRows('subject_week')} AS did, unnest(items) AS item ${join('item')}
                WHERE ${tells('uses', 'did', 'item')}
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
