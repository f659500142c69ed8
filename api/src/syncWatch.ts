import type { Log } from './http/log';
import type { ListStoresStatus } from './sync/listStores';

/** Lists are asked for every few seconds: what is older was asked for in vain for long. */
const staleAfterSeconds = 15 * 60;

/**
 * Says in the log when our copy of a list is old, and when every copy is current again: each once, so
 * that an alert on the line fires once. Every instance says it for itself. A list that was never read
 * is as old as the watch.
 */
export function createSyncWatch(
  status: () => Promise<Pick<ListStoresStatus, 'syncedAt'>>,
  log: Log,
  now: () => Date,
) {
  const beganAt = now().toISOString();
  let isStale = false;
  return async function look(): Promise<void> {
    const ages = Object.values((await status()).syncedAt).map((syncedAt) =>
      Math.round((now().getTime() - Date.parse(syncedAt ?? beganAt)) / 1000),
    );
    const lists = ages.filter((seconds) => seconds > staleAfterSeconds).length;
    if (lists > 0 === isStale) return;
    isStale = lists > 0;
    log.tell(isStale ? 'listsStale' : 'listsCurrent', { lists, lagSeconds: Math.max(0, ...ages) });
  };
}
