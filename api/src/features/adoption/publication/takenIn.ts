import type { MappedTask } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Database } from '../../../db/database';

/** Facts by their key, each with the subject whose it is. */
type FactsOf = ReadonlyMap<string, string>;

export interface TakenIn {
  readonly kind: string;
  readonly facts: FactsOf;
}

interface Row {
  readonly key: string;
  readonly person: string;
  readonly week: string;
  readonly itemKey: string | null;
  readonly taskKey: string | null;
  readonly timed: boolean;
  readonly kept: boolean;
  readonly fact: 'item_use' | 'draft_observation' | 'redo_answer';
}

interface Decided {
  readonly week: string;
  readonly kind: string;
  readonly part: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The facts of a kind, of everybody or of a task, that figures over a window are made of. */
export type TakenInBy = (kind: string, task: string | null, window: readonly string[]) => FactsOf;

/**
 * For tests: the facts that figures over a window are made of, of everybody or of a task, as somebody
 * could know them who had the whole database. Read from the facts themselves: from no roll-up.
 */
export async function readTakenIn(
  database: Database,
  programmeKey: string,
  tasks: readonly MappedTask[],
): Promise<TakenInBy> {
  const facts = await database.query<Row>(
    `SELECT fact || ' ' || subject_id || ' ' || client_key AS key, subject_id AS person, fact,
            to_char(week, 'YYYY-MM-DD') AS week, item_key AS "itemKey", task_key AS "taskKey",
            timed, kept
       FROM (SELECT 'item_use' AS fact, subject_id, client_key, week, item_key,
                    NULL::uuid AS task_key, false AS timed, false AS kept
               FROM usage_event WHERE item_key IS NOT NULL
             UNION ALL
             SELECT 'draft_observation', subject_id, client_key, week, item_key, task_key,
                    minutes IS NOT NULL, kept_share IS NOT NULL FROM draft_observation
             UNION ALL
             SELECT 'redo_answer', subject_id, client_key, week, item_key, NULL, false, false
               FROM redo_answer) AS fact
      WHERE subject_id IN (SELECT subject_id FROM membership_span WHERE programme_key = $1)
        AND NOT EXISTS (SELECT FROM held_fact AS held
                         WHERE held.subject_id = fact.subject_id
                           AND held.client_key = fact.client_key
                           AND (held.fact = fact.fact
                                OR held.fact = 'usage_event' AND fact.fact = 'item_use'))`,
    [programmeKey],
  );
  const spans = await database.query<{ person: string; from: string; to: string | null }>(
    `SELECT subject_id AS person, valid_from::text AS from, valid_to::text AS to
       FROM membership_span WHERE programme_key = $1`,
    [programmeKey],
  );
  const decided = await database.query<Decided>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, kind, part, run_from::text AS from,
            run_to::text AS to FROM told_week WHERE programme_key = $1`,
    [programmeKey],
  );
  const isEligible = ({ person, week }: Row) => {
    const sunday = addDays(week, 6);
    return spans.some(
      (span) =>
        span.person === person && span.from <= sunday && (span.to === null || span.to > sunday),
    );
  };
  const eligible = facts.filter(isEligible);

  return (kind, task, window) => {
    const isTold = (week: string, part: string | null) => {
      const row = decided.find(
        (each) => each.week === week && each.kind === kind && each.part === part,
      );
      if (!row) return true;
      const { from, to } = row;
      return (
        from !== null && to !== null && from >= (window[0] ?? '') && to <= (window.at(-1) ?? '')
      );
    };
    const isAlone = (week: string) =>
      decided.every(
        (each) =>
          each.week !== week || each.kind !== kind || each.part !== null || each.from === each.to,
      );
    const items = tasks.find(({ workflowKey }) => workflowKey === task)?.itemKeys ?? [];
    const isOfTask = (row: Row) => {
      if (task === null) return true;
      const part = kind.startsWith('with') ? row.taskKey : row.itemKey;
      const isOwn = kind.startsWith('with') ? part === task : items.includes(part ?? '');
      return isOwn && isAlone(row.week) && isTold(row.week, part);
    };
    return new Map(
      eligible
        .filter((row) => isOfKind(row, kind) && window.includes(row.week))
        .filter((row) => isTold(row.week, null) && isOfTask(row))
        .map(({ key, person }) => [key, person]),
    );
  };
}

function isOfKind({ fact, timed, kept, itemKey }: Row, kind: string): boolean {
  if (kind === 'uses') return fact === 'item_use';
  if (kind === 'answers') return fact === 'redo_answer';
  if (fact !== 'draft_observation') return false;
  if (kind === 'keptShares') return kept;
  if (kind === 'drafts') return true;
  return timed && (kind === 'timedDrafts' || (kind === 'withTemplate') === (itemKey !== null));
}
