import type { Database } from '../db/database';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { createDelivery } from './delivery';
import { createDeltaSync } from './deltaSync';
import { createLeases, LeaseLost, type Leases } from './lease';
import type { ListDefinition, ListName } from './listDefinition';
import { createListStore, type OwnedListStore } from './listStore';
import { oneAtATime } from './oneAtATime';
import { queueState, wakeWaiting } from './outboxStore';
import { listChangedChannel } from './replica';
import { createSharePointSite } from './sharePointSite';
import type { ListStore } from './storedItem';

export interface ListStoresOptions {
  database: Database;
  /** For the workers. */
  graph: GraphClient;
  /** For edits, where a person waits; the workers' client when not given. */
  interactiveGraph?: GraphClient;
  /** The site's id or its https address. */
  site: string;
  definitions: readonly ListDefinition[];
  clock?: () => Date;
  onError?: (error: unknown) => void;
  /** Hears of each item that this instance brought to SharePoint. */
  onDelivered?: (list: ListName) => void;
  /** How often the lists are asked for changes. */
  syncEveryMs?: number;
  /** After how long another instance takes over from one that died. */
  leaseSeconds?: number;
  /** Where the lease comes from; it is one of its own when not given. */
  leases?: Pick<Leases, 'lease'>;
}

/** What screens and health checks say about the state of delivery and sync. */
export interface ListStoresStatus {
  waiting: number;
  parked: number;
  /** Since when the oldest undelivered item waits. */
  oldestWaitingAt: string | null;
  /** When each list was last known to be as in SharePoint; `null` before the first time. */
  syncedAt: Record<string, string | null>;
  /** Why delivery or sync rests, and until when, if it does. */
  problem: { message: string; until: string } | null;
}

export interface ListStores {
  stores: Readonly<Record<ListName, ListStore>>;
  /** Delivers and syncs from now on, if no other instance does. */
  start(): Promise<void>;
  /** Finishes what is under way and lets another instance take over. */
  stop(): Promise<void>;
  /** Asks every list for changes, now; `false` when another instance has the lease. */
  syncNow(): Promise<boolean>;
  /** Delivers all that waits, now; `false` when another instance has the lease. */
  deliverNow(): Promise<boolean>;
  status(): Promise<ListStoresStatus>;
}

/** How often the lists are asked for changes, unless said otherwise. */
export const usualSyncEveryMs = 20_000;
const lookEveryMs = 10_000;
const deliverEveryMs = 5_000;
const longestRestMs = 60_000;
// What is cut off after this is settled by the next start.
const graceMs = 2_000;

/** The product's lists, read from the replica and delivered in the background. */
export function createListStores(options: ListStoresOptions): ListStores {
  const { database, definitions, onError = () => undefined } = options;
  const { clock = () => new Date(), syncEveryMs = usualSyncEveryMs, leaseSeconds = 15 } = options;
  let stopping = new AbortController();
  const graph = abortable(options.graph, () => stopping.signal);
  const site = createSharePointSite(graph, options.site);
  const lease = (options.leases ?? createLeases(database)).lease('lists', leaseSeconds);
  const { onDelivered } = options;
  const delivery = createDelivery({
    ...{ database, graph, site, definitions, lease, clock },
    ...(onDelivered && { onDelivered }),
  });
  const delta = createDeltaSync({ database, graph, site, lease, clock });
  const deliver = oneAtATime(deliverAll);
  const sync = oneAtATime(syncAll);
  const timers = new Set<NodeJS.Timeout>();
  let stopListening: (() => Promise<void>) | undefined;
  let problem: { message: string; untilMs: number; mustWait: boolean } | undefined;
  let failures = 0;

  const owned = definitions.map((definition) => {
    const store = createListStore(
      {
        database,
        graph: options.interactiveGraph ?? options.graph,
        site,
        deliverNow: async () => {
          await stores.deliverNow();
        },
      },
      definition,
    );
    return [definition.name, store] as const;
  });

  /** Rounds until nothing is due; an error of Graph lets everything rest. */
  async function deliverAll(): Promise<boolean> {
    if (isThrottled()) return true;
    const token = await lease.hold();
    if (token === undefined) return false;
    return resting(async () => {
      while ((await delivery.round(token)) === 'progress') await lease.hold();
    });
  }

  async function syncAll(): Promise<boolean> {
    if (isThrottled()) return true;
    const token = await lease.hold();
    if (token === undefined) return false;
    return resting(async () => {
      // A list that cannot be read does not keep the others from being read.
      let refused: GraphError | undefined;
      for (const definition of definitions) {
        try {
          await delta.sync(definition, token);
        } catch (error) {
          if (!(error instanceof GraphError) || error.status !== 404) throw error;
          refused = error;
        }
        await lease.hold();
      }
      if (refused) throw refused;
    });
  }

  async function resting(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      failures = 0;
      problem = undefined;
      return true;
    } catch (error) {
      if (error instanceof LeaseLost) return false;
      if (!(error instanceof GraphError)) throw error;
      if (error.status === 404) site.forget();
      failures += 1;
      const { retryAfterSeconds } = error;
      const restMs =
        retryAfterSeconds === undefined
          ? Math.min(longestRestMs, 1000 * 2 ** Math.min(failures, 10))
          : retryAfterSeconds * 1000;
      problem = {
        message: error.message,
        untilMs: clock().getTime() + restMs,
        mustWait: retryAfterSeconds !== undefined,
      };
      onError(error);
      return true;
    } finally {
      // Our own readers need not wait for the notification to come round.
      for (const [, store] of owned) store.invalidate();
    }
  }

  /** Graph named a time: it counts even for who is in a hurry. */
  function isThrottled(): boolean {
    return problem?.mustWait === true && problem.untilMs > clock().getTime();
  }

  function isResting(): boolean {
    return problem !== undefined && problem.untilMs > clock().getTime();
  }

  function every(ms: number, work: () => unknown): void {
    timers.add(setInterval(() => void Promise.resolve(work()).catch(onError), ms).unref());
  }

  async function deliverIfAwake(): Promise<void> {
    if (!isResting()) await deliver();
  }

  const stores: ListStores = {
    stores: Object.fromEntries(owned) as Record<ListName, OwnedListStore>,

    async start() {
      stopping = new AbortController();
      stopListening ??= await database.listen(listChangedChannel, (list) => {
        for (const [name, store] of owned) if (list === '' || list === name) store.invalidate();
        void deliverIfAwake().catch(onError);
      });
      every(syncEveryMs, () => (isResting() ? undefined : sync()));
      every(deliverEveryMs, deliverIfAwake);
      every((leaseSeconds * 1000) / 3, () => lease.hold());
      every(lookEveryMs, () => {
        for (const [, store] of owned) store.invalidate();
      });
      void deliver().catch(onError);
      void sync().catch(onError);
    },

    async stop() {
      for (const timer of timers) clearInterval(timer);
      timers.clear();
      await stopListening?.();
      stopListening = undefined;
      const grace = setTimeout(() => {
        stopping.abort();
      }, graceMs);
      await Promise.allSettled([deliver.idle(), sync.idle()]);
      clearTimeout(grace);
      await lease.release();
    },

    syncNow: sync,

    async deliverNow() {
      await wakeWaiting(database);
      return deliver();
    },

    async status() {
      const queue = await queueState(database);
      const synced = await database.query<{ list: string; at: Date | null }>(
        'SELECT list_name AS list, synced_at AS at FROM list_sync',
      );
      const times = new Map(synced.map((row) => [row.list, row.at?.toISOString() ?? null]));
      return {
        waiting: queue.waiting,
        parked: queue.parked,
        oldestWaitingAt: queue.oldestAcceptedAt?.toISOString() ?? null,
        syncedAt: Object.fromEntries(
          definitions.map(({ name }) => [name, times.get(name) ?? null]),
        ),
        problem: problem
          ? { message: problem.message, until: new Date(problem.untilMs).toISOString() }
          : null,
      };
    },
  };
  return stores;
}

/** The same client, whose requests end when the instance stops. */
function abortable(graph: GraphClient, signal: () => AbortSignal): GraphClient {
  return {
    get: (path, options) => graph.get(path, { signal: signal(), ...options }),
    getAll: (path, options) => graph.getAll(path, { signal: signal(), ...options }),
    getText: (path, options) => graph.getText(path, { signal: signal(), ...options }),
    post: (path, body, options) => graph.post(path, body, { signal: signal(), ...options }),
    patch: (path, body, options) => graph.patch(path, body, { signal: signal(), ...options }),
    delete: (path, options) => graph.delete(path, { signal: signal(), ...options }),
    batch: (requests, options) => graph.batch(requests, { signal: signal(), ...options }),
  };
}
