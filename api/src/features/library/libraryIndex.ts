import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  canSeeStatus,
  isStale,
  type LibraryAuthor,
  type LibraryItem,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { createWordNumbers, type WeighedText } from './finding/wordNumbers';
import { createCollection, type Collection } from './librarySearch';
import { readOwnRecords } from './ownRecords';
import type { Seals } from './seals';
import { forMembers, toShownItem, type ShownItem } from './shownItem';

/** The library of one programme at one moment; people's own variants are in `byKey` alone. */
interface LibrarySnapshot {
  readonly byKey: ReadonlyMap<string, ShownItem>;
  readonly forChampions: Collection;
  readonly forMembers: Collection;
}

export interface LibraryIndex {
  of(programme: Programme): Promise<LibrarySnapshot>;
  /** Changes whenever a snapshot of that programme may have, also by the day. */
  version(programme: Programme): string;
}

export interface LibraryIndexDependencies {
  readonly list: ListStore;
  readonly seals: Seals;
  readonly names: Names;
  readonly database: Database;
  readonly now: () => Date;
}

/** Works out what the library is once per change and keeps it until the next one. */
export function createLibraryIndex(dependencies: LibraryIndexDependencies): LibraryIndex {
  const { list, seals, names, database, now } = dependencies;
  const snapshots = new Map<string, { version: string; snapshot: Promise<LibrarySnapshot> }>();

  const wordNumbers = createWordNumbers();
  const texts = new WeakMap<StoredItem, { readonly version: number; readonly text: WeighedText }>();

  /** Reads only texts that changed: reading all words is most of the work. */
  function textOf({ stored, item: { version, content } }: ShownItem): WeighedText {
    const known = texts.get(stored);
    if (known?.version === version) return known.text;
    const text = wordNumbers.weigh(content);
    texts.set(stored, { version, text });
    return text;
  }

  const dayIn = ({ timeZone }: Programme) => calendarDayIn(now(), timeZone);
  const version = (programme: Programme) =>
    `${list.version()}.${seals.version()}.${dayIn(programme)}`;

  async function shownItems({ clientKey }: Programme): Promise<ShownItem[]> {
    const [stored, approved, ownRecordOf] = await Promise.all([
      list.all(),
      seals.latest(),
      readOwnRecords(database),
    ]);
    return stored
      .map((item) => toShownItem(item, approved.get(item.clientKey), ownRecordOf(item.clientKey)))
      .filter(({ record }) => (record.programmeKey ?? clientKey) === clientKey);
  }

  async function build(programme: Programme): Promise<LibrarySnapshot> {
    const today = dayIn(programme);
    const items = await shownItems(programme);
    const versions = new Map(items.map(({ item }) => [item.clientKey, item.version]));
    const found = await names.of(
      items.flatMap(({ item }) => peopleOf(item).flatMap((person) => person?.userId ?? [])),
    );
    const shown = items.map((entry) => ({
      ...entry,
      item: {
        ...withNames(entry.item, found),
        stale: isStale(entry.item, today),
        originalChanged: hasOriginalChanged(entry, versions),
      },
    }));
    const searchable = shown
      .filter(({ item }) => item.basedOn === null)
      .map((entry) => ({ item: entry.item, text: textOf(entry) }));
    return {
      byKey: new Map(shown.map((entry) => [entry.item.clientKey, entry])),
      forChampions: createCollection(searchable, wordNumbers.words),
      // Members' words are theirs alone: no search of theirs tells what only a draft says.
      forMembers: createCollection(
        searchable
          .filter(({ item }) => canSeeStatus(item.status, false))
          .map((entry) => ({ ...entry, item: forMembers(entry.item) })),
        wordNumbers.words,
      ),
    };
  }

  return {
    version,
    of(programme) {
      const wanted = version(programme);
      const known = snapshots.get(programme.clientKey);
      if (known?.version === wanted) return known.snapshot;
      const snapshot = build(programme);
      snapshots.set(programme.clientKey, { version: wanted, snapshot });
      snapshot.catch(() => {
        // A newer one may have begun meanwhile.
        if (snapshots.get(programme.clientKey)?.snapshot === snapshot) {
          snapshots.delete(programme.clientKey);
        }
      });
      return snapshot;
    },
  };
}

/** Whether what an item translates or was made from has been approved anew since. */
function hasOriginalChanged(
  { item: { basedOn, translationOf, originalVersion: then } }: ShownItem,
  versions: ReadonlyMap<string, number>,
): boolean {
  const original = basedOn?.clientKey ?? translationOf;
  if (original === null || then === null) return false;
  return (versions.get(original) ?? then) > then;
}

/** Everybody an item names. */
const peopleOf = ({ author, owner, writers, returned }: LibraryItem) => [
  author,
  owner,
  ...writers,
  returned?.by,
];

/** A colleague's name is looked up; a name from outside stays as the source gave it. */
function withNames(item: LibraryItem, names: ReadonlyMap<string, string>): LibraryItem {
  const named = (person: LibraryAuthor): LibraryAuthor =>
    person.userId === null ? person : { ...person, name: names.get(person.userId) ?? null };
  const { author, owner, writers, returned } = item;
  return {
    ...item,
    author: named(author),
    owner: owner && named(owner),
    writers: writers.map(named),
    returned: returned && { ...returned, by: named(returned.by) },
  };
}
