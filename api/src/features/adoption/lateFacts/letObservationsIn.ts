import type { Transaction } from '../../../db/database';
import { mergeAnswers, mergeDrafts } from '../rollUps/rollUpSql';
import { countDrafts, keepDrafts } from '../windows/keptDrafting';
import { outdateWindows } from '../windows/keptWindows';
import type { Kind } from '../windows/toldWeeks';
import { inCompany, type Waiting } from './inCompany';

/**
 * Late facts that only figures over several weeks and a week's drafting time are made of. They are let
 * in part by part (decision 0017): with others who wrote for the same task, or used the same item.
 */

/** Late facts of one person and week that are alike. */
interface Alike {
  readonly subjectId: string;
  readonly week: string;
  readonly fact: 'item_use' | 'draft_observation' | 'redo_answer';
  readonly clientKeys: readonly string[];
  readonly itemKey: string | null;
  readonly taskKey: string | null;
  readonly timed: boolean;
  readonly kept: boolean;
}

/** A week of a programme that was shown, in which somebody with late facts was eligible. */
interface ShownTo {
  readonly programmeKey: string;
  readonly week: string;
  /** Whether figures over several weeks have taken it in. */
  readonly inWindows: boolean;
  readonly subjectIds: readonly string[];
}

interface LateFacts extends Alike, Waiting {
  /** What was shown of the week they are of. */
  readonly shown: readonly ShownTo[];
}

export async function letObservationsIn(tx: Transaction, minimum: number): Promise<void> {
  const waiting = await readWaiting(tx);
  if (waiting.length === 0) return;
  const together = inCompany(waiting, minimum);
  await merge(tx, together);
  await tellChanged(tx, together);
}

async function readWaiting(tx: Transaction): Promise<LateFacts[]> {
  // Sent together, in this order: what comes late in between may be shown, but does not wait here.
  const [late, shown] = await Promise.all([readLate(tx), readShown(tx)]);
  const shownIn = new Map<string, ShownTo[]>();
  for (const each of shown) {
    for (const subjectId of each.subjectIds) {
      const key = `${each.week} ${subjectId}`;
      shownIn.set(key, [...(shownIn.get(key) ?? []), each]);
    }
  }
  return late.map((facts) => {
    const own = shownIn.get(`${facts.week} ${facts.subjectId}`) ?? [];
    return { ...facts, shown: own, parts: own.flatMap((each) => partsOf(facts, each)) };
  });
}

function readLate(tx: Transaction): Promise<Alike[]> {
  return tx.query<Alike>({
    name: 'read late facts',
    // Looks each fact up by its key: as joins they would be planned as looks at all facts.
    text: `SELECT subject_id AS "subjectId", to_char(held.week, 'YYYY-MM-DD') AS week, held.fact,
            array_agg(client_key) AS "clientKeys", task_key AS "taskKey", item_key AS "itemKey",
            timed, kept
       FROM held_fact AS held, LATERAL (
              SELECT NULL::uuid AS task_key, item_key, false AS timed, false AS kept
                FROM usage_event AS own WHERE held.fact = 'item_use' AND ${isHeld}
              UNION ALL
              SELECT task_key, item_key, minutes IS NOT NULL, kept_share IS NOT NULL
                FROM draft_observation AS own WHERE held.fact = 'draft_observation' AND ${isHeld}
              UNION ALL
              SELECT NULL, item_key, false, false
                FROM redo_answer AS own WHERE held.fact = 'redo_answer' AND ${isHeld}
              OFFSET 0) AS fact
      GROUP BY 1, 2, 3, 5, 6, 7, 8`,
  });
}

const isHeld = 'own.subject_id = held.subject_id AND own.client_key = held.client_key';

function readShown(tx: Transaction): Promise<ShownTo[]> {
  return tx.query<ShownTo>({
    name: 'read where late facts show',
    text: `SELECT programme_key AS "programmeKey", to_char(week, 'YYYY-MM-DD') AS week,
                  in_windows AS "inWindows", array_agg(DISTINCT subject_id) AS "subjectIds"
             FROM (SELECT DISTINCT week, subject_id FROM held_fact
                    WHERE fact <> 'usage_event') AS late
             JOIN shown_week USING (week)
             JOIN membership_span AS member USING (programme_key, subject_id)
            WHERE member.valid_from <= week + 6
              AND (member.valid_to IS NULL OR member.valid_to > week + 6)
            GROUP BY programme_key, late.week, in_windows`,
  });
}

/** The parts of what was shown that facts would change. */
function partsOf(facts: Alike, shown: ShownTo): string[] {
  const place = `${shown.programmeKey} ${shown.week}`;
  const partOf = (kind: Kind, part: string | null = null) =>
    shown.inWindows ? [`${place} ${kind} ${part ?? ''}`] : [];
  switch (facts.fact) {
    case 'item_use':
      return partOf('uses', facts.itemKey);
    case 'redo_answer':
      return partOf('answers', facts.itemKey);
    case 'draft_observation':
      return [
        ...partOf('drafts'),
        ...(facts.kept ? partOf('keptShares', facts.itemKey) : []),
        ...(facts.timed
          ? [
              // A week's median is shown before any figure over several weeks.
              `${place} minutes`,
              ...partOf('timedDrafts'),
              ...partOf(facts.itemKey === null ? 'withoutTemplate' : 'withTemplate', facts.taskKey),
            ]
          : []),
      ];
  }
}

/** Adds late facts to the roll-ups per person. */
async function merge(tx: Transaction, together: readonly LateFacts[]): Promise<void> {
  const letGo = async (fact: Alike['fact'], table: string, statement: string) => {
    const keys = together
      .filter((each) => each.fact === fact)
      .flatMap(({ subjectId, clientKeys }) => clientKeys.map((key) => ({ subjectId, key })));
    if (keys.length === 0) return;
    await tx.query(
      `WITH chosen AS (
         DELETE FROM held_fact AS held
          USING ${table} AS fact, unnest($1::uuid[], $2::uuid[]) AS let(subject_id, client_key)
          WHERE held.fact = '${fact}' AND held.subject_id = let.subject_id
            AND held.client_key = let.client_key AND fact.subject_id = held.subject_id
            AND fact.client_key = held.client_key
         RETURNING fact.*
       ) ${statement}`,
      [keys.map(({ subjectId }) => subjectId), keys.map(({ key }) => key)],
    );
  };
  await letGo(
    'item_use',
    'usage_event',
    `UPDATE subject_week AS did SET items = did.items || more.items
       FROM (SELECT week, subject_id, array_agg(item_key) AS items
               FROM chosen GROUP BY week, subject_id) AS more
      WHERE did.week = more.week AND did.subject_id = more.subject_id`,
  );
  await letGo('draft_observation', 'draft_observation', mergeDrafts('chosen'));
  await letGo('redo_answer', 'redo_answer', mergeAnswers('chosen'));
}

async function tellChanged(tx: Transaction, together: readonly LateFacts[]): Promise<void> {
  const since = new Map<string, string>();
  const drafted = new Map<string, Set<string>>();
  for (const { fact, shown } of together) {
    for (const { programmeKey, week, inWindows } of shown) {
      const first = since.get(programmeKey) ?? week;
      if (inWindows) since.set(programmeKey, first < week ? first : week);
      if (fact === 'draft_observation') {
        drafted.set(programmeKey, (drafted.get(programmeKey) ?? new Set()).add(week));
      }
    }
  }
  for (const [programmeKey, week] of since) {
    await outdateWindows(tx, programmeKey, week, ['everybody', 'tasks']);
  }
  for (const [programmeKey, weeks] of drafted) {
    await keepDrafts(tx, programmeKey, await countDrafts(tx, programmeKey, [...weeks]));
  }
}
