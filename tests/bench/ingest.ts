import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type Database } from '../../api/src/db/database';
import { startEmbeddedPostgres } from '../../api/src/db/embeddedPostgres';
import { migrate } from '../../api/src/db/migrate';
import {
  createEventIntake,
  type EventIntake,
} from '../../api/src/features/adoption/facts/eventIntake';
import { createMembershipStore } from '../../api/src/features/adoption/people/membershipStore';
import { createPersonDigest, type Person } from '../../api/src/features/adoption/facts/subjects';
import {
  createUsageStore,
  type UsageBatch,
} from '../../api/src/features/adoption/facts/usageStore';
import { benchLine, median, type Bench } from './benchLine';

const peopleCount = 20_000;
/** Devices that send at once, and how many events each batch of theirs holds. */
const devices = 200;
const eventsEach = 10;
const secondsEach = 3;
const rounds = 3;

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const timeZone = 'Europe/Berlin';
const now = new Date('2026-11-25T12:00:00Z');
const membersSince = '2026-05-25';

/** How many events a second are kept with everything counted from them, beside a bare load of the same rows. */
export const ingest: Bench = {
  lines: ['ingest.events'],
  async *run() {
    const folder = await mkdtemp(join(tmpdir(), 'last-mile-bench-'));
    const postgres = await startEmbeddedPostgres({ folder });
    const database = createDatabase(postgres.connectionString);
    try {
      await migrate(database);
      const people = await fillMembership(database);
      const takeIn = createEventIntake(createUsageStore(database, digestOf), () => now);
      const batches = batchesInTurn(people);
      const perSecond = { product: [] as number[], copy: [] as number[] };
      // The first round meets empty tables and cold code.
      let { sent } = await sendFor(secondsEach, takeIn, batches);
      for (let round = 0; round < rounds; round += 1) {
        const result = await sendFor(secondsEach, takeIn, batches);
        sent += result.sent;
        perSecond.product.push(result.perSecond);
        perSecond.copy.push(await copiedPerSecond(database, join(folder, 'postgres', 'rows')));
      }
      await refuseMiscounted(database, sent);
      yield benchLine('ingest.events', median(perSecond.product), 'events/s', {
        name: 'COPY of the same rows into a bare table in the same PostgreSQL',
        value: median(perSecond.copy),
      });
    } finally {
      await database.end();
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const digestOf = createPersonDigest('a key for the bench, 32 characters or more');

async function fillMembership(database: Database): Promise<Person[]> {
  const people = Array.from({ length: peopleCount }, () => ({ tenantId, userId: randomUUID() }));
  await createMembershipStore(database, tenantId, digestOf).replace(
    randomUUID(),
    people.map(({ userId }, at) => ({
      ...{ userId, department: `Department ${at % 30}`, jobFamily: `Family ${at % 4}` },
    })),
    membersSince,
  );
  await database.query('ANALYZE');
  return people;
}

/** Devices send batch after batch for some seconds, each as soon as its last one was answered. */
async function sendFor(seconds: number, takeIn: EventIntake, batches: Batches) {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let sent = 0;
  const device = async () => {
    while (performance.now() < until) {
      const receipt = await takeIn(batches.next().value, timeZone);
      if (receipt.accepted !== eventsEach) {
        throw new Error(`Events were refused: ${JSON.stringify(receipt)}`);
      }
      sent += receipt.accepted;
    }
  };
  await Promise.all(Array.from({ length: devices }, device));
  return { sent, perSecond: sent / ((performance.now() - startedAt) / 1000) };
}

type Batches = Iterator<UsageBatch, never>;

const kinds = ['promptCopied', 'promptOpened', 'templateInserted'] as const;

/** Batches of people in turn: what they did in the last two days. */
function* batchesInTurn(people: readonly Person[]): Batches {
  const items = Array.from({ length: 300 }, () => randomUUID());
  const moments = Array.from({ length: 1000 }, (_, at) =>
    new Date(now.getTime() - at * 172_801).toISOString(),
  );
  for (let event = 0; ;) {
    for (const person of people) {
      const candidates = Array.from({ length: eventsEach }, () => {
        event += 1;
        return {
          clientKey: randomUUID(),
          kind: kinds[event % kinds.length],
          at: moments[event % moments.length],
          itemKey: items[event % items.length],
          version: 1,
          surface: event % 4 === 0 ? 'outlook' : 'teams',
        };
      });
      yield { person, candidates };
    }
  }
}

/** The facts kept so far, loaded by the server itself from a file into a table without an index. */
async function copiedPerSecond(database: Database, file: string): Promise<number> {
  await database.query(`COPY usage_event TO '${file}'`);
  await database.query('CREATE TABLE bare (LIKE usage_event)');
  const startedAt = performance.now();
  await database.query(`COPY bare FROM '${file}'`);
  const seconds = (performance.now() - startedAt) / 1000;
  const [row] = await database.query<{ count: number }>('SELECT count(*) AS count FROM bare');
  await database.query('DROP TABLE bare');
  return (row?.count ?? 0) / seconds;
}

/** Whatever was kept must be counted by now. */
async function refuseMiscounted(database: Database, sent: number): Promise<void> {
  const [row] = await database.query<{ kept: number; counted: number }>(
    `SELECT (SELECT count(*) FROM usage_event) AS kept,
            (SELECT sum(ai_use + template_use) FROM subject_week) AS counted`,
  );
  if (row?.kept === sent && row.counted === sent) return;
  throw new Error(`Of ${sent} events, ${row?.kept} were kept and ${row?.counted} counted.`);
}
