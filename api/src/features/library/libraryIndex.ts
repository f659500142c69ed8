import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  canSeeStatus,
  isStale,
  type LibraryAuthor,
  type LibraryItem,
} from '@last-mile/shared/library';
import { createWordNumbers, type WeighedText } from '@last-mile/shared/library-finding';
import type { TaskNames } from '@last-mile/shared/library-exchange';
import { tagsByName, type Programme, type TagName } from '@last-mile/shared/programme';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { createCollection, type Collection } from './librarySearch';
import { readOwnRecords, type OwnRecord } from './ownRecords';
import type { Approved, Seals } from './seals';
import { asShared } from './sharedItem';
import { forMembers, toShownItem, type ShownItem } from './shownItem';

/**
 * The library of one programme at one moment, with what other programmes share with it; people's
 * own variants are in `byKey` alone.
 */
interface LibrarySnapshot {
  readonly byKey: ReadonlyMap<string, ShownItem>;
  /** What the programme's champions answer for: the items that are its own. */
  readonly own: readonly LibraryItem[];
  readonly forChampions: Collection;
  readonly forMembers: Collection;
  readonly tagNames: readonly TagName[];
  /** What other programmes may see and copy of it: its own, as members are shown them. */
  readonly lent: () => Collection;
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
  readonly sharing: Sharing;
  readonly now: () => Date;
}

/** What one programme sees of others' libraries. */
export interface Sharing {
  /** The programmes whose published items this one's people see too. */
  of(programme: Programme): Promise<readonly Programme[]>;
  /** The programmes, but this one, whose champions share their library with every other one. */
  lenders(programme: Programme): Promise<readonly Programme[]>;
  /** What the programme calls tags otherwise, in whosever items it sees. */
  tagNamesOf(programme: Programme): Promise<readonly TagName[]>;
  /** The mapped tasks of a programme. */
  tasksOf(programme: Programme): Promise<TaskNames>;
  /** Changes whenever any of it may have. */
  version(): string;
}

/** Works out what the library is once per change and keeps it until the next one. */
export function createLibraryIndex(dependencies: LibraryIndexDependencies): LibraryIndex {
  const { list, seals, names, database, sharing, now } = dependencies;
  const snapshots = new Map<string, { version: string; snapshot: Promise<LibrarySnapshot> }>();

  const wordNumbers = createWordNumbers();
  const texts = new WeakMap<StoredItem, { readonly said: string; readonly text: WeighedText }>();

  /** Reads only texts that changed: reading all words is most of the work. */
  function textOf({ stored, item: { version, content } }: ShownItem): WeighedText {
    const said = [version, ...content.tags].join('\n');
    const known = texts.get(stored);
    if (known?.said === said) return known.text;
    const text = wordNumbers.weigh(content);
    texts.set(stored, { said, text });
    return text;
  }

  const read = new WeakMap<
    StoredItem,
    { readonly approved: Approved | undefined; readonly own: string; readonly entry: ShownItem }
  >();

  /** Reads only items that changed, or of which something else is known: the others are as they were. */
  function shownOf(stored: StoredItem, approved: Approved | undefined, own: OwnRecord): ShownItem {
    const ownNow = JSON.stringify(own);
    const known = read.get(stored);
    if (known?.approved === approved && known?.own === ownNow) return known.entry;
    const entry = toShownItem(stored, approved, own);
    read.set(stored, { approved, own: ownNow, entry });
    return entry;
  }

  const dayIn = ({ timeZone }: Programme) => calendarDayIn(now(), timeZone);
  const version = (programme: Programme) =>
    `${list.version()}.${seals.version()}.${sharing.version()}.${dayIn(programme)}`;

  async function shownItems(programme: Programme): Promise<ShownItem[]> {
    const [stored, approved, ownRecordOf, others] = await Promise.all([
      list.all(),
      seals.latest(),
      readOwnRecords(database),
      sharing.of(programme),
    ]);
    const words = async (of: Programme) => ({ programme: of, tasks: await sharing.tasksOf(of) });
    const here = others.length === 0 ? null : await words(programme);
    const sharedBy = new Map(
      await Promise.all(
        others.map(async (other) => [other.clientKey, await words(other)] as const),
      ),
    );
    return stored
      .map((item) => shownOf(item, approved.get(item.clientKey), ownRecordOf(item.clientKey)))
      .flatMap((entry) => {
        const belongsTo = entry.record.programmeKey ?? programme.clientKey;
        if (belongsTo === programme.clientKey) return entry;
        const from = sharedBy.get(belongsTo);
        if (!from || !here || !isForEverybody(entry.item)) return [];
        return { ...entry, item: asShared(entry.item, from, here) };
      });
  }

  async function build(programme: Programme): Promise<LibrarySnapshot> {
    const today = dayIn(programme);
    const [asTagged, tagNames] = await Promise.all([
      shownItems(programme),
      sharing.tagNamesOf(programme),
    ]);
    const items =
      tagNames.length === 0
        ? asTagged
        : asTagged.map((entry) => ({ ...entry, item: withTagsByName(entry.item, tagNames) }));
    const versions = new Map(items.map(({ item }) => [item.clientKey, item.version]));
    const found = await names.of(
      items.flatMap(({ item }) => peopleOf(item).flatMap((person) => person?.userId ?? [])),
    );
    const shown = items.map((entry) => ({
      ...entry,
      item: {
        ...entry.item,
        ...withNames(entry.item, found),
        stale: isStale(entry.item, today),
        originalChanged: hasOriginalChanged(entry, versions),
      },
    }));
    const searchable = shown
      .filter(({ item }) => item.basedOn === null)
      .map((entry) => ({ item: entry.item, text: textOf(entry) }));
    // Members' words are theirs alone: no search of theirs tells what only a draft says.
    const published = searchable
      .filter(({ item }) => canSeeStatus(item.status, false))
      .map((entry) => ({ ...entry, item: forMembers(entry.item) }));
    // Most libraries are never lent.
    let lent: Collection | undefined;
    return {
      tagNames,
      own: searchable.flatMap(({ item }) => (item.sharedFrom === null ? item : [])),
      byKey: new Map(shown.map((entry) => [entry.item.clientKey, entry])),
      forChampions: createCollection(searchable, wordNumbers.words),
      forMembers: createCollection(published, wordNumbers.words),
      lent: () =>
        (lent ??= createCollection(
          published.filter(({ item }) => item.sharedFrom === null),
          wordNumbers.words,
        )),
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

/** What was approved keeps its tags, and its seal; people read, find and write by the names of now. */
function withTagsByName(item: LibraryItem, names: readonly TagName[]): LibraryItem {
  const named = <Content extends LibraryItem['content']>(content: Content) => ({
    ...content,
    tags: tagsByName(content.tags, names),
  });
  const { content, proposal } = item;
  return {
    ...item,
    content: named(content),
    proposal: proposal && { ...proposal, content: named(proposal.content) },
  };
}

/** What people of another programme may see: nothing that waits, and nobody's own variant. */
const isForEverybody = ({ status, basedOn }: LibraryItem) =>
  basedOn === null && canSeeStatus(status, false);

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

/** Them with their names: a colleague's is looked up, one from outside stays as the source gave it. */
function withNames(item: LibraryItem, names: ReadonlyMap<string, string>) {
  const named = (person: LibraryAuthor): LibraryAuthor =>
    person.userId === null ? person : { ...person, name: names.get(person.userId) ?? null };
  const { author, owner, writers, returned } = item;
  return {
    author: named(author),
    owner: owner && named(owner),
    writers: writers.map(named),
    returned: returned && { ...returned, by: named(returned.by) },
  };
}
