import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { createDraws } from '../../api/local-tenant/sample/seededDraws';
import type { Deployment } from '../setup/deployment';
import { press } from './press';

const kinds = [
  'killed',
  'connectionsBroken',
  'throttled',
  'unavailable',
  'droppedAfterWriting',
  'droppedBefore',
  'away',
] as const;
type Kind = (typeof kinds)[number];

export interface TroublePlan {
  readonly seed: number;
  /** Longest time between two troubles, in milliseconds. */
  readonly everyMs: number;
  /** How long SharePoint is gone when it is, in milliseconds. */
  readonly awayMs: number;
}

export interface Trouble {
  /** How often each happened. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** When SharePoint was away and nothing else was wrong, by `performance.now()`. */
  readonly away: readonly { readonly from: number; readonly until: number }[];
}

/** A fault that stands until its time is over, however many requests it meets. */
const always = 1_000_000_000;

/**
 * Makes one trouble after the other, each kind once in every round and in an order by chance, until
 * `isOver`. Each process killed is started again on the same folder; at the end nothing stands.
 */
export async function makeTrouble(
  deployment: Deployment,
  plan: TroublePlan,
  isOver: () => boolean,
): Promise<Trouble> {
  const draws = createDraws(plan.seed);
  const counts = { ...noTrouble };
  const away: { from: number; until: number }[] = [];
  const control = (action: string, body?: object) => press(deployment, action, body);
  /** Three deliveries to SharePoint and the next notification. */
  async function meet(action: string, fault: object = {}) {
    await control(action, { ...fault, path: '$batch', times: 3 });
    await control(action, { ...fault, path: '/teamwork', times: 1 });
  }

  const make: Readonly<Record<Kind, () => Promise<void>>> = {
    killed: () => deployment.killProduct(),
    connectionsBroken: () => breakConnections(deployment.product.database),
    throttled: () => meet('answer', { status: 429, retryAfter: 1 }),
    unavailable: () => meet('answer', { status: 503 }),
    droppedAfterWriting: () => meet('drop-after-write'),
    droppedBefore: () => meet('drop-before'),
    async away() {
      await control('drop-before', { path: '$batch', times: always });
      await control('drop-before', { path: '/sites/', times: always });
      const from = performance.now();
      await delay(plan.awayMs);
      away.push({ from, until: performance.now() });
      await control('clear');
    },
  };

  while (!isOver()) {
    for (const kind of draws.shuffled(kinds)) {
      await delay(draws.share() * plan.everyMs);
      if (isOver()) break;
      await make[kind]();
      counts[kind] += 1;
    }
  }
  await control('clear');
  return { counts, away };
}

const noTrouble: Readonly<Record<Kind, number>> = {
  ...{ killed: 0, connectionsBroken: 0, throttled: 0, unavailable: 0 },
  ...{ droppedAfterWriting: 0, droppedBefore: 0, away: 0 },
};

/** Ends every connection to the database but its own, as a failover does. */
async function breakConnections(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  } finally {
    await client.end();
  }
}
