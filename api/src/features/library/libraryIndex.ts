import { canSeeStatus, type LibraryItem } from '@last-mile/shared/library';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import type { ListStore } from '../../sync/storedItem';
import { toSearchable, type Searchable } from './librarySearch';
import type { Seals } from './seals';
import { forMembers, toShownItem, type Origin, type ShownItem } from './shownItem';

/** The library of one programme at one moment. */
interface LibrarySnapshot {
  readonly byKey: ReadonlyMap<string, ShownItem>;
  readonly forChampions: readonly Searchable[];
  readonly forMembers: readonly Searchable[];
}

export interface LibraryIndex {
  of(programmeKey: string): Promise<LibrarySnapshot>;
  /** Changes whenever a snapshot may have. */
  version(): string;
}

export interface LibraryIndexDependencies {
  readonly list: ListStore;
  readonly seals: Seals;
  readonly names: Names;
  readonly database: Database;
}

/** Works out what the library is once per change and keeps it until the next one. */
export function createLibraryIndex(dependencies: LibraryIndexDependencies): LibraryIndex {
  const { list, seals, names, database } = dependencies;
  const snapshots = new Map<string, Promise<LibrarySnapshot>>();
  let builtAt = '';

  const version = () => `${list.version()}.${seals.version()}`;

  async function shownItems(programmeKey: string): Promise<ShownItem[]> {
    const [stored, approved, origins] = await Promise.all([
      list.all(),
      seals.latest(),
      readOrigins(database),
    ]);
    const shown = stored
      .map((item) => toShownItem(item, approved.get(item.clientKey), origins.get(item.clientKey)))
      .filter(({ record }) => (record.programmeKey ?? programmeKey) === programmeKey);
    const authors = shown.flatMap(({ item }) => item.author.userId ?? []);
    const found = await names.of(authors);
    return shown.map((entry) => ({ ...entry, item: withAuthorName(entry.item, found) }));
  }

  async function build(programmeKey: string): Promise<LibrarySnapshot> {
    const shown = await shownItems(programmeKey);
    const searchable = shown.map(({ item }) => toSearchable(item));
    return {
      byKey: new Map(shown.map((entry) => [entry.item.clientKey, entry])),
      forChampions: searchable,
      forMembers: searchable
        .filter(({ item }) => canSeeStatus(item.status, false))
        .map((entry) => ({ ...entry, item: forMembers(entry.item) })),
    };
  }

  return {
    version,
    of(programmeKey) {
      const wanted = version();
      if (wanted !== builtAt) {
        snapshots.clear();
        builtAt = wanted;
      }
      let snapshot = snapshots.get(programmeKey);
      if (!snapshot) {
        snapshot = build(programmeKey);
        snapshots.set(programmeKey, snapshot);
        snapshot.catch(() => snapshots.delete(programmeKey));
      }
      return snapshot;
    },
  };
}

async function readOrigins(database: Database): Promise<Map<string, Origin>> {
  const rows = await database.query<Origin & { clientKey: string }>(
    `SELECT client_key AS "clientKey", author_id AS "authorId", imported_by AS "importedBy"
       FROM library_origin`,
  );
  return new Map(rows.map((row) => [row.clientKey, row]));
}

/** A colleague's name is looked up; a name from outside stays as the source gave it. */
function withAuthorName(item: LibraryItem, names: ReadonlyMap<string, string>): LibraryItem {
  const { userId } = item.author;
  if (userId === null) return item;
  return { ...item, author: { userId, name: names.get(userId) ?? null } };
}
