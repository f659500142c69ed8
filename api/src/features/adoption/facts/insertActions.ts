import type { Transaction } from '../../../db/database';
import { dayArray, instantArray, intArray, uuidArray, wordArray } from './columnArrays';
import { holdLate } from '../lateFacts/heldFacts';
import { markWeeks, mergeActions, mergeFirsts } from '../rollUps/rollUpSql';
import type { UsageFact } from './usageFact';
import { usageChangedChannel } from './usageVersion';

/** What came of inserting facts. */
export interface Inserted {
  /** Whether one of these facts was not there before. */
  readonly isFresh: (fact: FactIdentity) => boolean;
  /** Whether what is shown changed, or may have. */
  readonly changed: boolean;
}

export const nothingInserted: Inserted = { isFresh: () => false, changed: false };

/** What tells a fact from every other: the key is its sender's. */
export interface FactIdentity {
  readonly subjectId: string;
  readonly clientKey: string;
}

export const factKey = ({ subjectId, clientKey }: FactIdentity) => `${subjectId} ${clientKey}`;

/**
 * One statement, so one transaction: facts and roll-ups are kept together or not at all. Rows are
 * written in the order of their keys: two batches that meet in the same rows, or bring the same
 * facts, wait for each other instead of locking each other out. Told is only what can show: the
 * running week does not.
 */
const insert = `
  WITH fresh AS (
    INSERT INTO usage_event (client_key, subject_id, kind, at, week, item_key, version, surface)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::date[],
                         $6::uuid[], $7::int[], $8::text[]) AS sent(client_key, subject_id)
     ORDER BY subject_id, client_key
    ON CONFLICT DO NOTHING
    RETURNING client_key, subject_id, kind, week, item_key, surface
  ), ${holdLate('usage_event')}, merged AS (${mergeActions('counted')}
  ), firsts AS (${mergeFirsts('merged')}
  ), marks AS (${markWeeks('merged', '$9')}
  ), used AS (
    INSERT INTO used_item (item_key)
    SELECT DISTINCT item_key FROM fresh
     WHERE item_key IS NOT NULL
       AND NOT EXISTS (SELECT FROM used_item AS known WHERE known.item_key = fresh.item_key)
     ORDER BY item_key
    ON CONFLICT DO NOTHING RETURNING item_key
  ), notice AS (
    SELECT pg_notify($10, '')
     WHERE EXISTS (SELECT FROM fresh WHERE week < $9) OR EXISTS (SELECT FROM used)
  )
  SELECT count(*) = $11 AS "allFresh", (SELECT count(*) > 0 FROM notice) AS changed,
         CASE WHEN count(*) < $11 THEN array_agg(subject_id || ' ' || client_key) END AS keys
    FROM fresh`;

/**
 * Keeps counted actions that were not kept before. `facts` have distinct keys; `runningWeek` is the
 * Monday of the week in which it is now.
 */
export async function insertActions(
  database: Transaction,
  facts: readonly UsageFact[],
  runningWeek: string,
): Promise<Inserted> {
  if (facts.length === 0) return nothingInserted;
  const [row] = await database.query<{
    allFresh: boolean;
    changed: boolean;
    keys: string[] | null;
  }>({ name: 'insert actions', text: insert }, [
    uuidArray(facts, (fact) => fact.clientKey),
    uuidArray(facts, (fact) => fact.subjectId),
    wordArray(facts, (fact) => fact.kind),
    instantArray(facts, (fact) => Date.parse(fact.at)),
    dayArray(facts, (fact) => fact.week),
    uuidArray(facts, (fact) => fact.itemKey),
    intArray(facts, (fact) => fact.version),
    wordArray(facts, (fact) => fact.surface),
    runningWeek,
    usageChangedChannel,
    facts.length,
  ]);
  const fresh = new Set(row?.keys);
  return {
    // Nearly always everything is new: nobody has to look it up then.
    isFresh: (fact) => row?.allFresh === true || fresh.has(factKey(fact)),
    changed: row?.changed ?? false,
  };
}
