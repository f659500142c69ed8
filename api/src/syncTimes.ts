import type { ListStoresStatus } from './sync/listStores';
import type { ListName } from './sync/listDefinition';

const freshForMs = 5_000;

/** When each list was last known to be as in SharePoint, without a query for every reader. */
export interface SyncTimes {
  of(list: ListName): string | null;
}

/** Starts from what is known now; looks again in the background when someone asks. */
export async function createSyncTimes(
  status: () => Promise<Pick<ListStoresStatus, 'syncedAt'>>,
  now: () => number,
): Promise<SyncTimes> {
  let { syncedAt } = await status();
  let lookedAt = now();

  function lookAgain() {
    lookedAt = now();
    // A database that is away keeps the last times, which is what they are: the last known.
    status().then(
      (latest) => {
        syncedAt = latest.syncedAt;
      },
      () => undefined,
    );
  }

  return {
    of(list) {
      if (now() - lookedAt >= freshForMs) lookAgain();
      return syncedAt[list] ?? null;
    },
  };
}
