import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  draftingTimeOf,
  habitOf,
  mondaysBetween,
  weeklyActive,
  windowsOf,
  type CountedAction,
  type DraftObservation,
  type MembershipSpan,
} from '@last-mile/shared/adoption';
import type { UsageInstanceTask } from '../../../../local-tenant/testing/usageInstance.testProgram';
import { createDatabase, type Database } from '../../../db/database';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createKeptWindows } from '../windows/keptWindows';
import { createMembershipStore } from '../people/membershipStore';
import { showDrafting } from '../publication/shownFigures';
import { createPersonDigest } from './subjects';
import { createUsageStore } from './usageStore';
import { createWeekCounts } from '../weeks/weekCounts';
import { windowFigures } from '../windows/windowFigures';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const subjectKey = 'a key for tests, 32 characters or more';
const timeZone = 'Europe/Berlin';
const now = new Date('2026-11-26T12:00:00Z');
const startsOn = '2026-10-26';
const closed = mondaysBetween('2026-10-19', '2026-11-16');
const programmeKey = randomUUID();
const people = Array.from({ length: 12 }, () => ({ tenantId, userId: randomUUID() }));
const itemKey = randomUUID();
const digest = createPersonDigest(subjectKey);

/** Of person after person, over all five weeks: actions, and drafts without and with a template. */
const events = Array.from({ length: 240 }, (_, index) => {
  const at = new Date(Date.parse('2026-10-19T08:00:00Z') + index * 3.3 * 3_600_000).toISOString();
  const of = { clientKey: randomUUID(), at };
  const who = index % people.length;
  const template = { itemKey, version: 1, keptShare: 0.5, paragraphs: ['kept'] };
  const action = { kind: 'promptCopied' as const, itemKey, version: 1, surface: 'teams' as const };
  const draft = {
    ...{ kind: 'draftSent' as const, minutes: 5 + (index % 17), taskKey: null },
    ...{ template: Math.floor(index / 24) % 2 === 0 ? null : template, surface: 'outlook' },
  };
  return { who, event: { ...of, ...(Math.floor(index / 12) % 2 === 0 ? action : draft) } };
});
const batches: UsageInstanceTask['batches'] = Array.from({ length: 120 }, (_, index) => {
  const who = index % people.length;
  const own = events.filter((each) => each.who === who);
  const from = 2 * Math.floor(index / people.length);
  return { person: people[who]!, candidates: own.slice(from, from + 2).map(({ event }) => event) };
});

let database: TestDatabase;
const instances: ChildProcess[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  await createMembershipStore(database, tenantId, digest).replace(
    programmeKey,
    people.map(({ userId }) => ({ userId, department: 'Audit', jobFamily: null })),
    '2026-10-19',
  );
});
afterEach(async () => {
  await Promise.all(instances.splice(0).map(kill));
  await database.end();
});

/** Starts an instance and answers how many batches it has acknowledged so far. */
function startInstance() {
  const program = join(
    import.meta.dirname,
    '../../../../local-tenant/testing/usageInstance.testProgram.ts',
  );
  const instance = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  instances.push(instance);
  const task: UsageInstanceTask = {
    ...{ connectionString: database.connectionString, subjectKey, timeZone, batches },
    now: now.toISOString(),
  };
  instance.stdin.end(JSON.stringify(task));
  let acknowledged = 0;
  createInterface(instance.stdout).on('line', () => (acknowledged += 1));
  return { instance, acknowledged: () => acknowledged };
}

async function kill(instance: ChildProcess): Promise<void> {
  if (instance.exitCode !== null || instance.signalCode !== null) return;
  const ended = once(instance, 'close');
  instance.kill('SIGKILL');
  await ended;
}

/** How many facts there are, and how many the roll-ups were made of. */
async function counted(): Promise<{ facts: number; rolledUp: number }> {
  const [row] = await database.query<{ facts: number; rolledUp: number }>(
    `SELECT (SELECT count(*) FROM usage_event) + (SELECT count(*) FROM draft_observation) AS facts,
            (SELECT coalesce(sum(ai_use + template_use), 0) FROM subject_week)
              + (SELECT coalesce(sum(cardinality(minutes) + unobserved), 0)
                   FROM subject_draft_week) AS "rolledUp"`,
  );
  return row!;
}

/** The next start gets everything again: what was acknowledged, and what its sender never heard of. */
async function startAgain(on: Database = database) {
  const usage = createUsageStore(on, digest);
  for (const batch of batches) await usage.record([batch], timeZone, now);
  expect(await counted()).toEqual({ facts: events.length, rolledUp: events.length });
}

async function expectDefinitions(): Promise<void> {
  const counts = createWeekCounts(database, 5);
  const { weeks } = await counts.read(programmeKey, closed, { now, closedUntil: '2026-11-16' });
  const windows = createKeptWindows(database, 5, (error) => {
    throw error;
  });
  const figures = await windowFigures(windows.ahead, { clientKey: programmeKey, startsOn }, closed);
  const actions = events.flatMap(({ who, event }): CountedAction[] =>
    event.kind === 'promptCopied'
      ? [{ ...event, subjectId: String(who), at: new Date(event.at), surface: 'teams' }]
      : [],
  );
  const drafts = events.flatMap(({ who, event }): DraftObservation[] =>
    event.kind === 'draftSent'
      ? [{ ...event, subjectId: String(who), at: new Date(event.at) }]
      : [],
  );
  const membership = people.map((_, index): MembershipSpan => ({
    ...{ subjectId: String(index), department: 'Audit', jobFamily: null },
    ...{ validFrom: '2026-10-19', validTo: null },
  }));
  const measured = {
    ...{ membership, closed, windows: windowsOf(closed, startsOn) },
    timeZone,
    smallestGroup: 5,
  };
  expect(weeks.map(({ week, active, eligible }) => ({ week, active, eligible }))).toEqual(
    weeklyActive(actions, membership, closed, timeZone).map(({ startsOn: week, ...of }) => ({
      ...{ week, active: of.active, eligible: of.eligible },
    })),
  );
  expect(figures?.habit).toEqual(habitOf(actions, membership, measured.windows.habit, timeZone));
  expect(showDrafting(weeks, figures?.drafting, 5)).toEqual(
    draftingTimeOf(drafts, closed, measured),
  );
}

describe('a fact and its roll-up are there together or not at all', { timeout: 90_000 }, () => {
  test('when instances are killed with kill -9 at any moment, again and again', async () => {
    for (const after of [1, 7, 20, 33, 46]) {
      const { instance, acknowledged } = startInstance();
      await expect.poll(acknowledged, { timeout: 30_000, interval: 1 }).toBeGreaterThan(after);
      await kill(instance);
      // A statement that was under way ends by itself.
      await expect
        .poll(() => database.query(`SELECT FROM pg_stat_activity WHERE ${ofInstance}`))
        .toEqual([]);
      const { facts, rolledUp } = await counted();
      expect(rolledUp).toBe(facts);
      expect(facts).toBeGreaterThanOrEqual(2 * after);
    }
    await startAgain();
    await expectDefinitions();
  });

  test('when the connection breaks between the two', async () => {
    const other = createDatabase(database.connectionString, { maxConnections: 2 });
    const usage = createUsageStore(other, digest);
    const [first, second] = [batches[0]!, batches[people.length]!];
    await usage.record([first], timeZone, now);
    const before = await counted();
    await database.transaction(async (tx) => {
      // The same person's next facts are written, and wait here for their roll-up.
      await tx.query('SELECT FROM subject_week FOR UPDATE');
      const recorded = usage.record([second], timeZone, now);
      const waiting = `SELECT pid FROM pg_stat_activity WHERE ${ofInstance} AND wait_event_type = 'Lock'`;
      const broken = expect
        .poll(() => database.query(waiting))
        .toHaveLength(1)
        .then(() => database.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS waits`));
      await Promise.all([expect(recorded).rejects.toThrow(), broken]);
    });
    expect(await counted()).toEqual(before);
    await startAgain(other);
    await other.end();
    await expectDefinitions();
  });

  test('when the roll-up cannot be written', async () => {
    const usage = createUsageStore(database, digest);
    await database.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON subject_week EXECUTE FUNCTION refuse()`);
    await expect(usage.record([batches[0]!], timeZone, now)).rejects.toThrow('the disk is full');
    expect(await counted()).toEqual({ facts: 0, rolledUp: 0 });
    await database.query('DROP TRIGGER refuse ON subject_week');
    await startAgain();
    await expectDefinitions();
  });

  test('when late facts are let in and what is shown of them cannot be written', async () => {
    const counts = createWeekCounts(database, 5);
    const when = { now, closedUntil: '2026-11-16' };
    await counts.read(programmeKey, closed, when);
    const usage = createUsageStore(database, digest);
    for (const batch of batches) await usage.record([batch], timeZone, now);
    await database.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
      CREATE TRIGGER refuse BEFORE UPDATE ON shown_week EXECUTE FUNCTION refuse()`);
    await expect(counts.read(programmeKey, closed, when)).rejects.toThrow('the disk is full');
    expect((await counted()).rolledUp).toBe(0);
    await database.query('DROP TRIGGER refuse ON shown_week');
    await expectDefinitions();
  });
});

const ofInstance = `datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%INTO usage_event%'
  AND state <> 'idle'`;
