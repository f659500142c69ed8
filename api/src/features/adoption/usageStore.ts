import {
  calendarDayIn,
  checkUsageEvent,
  countedAs,
  eventRetentionDays,
  mondayOf,
  type EventsReceipt,
  type UsageEvent,
} from '@last-mile/shared/adoption';
import type { Transaction } from '../../db/database';
import type { Person, PersonDigest } from './subjects';

export interface UsageStore {
  /**
   * Counts what can be counted of a person's batch and names the rest; an event counts at most once
   * however often it is sent. Weeks are those of `timeZone`.
   */
  record(
    person: Person,
    timeZone: string,
    candidates: readonly unknown[],
    now: Date,
  ): Promise<EventsReceipt>;
  /** Keys of the library items somebody has used. */
  usedItems(): Promise<ReadonlySet<string>>;
  /** Deletes raw events past their retention; the roll-ups stay. Answers how many went. */
  expire(now: Date): Promise<number>;
}

/** Usage events in PostgreSQL, kept together with their roll-ups in one transaction. */
export function createUsageStore(database: Transaction, digestOf: PersonDigest): UsageStore {
  return {
    async record(person, timeZone, candidates, now) {
      const [link] = await database.query<{ subjectId: string }>(
        'SELECT subject_id AS "subjectId" FROM usage_subject WHERE person_digest = $1',
        [digestOf(person)],
      );
      const { events, refused } = link
        ? checkAll(candidates, now)
        : { events: [], refused: candidates.map((_, index) => ({ index, ...unknownPerson })) };
      const accepted = link ? await insert(database, link.subjectId, timeZone, events) : 0;
      return { accepted, known: events.length - accepted, refused };
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

const unknownPerson = {
  reason: 'unknownPerson',
  message: 'You are not known as a member of the programme, so nothing is counted.',
};

function checkAll(candidates: readonly unknown[], now: Date) {
  const events: UsageEvent[] = [];
  const refused: EventsReceipt['refused'] = [];
  candidates.forEach((candidate, index) => {
    const checked = checkUsageEvent(candidate, now);
    if ('event' in checked) events.push(checked.event);
    else refused.push({ index, ...checked });
  });
  return { events, refused };
}

/**
 * One statement, so one transaction. Roll-up rows are written in the order of their keys: two
 * batches that meet in the same rows wait for each other instead of locking each other out.
 */
const insertEvents = `
  WITH fresh AS (
    INSERT INTO usage_event (client_key, subject_id, kind, at, week, item_key, version, surface)
    SELECT client_key, $1, kind, at, week, item_key, version, surface
      FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::date[], $6::uuid[], $7::int[],
                  $8::text[]) AS sent(client_key, kind, at, week, item_key, version, surface)
    ON CONFLICT (client_key) DO NOTHING
    RETURNING week, kind, item_key
  ), counted AS (
    INSERT INTO subject_week (week, subject_id, kind, actions)
    SELECT week, $1, counted_as, count(*)
      FROM fresh JOIN unnest($9::text[], $10::text[]) AS of(kind, counted_as) USING (kind)
     GROUP BY week, counted_as ORDER BY week, counted_as
    ON CONFLICT (week, subject_id, kind) DO UPDATE
       SET actions = subject_week.actions + excluded.actions
    RETURNING week, xmax = 0 AS first
  ), stale AS (
    INSERT INTO week_change (week) SELECT DISTINCT week FROM counted WHERE first
  ), used AS (
    INSERT INTO item_use (item_key, uses)
    SELECT item_key, count(*) FROM fresh GROUP BY item_key ORDER BY item_key
    ON CONFLICT (item_key) DO UPDATE SET uses = item_use.uses + excluded.uses
  )
  SELECT count(*) AS accepted FROM fresh`;

async function insert(
  database: Transaction,
  subjectId: string,
  timeZone: string,
  events: readonly UsageEvent[],
): Promise<number> {
  if (events.length === 0) return 0;
  const kinds = [...new Set(events.map(({ kind }) => kind))];
  const [row] = await database.query<{ accepted: number }>(insertEvents, [
    subjectId,
    events.map((event) => event.clientKey),
    events.map((event) => event.kind),
    events.map((event) => event.at),
    events.map((event) => weekOf(event, timeZone)),
    events.map((event) => event.itemKey),
    events.map((event) => event.version),
    events.map((event) => event.surface),
    kinds,
    kinds.map(countedAs),
  ]);
  return row?.accepted ?? 0;
}

function weekOf(event: UsageEvent, timeZone: string): string {
  return mondayOf(calendarDayIn(new Date(event.at), timeZone));
}
