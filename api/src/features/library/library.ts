import type { DashboardResponse } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  isStale,
  type ImportResponse,
  type LibraryItem,
  type LibraryQuery,
  type LibraryResponse,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import { publicKeyOf } from '../../http/publicKey';
import { Conflict, NotFound, RuleRefused } from '../../http/refusals';
import { ListConflict, type ListStore } from '../../sync/storedItem';
import { createImport } from './importRows';
import { createLibraryIndex } from './libraryIndex';
import { searchLibrary } from './librarySearch';
import { createPublications } from './publication';
import { createTemplateSanitiser } from './sanitiseTemplate';
import { createSeals } from './seals';

export interface LibraryDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  /** When the replica last heard from SharePoint. */
  readonly asOf: () => string | null;
  readonly sealKey: string;
  readonly now: () => Date;
  /** Called with an item's key when its seal does not hold. */
  readonly onBrokenSeal: (clientKey: string) => void;
}

/** Who looks: champions of the programme see drafts, proposals and eTags; members what is approved. */
export interface Viewer {
  readonly programme: Programme;
  readonly champion: boolean;
}

export interface Library {
  search(viewer: Viewer, query: LibraryQuery): Promise<LibraryResponse>;
  get(viewer: Viewer, clientKey: string): Promise<LibraryItem>;
  importRows(rows: readonly unknown[], programme: Programme, user: User): Promise<ImportResponse>;
  publish(programme: Programme, clientKey: string, eTag: string, user: User): Promise<LibraryItem>;
  /** Finishes publications that a stopped process left between their two writes. */
  resume(): Promise<number>;
  health(
    programme: Programme,
    now: Date,
    usedItems: ReadonlySet<string>,
  ): Promise<Omit<DashboardResponse['library'], 'tasks' | 'tasksWithItem'>>;
  /** The published items that serve each task, by the task's key. */
  itemsByTask(programme: Programme): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Changes whenever what is stored has. */
  version(): string;
  /** Changes whenever an answer to the programme may have, also by the day. */
  versionFor(programme: Programme): string;
  close(): Promise<void>;
}

/** The library on its list and its seals. */
export async function createLibrary(dependencies: LibraryDependencies): Promise<Library> {
  const { database, list, names, asOf, now } = dependencies;
  const seals = await createSeals({
    database,
    key: dependencies.sealKey,
    onBroken: dependencies.onBrokenSeal,
  });
  const sanitise = createTemplateSanitiser();
  const index = createLibraryIndex({ list, seals, names, database, now });
  const publications = createPublications({ database, list, seals, sanitise, now });

  const itemsFor = async ({ programme, champion }: Viewer) => {
    const snapshot = await index.of(programme);
    return champion ? snapshot.forChampions : snapshot.forMembers;
  };

  async function get(viewer: Viewer, clientKey: string) {
    const wanted = clientKey.toLowerCase();
    const found = (await itemsFor(viewer)).find(({ item }) => item.clientKey === wanted);
    if (!found) throw new NotFound();
    return found.item;
  }

  /** An item of another programme is not this champion's to publish, and is said so. */
  async function refuseElsewhere(clientKey: string): Promise<never> {
    const elsewhere = (await list.all()).some(
      (item) => publicKeyOf('Library', item.clientKey) === clientKey,
    );
    throw elsewhere ? new RuleRefused('notYourProgramme') : new NotFound();
  }

  return {
    get,
    importRows: createImport({ database, list, sanitise, now }),
    resume: () => publications.resume(),
    version: () => `${list.version()}.${seals.version()}.${asOf() ?? ''}`,
    versionFor: (programme) => `${index.version(programme)}.${asOf() ?? ''}`,
    close: () => seals.close(),

    async search(viewer, query) {
      const { items, total, cursor } = searchLibrary(await itemsFor(viewer), query);
      return { items: [...items], total, cursor, asOf: asOf() };
    },

    async publish(programme, clientKey, eTag, user) {
      const wanted = clientKey.toLowerCase();
      const viewer = { programme, champion: true };
      const shown = (await index.of(programme)).byKey.get(wanted);
      if (!shown) return refuseElsewhere(wanted);
      try {
        await publications.publish(shown, eTag, user);
      } catch (error) {
        if (!(error instanceof ListConflict)) throw error;
        throw new Conflict(await get(viewer, wanted).catch(() => shown.item));
      }
      return get(viewer, wanted);
    },

    async health(programme, at, usedItems) {
      const { forChampions } = await index.of(programme);
      const items = forChampions.map(({ item }) => item);
      const published = items.filter(({ status }) => status === 'published');
      const today = calendarDayIn(at, programme.timeZone);
      return {
        published: published.length,
        drafts: items.filter(({ status }) => status === 'draft' || status === 'inReview').length,
        pastReview: published.filter((item) => isStale(item, today)).length,
        proposals: items.filter(({ proposal }) => proposal !== null).length,
        neverUsed: published.filter(({ clientKey }) => !usedItems.has(clientKey)).length,
      };
    },

    async itemsByTask(programme) {
      const { forMembers } = await index.of(programme);
      const items = new Map<string, string[]>();
      for (const { item } of forMembers) {
        const { taskKey } = item.content;
        if (taskKey !== null) items.set(taskKey, [...(items.get(taskKey) ?? []), item.clientKey]);
      }
      return items;
    },
  };
}
