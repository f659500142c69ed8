import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  checkUsageEvent,
  eventRetentionDays,
  mondayOf,
  type EventsReceipt,
  type UsageEvent,
} from '@last-mile/shared/adoption';
import type { Transaction } from '../../db/database';
import { toFacts, type DaysReceipt, type ReportedDay } from './reportedDays';
import type { Person, PersonDigest } from './subjects';
import type { UsageFact } from './usageFact';
import { usageChangedChannel } from './usageVersion';

/** What one person's device sent. */
interface UsageBatch {
  readonly person: Person;
  readonly candidates: readonly unknown[];
}

export interface UsageStore {
  /**
   * Counts what can be counted of each batch and names the rest, a receipt for each; an event counts
   * at most once however often it is sent. Weeks are those of `timeZone`.
   */
  record(batches: readonly UsageBatch[], timeZone: string, now: Date): Promise<EventsReceipt[]>;
  /**
   * Counts days on which a report or an upload saw people use AI, in weeks of `timeZone`. The same
   * person, source and day is the same fact, whichever snapshot or file tells it again.
   */
  recordDays(days: readonly ReportedDay[], timeZone: string, now: Date): Promise<DaysReceipt>;
  /** Keys of the library items somebody has used. */
  usedItems(): Promise<ReadonlySet<string>>;
  /** Deletes raw events past their retention; the roll-ups stay. Answers how many went. */
  expire(now: Date): Promise<number>;
}

/**
 * Usage events in PostgreSQL, kept together with their roll-ups in one transaction. `onChanged` is
 * called once something is committed that changes what is shown.
 */
export function createUsageStore(
  database: Transaction,
  digestOf: PersonDigest,
  onChanged: () => void = () => undefined,
): UsageStore {
  return {
    async record(batches, timeZone, now) {
      const links = await findSubjects(
        database,
        batches.map(({ person }) => digestOf(person)),
      );
      const checked = batches.map(({ candidates }, index) => {
        const subjectId = links[index] ?? null;
        return subjectId === null
          ? { subjectId: '', events: [], refused: candidates.map(refuseUnknown) }
          : { subjectId, ...checkAll(candidates, now) };
      });
      const facts = checked.flatMap(({ subjectId, events }) =>
        events.map((event) => toFact(subjectId, event, timeZone)),
      );
      const { fresh, changed } = await insert(database, facts);
      if (changed) onChanged();
      return checked.map(({ subjectId, events, refused }) => {
        // A key that comes twice in a batch is new once.
        const accepted = events.filter(({ clientKey }) =>
          fresh.delete(factKey(subjectId, clientKey)),
        ).length;
        return { accepted, known: events.length - accepted, refused };
      });
    },

    async recordDays(days, timeZone, now) {
      const subjects = await findSubjects(
        database,
        days.map(({ person }) => digestOf(person)),
      );
      const { facts, ...left } = toFacts(days, subjects, timeZone, now);
      const { fresh, changed } = await insert(database, facts);
      if (changed) onChanged();
      return { accepted: fresh.size, known: facts.length - fresh.size, ...left };
    },

    async usedItems() {
      const rows = await database.query<{ key: string }>('SELECT item_key AS key FROM item_use');
      return new Set(rows.map(({ key }) => key));
    },

    async expire(now) {
      // A day later than the check refuses, so that a sent-again event can never count twice.
      const until = new Date(now.getTime() - (eventRetentionDays + 1) * 86_400_000);
      const [gone] = await database.query<{ count: number }>(
        `WITH gone AS (DELETE FROM usage_event WHERE at < $1 RETURNING 1)
         SELECT count(*) AS count FROM gone`,
        [until],
      );
      return gone?.count ?? 0;
    },
  };
}

/** The subject ids behind these digests, in order; null for people nobody knows. */
async function findSubjects(database: Transaction, digests: readonly Buffer[]) {
  const rows = await database.query<{ subjectId: string | null }>(
    `SELECT subject_id AS "subjectId"
       FROM unnest($1::bytea[]) WITH ORDINALITY AS asked(person_digest, place)
       LEFT JOIN usage_subject USING (person_digest) ORDER BY place`,
    [digests],
  );
  return rows.map(({ subjectId }) => subjectId);
}

const refuseUnknown = (_: unknown, index: number) => ({
  index,
  reason: 'unknownPerson',
  message: 'You are not known as a member of the programme, so nothing is counted.',
});

function checkAll(candidates: readonly unknown[], now: Date) {
  const events: UsageEvent[] = [];
  const refused: EventsReceipt['refused'] = [];
  candidates.forEach((candidate, index) => {
    const checked = checkUsageEvent(candidate, now);
    // PostgreSQL writes a UUID in lower case, however it was sent.
    if ('event' in checked) {
      events.push({ ...checked.event, clientKey: checked.event.clientKey.toLowerCase() });
    } else refused.push({ index, ...checked });
  });
  return { events, refused };
}

/**
 * One statement, so one transaction. Roll-up rows are written in the order of their keys: two
 * batches that meet in the same rows wait for each other instead of locking each other out. Told are
 * only changes that show: somebody's first action of a kind in a week, the first use of an item.
 */
const insertEvents = `
  WITH fresh AS (
    INSERT INTO usage_event (client_key, subject_id, kind, at, week, item_key, version, surface)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::date[],
                         $6::uuid[], $7::int[], $8::text[])
    ON CONFLICT DO NOTHING
    RETURNING client_key, subject_id, week, kind, item_key
  ), counted AS (
    INSERT INTO subject_week (week, subject_id, kind, actions)
    SELECT week, subject_id, counted_as, count(*)
      FROM (SELECT week, subject_id,
                   CASE kind WHEN 'templateInserted' THEN 'templateUse' ELSE 'aiUse' END AS counted_as
              FROM fresh) AS told
     GROUP BY week, subject_id, counted_as ORDER BY week, subject_id, counted_as
    ON CONFLICT (week, subject_id, kind) DO UPDATE
       SET actions = subject_week.actions + excluded.actions
    RETURNING week, xmax = 0 AS first
  ), stale AS (
    INSERT INTO week_change (week) SELECT DISTINCT week FROM counted WHERE first
  ), used AS (
    INSERT INTO item_use (item_key, uses)
    SELECT item_key, count(*) FROM fresh WHERE item_key IS NOT NULL
     GROUP BY item_key ORDER BY item_key
    ON CONFLICT (item_key) DO UPDATE SET uses = item_use.uses + excluded.uses
    RETURNING xmax = 0 AS first
  ), told AS (
    SELECT pg_notify($9, '')
     WHERE EXISTS (SELECT FROM counted WHERE first) OR EXISTS (SELECT FROM used WHERE first)
  )
  SELECT subject_id AS "subjectId", client_key AS "clientKey",
         (SELECT count(*) > 0 FROM told) AS changed FROM fresh`;

/** The keys that had not been counted before, and whether what is shown changed with them. */
async function insert(
  database: Transaction,
  facts: readonly UsageFact[],
): Promise<{ fresh: Set<string>; changed: boolean }> {
  if (facts.length === 0) return { fresh: new Set(), changed: false };
  const fresh = await database.query<{ subjectId: string; clientKey: string; changed: boolean }>(
    insertEvents,
    [
      facts.map((fact) => fact.clientKey),
      facts.map((fact) => fact.subjectId),
      facts.map((fact) => fact.kind),
      facts.map((fact) => fact.at),
      facts.map((fact) => fact.week),
      facts.map((fact) => fact.itemKey),
      facts.map((fact) => fact.version),
      facts.map((fact) => fact.surface),
      usageChangedChannel,
    ],
  );
  return {
    fresh: new Set(fresh.map(({ subjectId, clientKey }) => factKey(subjectId, clientKey))),
    changed: fresh.some(({ changed }) => changed),
  };
}

const factKey = (subjectId: string, clientKey: string) => `${subjectId} ${clientKey}`;

function toFact(subjectId: string, event: UsageEvent, timeZone: string): UsageFact {
  const week = mondayOf(calendarDayIn(new Date(event.at), timeZone));
  return { ...event, subjectId, week };
}
