import { librarySnapshot, type LibrarySnapshot } from './librarySnapshot';

/** Where the last library of each account is kept between openings. */
export interface SnapshotStore {
  /** Null when there is none, it is of an older form, or the browser keeps nothing. */
  read(account: string): Promise<LibrarySnapshot | null>;
  /** Never throws: a device that keeps nothing only starts slower. */
  write(account: string, snapshot: LibrarySnapshot): Promise<void>;
}

const databaseName = 'last-mile-library';
const storeName = 'snapshots';

/** Keeps snapshots in IndexedDB. No token is ever part of them. */
export function createSnapshotStore(factory: IDBFactory | undefined): SnapshotStore {
  const work = async <T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> => {
    if (factory === undefined) throw new Error('This browser keeps nothing.');
    const opening = factory.open(databaseName, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(storeName);
    };
    const database = await toPromise(opening);
    try {
      return await toPromise(act(database.transaction(storeName, mode).objectStore(storeName)));
    } finally {
      database.close();
    }
  };

  return {
    async read(account) {
      try {
        const kept = await work<unknown>('readonly', (store) => store.get(account));
        const parsed = librarySnapshot.safeParse(kept);
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    async write(account, snapshot) {
      try {
        await work('readwrite', (store) => store.put(snapshot, account));
      } catch {
        // Storage may be full or forbidden; the library is still shown.
      }
    },
  };
}

function toPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB refused.'));
    };
  });
}
