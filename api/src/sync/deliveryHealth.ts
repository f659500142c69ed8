import type { DeliveryHealth } from '@last-mile/shared/operations';

/** An item waits longer than this only while SharePoint or the worker is away. */
export const laggingAfterSeconds = 15 * 60;

/** What is known of the queue. */
export interface Queue {
  readonly waiting: number;
  readonly parked: number;
  readonly oldestAcceptedAt: Date | null;
}

/** Seconds for which the oldest waiting item has waited; 0 where nothing waits. */
export function lagSeconds({ oldestAcceptedAt }: Queue, now: Date): number {
  if (oldestAcceptedAt === null) return 0;
  return Math.max(0, Math.round((now.getTime() - oldestAcceptedAt.getTime()) / 1000));
}

/**
 * Whether somebody has to look: what is parked stays until they do, what lags may pass. A long queue
 * alone is none: an import of thousands is delivered in its order.
 */
export function deliveryHealthOf(queue: Queue, now: Date): DeliveryHealth {
  if (queue.parked > 0) return 'parked';
  return lagSeconds(queue, now) > laggingAfterSeconds ? 'lagging' : 'well';
}
