import type { DraftSent, RedoAnswered } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { holdLate } from '../lateFacts/heldFacts';
import { factKey, nothingInserted, type Inserted } from './insertActions';
import { markWeeks, mergeAnswers, mergeDrafts } from '../rollUps/rollUpSql';
import { usageChangedChannel } from './usageVersion';

/** Whose observation it is, and the Monday of the week it counts in. */
interface OfSubject {
  readonly subjectId: string;
  readonly week: string;
}
export type DraftFact = DraftSent & OfSubject;
export type RedoFact = RedoAnswered & OfSubject;

/** Ends each statement: what was new, and the word to every instance where it can show. */
const answer = (firstParam: number) => `notice AS (
    SELECT pg_notify($${firstParam + 1}, '')
     WHERE EXISTS (SELECT FROM fresh WHERE week < $${firstParam})
  )
  SELECT subject_id AS "subjectId", client_key AS "clientKey",
         (SELECT count(*) > 0 FROM notice) AS changed FROM fresh`;

/** One statement, so one transaction, as for counted actions. */
const insertDraft = `
  WITH sent AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::date[], $5::float8[],
                         $6::uuid[], $7::uuid[], $8::int[], $9::float8[], $10::text[])
               AS sent(client_key, subject_id, at, week, minutes, task_key, item_key, version,
                       kept_share, fates)
  ), fresh AS (
    INSERT INTO draft_observation (client_key, subject_id, at, week, minutes, task_key, item_key,
                                   version, kept_share, paragraphs)
    SELECT client_key, subject_id, at, week, minutes, task_key, item_key, version, kept_share,
           string_to_array(fates, ',') FROM sent ORDER BY subject_id, client_key
    ON CONFLICT DO NOTHING RETURNING *
  ), ${holdLate('draft_observation')}, merged AS (${mergeDrafts('counted')}
  ), marks AS (${markWeeks('merged', '$11')}
  ), ${answer(11)}`;

const insertAnswer = `
  WITH fresh AS (
    INSERT INTO redo_answer (client_key, subject_id, at, week, item_key, version, redo)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::date[], $5::uuid[],
                         $6::int[], $7::boolean[]) AS sent(client_key, subject_id)
     ORDER BY subject_id, client_key
    ON CONFLICT DO NOTHING RETURNING client_key, subject_id, week, item_key, redo
  ), ${holdLate('redo_answer')}, merged AS (${mergeAnswers('counted')}
  ), marks AS (${markWeeks('merged', '$8')}
  ), ${answer(8)}`;

/** Keeps drafts that were not kept before; `drafts` have distinct keys. */
export async function insertDrafts(
  database: Transaction,
  drafts: readonly DraftFact[],
  runningWeek: string,
): Promise<Inserted> {
  return insert(database, insertDraft, drafts, [
    drafts.map((draft) => draft.clientKey),
    drafts.map((draft) => draft.subjectId),
    drafts.map((draft) => draft.at),
    drafts.map((draft) => draft.week),
    drafts.map((draft) => draft.minutes),
    drafts.map((draft) => draft.taskKey),
    drafts.map((draft) => draft.template?.itemKey ?? null),
    drafts.map((draft) => draft.template?.version ?? null),
    drafts.map((draft) => draft.template?.keptShare ?? null),
    drafts.map((draft) => draft.template?.paragraphs.join(',') ?? null),
    runningWeek,
  ]);
}

/** Keeps answers that were not kept before; `answers` have distinct keys. */
export async function insertRedoAnswers(
  database: Transaction,
  answers: readonly RedoFact[],
  runningWeek: string,
): Promise<Inserted> {
  return insert(database, insertAnswer, answers, [
    answers.map((each) => each.clientKey),
    answers.map((each) => each.subjectId),
    answers.map((each) => each.at),
    answers.map((each) => each.week),
    answers.map((each) => each.itemKey),
    answers.map((each) => each.version),
    answers.map((each) => each.redo),
    runningWeek,
  ]);
}

async function insert(
  database: Transaction,
  statement: string,
  facts: readonly OfSubject[],
  params: readonly unknown[],
): Promise<Inserted> {
  if (facts.length === 0) return nothingInserted;
  const rows = await database.query<{ subjectId: string; clientKey: string; changed: boolean }>(
    statement,
    [...params, usageChangedChannel],
  );
  const fresh = new Set(rows.map(factKey));
  return {
    isFresh: (fact) => fresh.has(factKey(fact)),
    changed: rows.some(({ changed }) => changed),
  };
}
