import { eventRetentionDays, mondayOf, type EventsReceipt } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Transaction } from '../../../db/database';
import { insertActions, type FactIdentity, type Inserted } from './insertActions';
import { insertDrafts, insertRedoAnswers } from './insertObservations';
import { toFacts, type DaysReceipt, type ReportedDay } from '../usageReports/reportedDays';
import { createSortedFacts, sortBatch } from './sortedFacts';
import { findCounted } from './subjectLinks';
import type { Person, PersonDigest } from './subjects';
import { createWeeks } from './weekOf';

/** What one person's device sent. */
export interface UsageBatch {
  readonly person: Person;
  readonly candidates: readonly unknown[];
}

export interface UsageStore {
  /**
   * Keeps what can be kept of each batch and names the rest, a receipt for each; an event counts at
   * most once however often its sender's devices send it. Weeks are those of `timeZone`.
   */
  record(batches: readonly UsageBatch[], timeZone: string, now: Date): Promise<EventsReceipt[]>;
  /**
   * Counts days on which a report or an upload saw people use AI, in weeks of `timeZone`. The same
   * person, source and day is the same fact, whichever snapshot or file tells it again.
   */
  recordDays(days: readonly ReportedDay[], timeZone: string, now: Date): Promise<DaysReceipt>;
  /** Keys of the library items somebody has used. */
  usedItems(): Promise<ReadonlySet<string>>;
  /** Deletes facts past their retention; the roll-ups stay. Answers how many went. */
  expire(now: Date): Promise<number>;
}

/**
 * Facts in PostgreSQL, kept together with their roll-ups in one transaction. `onChanged` is called
 * once something is committed that changes what is shown.
 */
export function createUsageStore(
  database: Transaction,
  digestOf: PersonDigest,
  onChanged: () => void = () => undefined,
): UsageStore {
  const weekOf = createWeeks();
  return {
    async record(batches, timeZone, now) {
      const subjects = await findCounted(
        database,
        batches.map(({ person }) => digestOf(person)),
      );
      const weeks = weekOf(timeZone);
      const sorted = createSortedFacts(weeks);
      const checked = batches.map(({ candidates }, index) =>
        sortBatch(candidates, subjects[index] ?? null, now, sorted, weeks),
      );
      const running = mondayOf(calendarDayIn(now, timeZone));
      const [actions, drafts, answers] = [
        await insertActions(database, sorted.actions, running),
        await insertDrafts(database, sorted.drafts, running),
        await insertRedoAnswers(database, sorted.answers, running),
      ];
      if (actions.changed || drafts.changed || answers.changed) onChanged();
      return checked.map(({ own, kept, refused }) => {
        const accepted =
          countFresh(own.actions, actions) +
          countFresh(own.drafts, drafts) +
          countFresh(own.answers, answers);
        return { accepted, known: kept - accepted, refused };
      });
    },

    async recordDays(days, timeZone, now) {
      const subjects = await findCounted(
        database,
        days.map(({ person }) => (Buffer.isBuffer(person) ? person : digestOf(person))),
      );
      const { facts, ...left } = toFacts(days, subjects, timeZone, now);
      const running = mondayOf(calendarDayIn(now, timeZone));
      const inserted = await insertActions(database, facts, running);
      if (inserted.changed) onChanged();
      const accepted = countFresh(facts, inserted);
      return { accepted, known: facts.length - accepted, ...left };
    },

    async usedItems() {
      const rows = await database.query<{ key: string }>('SELECT item_key AS key FROM used_item');
      return new Set(rows.map(({ key }) => key));
    },

    async expire(now) {
      // A day later than the check refuses, so that a sent-again event can never count twice.
      const until = new Date(now.getTime() - (eventRetentionDays + 1) * 86_400_000);
      const [gone] = await database.query<{ count: number }>(expireFacts, [until]);
      return gone?.count ?? 0;
    },
  };
}

/** What still waits for company when its fact goes is never shown: there is nothing left to count. */
const expireFacts = `
  WITH actions AS (
    DELETE FROM usage_event WHERE at < $1 RETURNING subject_id, client_key
  ), drafts AS (
    DELETE FROM draft_observation WHERE at < $1 RETURNING subject_id, client_key
  ), answers AS (
    DELETE FROM redo_answer WHERE at < $1 RETURNING subject_id, client_key
  ), gone AS (
    SELECT 'usage_event' AS fact, * FROM actions
    UNION ALL SELECT 'draft_observation', * FROM drafts
    UNION ALL SELECT 'redo_answer', * FROM answers
  ), held AS (
    DELETE FROM held_fact USING gone
     WHERE held_fact.subject_id = gone.subject_id
       AND (held_fact.fact = gone.fact
            OR held_fact.fact = 'item_use' AND gone.fact = 'usage_event')
       AND held_fact.client_key = gone.client_key
  )
  SELECT count(*) AS count FROM gone`;

function countFresh(facts: readonly FactIdentity[], { isFresh }: Inserted): number {
  return facts.reduce((count, fact) => count + (isFresh(fact) ? 1 : 0), 0);
}
