import type { ParkedDelivery } from '@last-mile/shared/operations';
import { recordAudit } from '../auth/auditTrail';
import type { Database } from '../db/database';
import { deliveryHealthOf } from './deliveryHealth';
import type { ListName } from './listDefinition';
import { dropParked, parkedItems, queueState, unpark, type ItemKey } from './outboxStore';
import { notifyChanged } from './replica';

/** What SharePoint would not take, for whoever runs the product. Nobody is shown what it says. */
export interface ParkedDeliveries {
  state(): Promise<{
    health: ReturnType<typeof deliveryHealthOf>;
    waiting: number;
    parked: number;
    oldestWaitingAt: string | null;
    items: ParkedDelivery[];
  }>;
  /**
   * Puts parked items back in the queue in the order they were accepted, all or those named, and answers
   * how many. One that is not parked (any more) is left alone, so asking twice does no more than once.
   */
  replay(which: readonly ItemKey[] | 'all', actorId: string): Promise<number>;
  /** Forgets what a parked item says, for good; false where none is parked under the key. */
  drop(key: ItemKey, actorId: string): Promise<boolean>;
}

const shownAtOnce = 200;

export function createParkedDeliveries(database: Database, now: () => Date): ParkedDeliveries {
  return {
    async state() {
      const [queue, items] = await Promise.all([
        queueState(database),
        parkedItems(database, shownAtOnce),
      ]);
      const { waiting, parked, oldestAcceptedAt } = queue;
      return {
        ...{ health: deliveryHealthOf(queue, now()), waiting, parked },
        oldestWaitingAt: oldestAcceptedAt?.toISOString() ?? null,
        items: items.map(({ list, clientKey, reason, acceptedAt }) => ({
          ...{ list, clientKey, reason: codeOf(reason), acceptedAt: acceptedAt.toISOString() },
        })),
      };
    },

    replay: (which, actorId) =>
      database.transaction(async (tx) => {
        const replayed = await unpark(tx, which);
        if (replayed.length === 0) return 0;
        for (const list of new Set(replayed)) await notifyChanged(tx, list);
        await recordAudit(tx, {
          ...{ at: now(), actorId, action: 'deliveries.replayed', programmeKey: null },
          subject: which === 'all' ? 'all' : which.map(nameOf).join(' '),
          details: { replayed: replayed.length },
        });
        return replayed.length;
      }),

    drop: (key, actorId) =>
      database.transaction(async (tx) => {
        if (!(await dropParked(tx, key))) return false;
        await notifyChanged(tx, key.list);
        await recordAudit(tx, {
          ...{ at: now(), actorId, action: 'deliveries.dropped', programmeKey: null },
          subject: nameOf(key),
        });
        return true;
      }),
  };
}

const nameOf = ({ list, clientKey }: ItemKey) => `${list}/${clientKey}`;

/** A parked item by its name, `List/key`; undefined where that is none. */
export function keyNamed(name: string): ItemKey | undefined {
  const [, list, clientKey] = /^(\w+)\/(\S+)$/.exec(name) ?? [];
  return list === undefined || clientKey === undefined
    ? undefined
    : { list: list as ListName, clientKey };
}

/** Graph's code; the sentence behind it may repeat what was written. */
const codeOf = (reason: string | null) => /^\w+/.exec(reason ?? '')?.[0] ?? 'refused';
