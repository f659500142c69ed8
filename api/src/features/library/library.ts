import type { DashboardResponse } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  canSeeItem,
  isStale,
  type CopyRequest,
  type CopyResponse,
  type DraftReceipt,
  type draftRequest,
  type ItemProvenance,
  type ExportFormat,
  type ImportRequest,
  type ImportResponse,
  type ItemViewer,
  type LibraryItem,
  type LibraryQuery,
  type LibraryResponse,
  type LibraryShelves,
  type OwnItemsResponse,
  type RestoreRequest,
  type ReviewResponse,
  type TranslationsResponse,
  type StandardId,
  type StarterRequest,
  type StarterResponse,
  type VersionEffect,
  type VersionsResponse,
  type LikenessRequest,
  type LikenessResponse,
} from '@last-mile/shared/library';
import { tagsAskedFor, type Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type * as z from 'zod/mini';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import { publicKeyOf } from '../../http/publicKey';
import { Conflict, NotFound, RuleRefused } from '../../http/refusals';
import { ListConflict, type ListStore } from '../../sync/storedItem';
import { createCopyItems } from './copies/copyItems';
import { createLentItems, type LentItems } from './copies/lentItems';
import { createDrafts, type KeepDraft } from './drafts';
import { createEdits, type Acting, type Edits } from './edits';
import { exportLibrary, type LibraryFile } from './exportLibrary';
import type { Favourites } from './favourites';
import { createHandOvers, type HandOvers } from './handOvers';
import { createImport } from './importRows';
import { createLibraryIndex, type Sharing } from './libraryIndex';
import { createLikeItems } from './likeItems';
import { createOldDrafts, type OldDrafts } from './oldDrafts';
import { createPastImports, type PastImports } from './pastImports';
import { createPublications } from './publication';
import { reviewQueueOf } from './reviewQueue';
import { createTemplateSanitiser } from './sanitiseTemplate';
import { createSeals, type Approved } from './seals';
import { itemFor, type ShownItem } from './shownItem';
import { createStarter } from './starter/takeStarter';
import { createVersions } from './versions';
import type { Viewer } from './viewer';
import { createWrittenText } from './writtenText';

export interface LibraryDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  readonly favourites: Favourites;
  /** Keys of the items a person used last. */
  readonly recentItems: (user: User) => Promise<readonly string[]>;
  /** How many people of a job family used an item lately, of the items of which it may be said. */
  readonly usedInRole: (
    programme: Programme,
    jobFamily: string | null,
  ) => Promise<ReadonlyMap<string, number>>;
  /** When the replica last heard from SharePoint. */
  readonly asOf: () => string | null;
  readonly sealKey: string;
  /** Days after which a draft that nobody changes is retired. */
  readonly draftDays: number;
  readonly now: () => Date;
  /** The prompt standards without which nothing of the programme is published. */
  readonly requiredStandards: (programme: Programme) => Promise<readonly StandardId[]>;
  /** Days after which what is approved in the programme falls due for review. */
  readonly reviewAfterDays: (programme: Programme) => Promise<number>;
  readonly sharing: Sharing;
  /** Whether a person is in the programme; throws Unavailable. */
  readonly isInProgramme: (programme: Programme, userId: string) => Promise<boolean>;
  /** What became of the versions of an item, as other features count it. */
  readonly effectsOf: (
    programme: Programme,
    clientKey: string,
  ) => Promise<ReadonlyMap<number, VersionEffect>>;
  /** Called once a version has been published; nobody waits for what it sets off. */
  readonly onPublished: () => void;
  /** Called with an item's key when its seal does not hold. */
  readonly onBrokenSeal: (clientKey: string) => void;
}

/** What can be done with an item that is there. Answers the item as it is afterwards. */
export type ItemAct = (acting: Acting, edits: Edits) => Promise<void>;

export interface Library {
  /** What the query finds, in order for who is in this job family (null: not known). */
  /** What the person may want first. */
  shelves(viewer: Viewer, jobFamily: string | null): Promise<LibraryShelves>;
  /** Marks an item that the person sees, for them alone. */
  setFavourite(viewer: Viewer, clientKey: string, favourite: boolean): Promise<void>;
  search(viewer: Viewer, query: LibraryQuery, jobFamily: string | null): Promise<LibraryResponse>;
  get(viewer: Viewer, clientKey: string): Promise<LibraryItem>;
  /** What the person wrote and only champions, or nobody else, can see. */
  own(viewer: Viewer): Promise<OwnItemsResponse>;
  /** What says an item in other languages. Rejects like `get`. */
  translations(viewer: Viewer, clientKey: string): Promise<TranslationsResponse>;
  reviewQueue(programme: Programme): Promise<ReviewResponse>;
  versions(viewer: Viewer, clientKey: string): Promise<VersionsResponse>;
  createDraft(viewer: Viewer, draft: z.output<typeof draftRequest>): Promise<DraftReceipt>;
  /** The same in two steps, to keep the draft in a transaction of the caller's. */
  prepareDraft(
    viewer: Viewer,
    draft: z.output<typeof draftRequest>,
    provenance: ItemProvenance,
  ): Promise<KeepDraft>;
  /** Adds the starter library's items, as drafts. */
  takeStarter(request: StarterRequest, programme: Programme, user: User): Promise<StarterResponse>;
  importRows(request: ImportRequest, programme: Programme, user: User): Promise<ImportResponse>;
  /** The items that rows to import are like. */
  likeItems(programme: Programme, request: LikenessRequest): Promise<LikenessResponse>;
  readonly pastImports: PastImports;
  /** What other programmes share, to be copied. */
  readonly lent: LentItems;
  /** Copies items of another programme as drafts; rejects with NotFound where it shares nothing. */
  copyItems(
    request: CopyRequest,
    lenderKey: string,
    programme: Programme,
    user: User,
  ): Promise<CopyResponse>;
  readonly handOvers: HandOvers;
  readonly oldDrafts: Pick<OldDrafts, 'retire'>;
  /** Everything the viewer sees, as a file. */
  export(viewer: Viewer, format: ExportFormat): Promise<LibraryFile>;
  publish(programme: Programme, clientKey: string, eTag: string, user: User): Promise<LibraryItem>;
  /** Acts on an item as it stood at `eTag`; someone else's change meanwhile is a Conflict. */
  act(viewer: Viewer, clientKey: string, eTag: string, act: ItemAct): Promise<LibraryItem>;
  /** Proposes an earlier text of the item. */
  restore(viewer: Viewer, clientKey: string, wanted: RestoreRequest): Promise<LibraryItem>;
  /** Finishes publications that a stopped process left between their two writes. */
  resume(): Promise<number>;
  health(
    programme: Programme,
    now: Date,
    usedItems: ReadonlySet<string>,
  ): Promise<Omit<DashboardResponse['library'], 'tasks' | 'tasksWithItem' | 'casesToWalk'>>;
  /** The published items that serve each task, by the task's key. */
  itemsByTask(programme: Programme): Promise<ReadonlyMap<string, readonly string[]>>;
  /**
   * An item with its approved texts, newest first, for what other features link to it; undefined
   * where the programme has none under the key. Never asks Graph.
   */
  approvedTexts(programme: Programme, clientKey: string): Promise<ApprovedTexts | undefined>;
  /**
   * An item that the programme's champions answer for, as they see it; undefined where there is none
   * under the key. Never asks Graph.
   */
  ownItem(programme: Programme, clientKey: string): Promise<LibraryItem | undefined>;
  /** The keys of the published items that the programme's people see, by their titles. */
  publishedTitles(programme: Programme): Promise<ReadonlyMap<string, string>>;
  /** Where the programme's published items are used, each once, in alphabetical order. */
  assistants(programme: Programme): Promise<string[]>;
  /** The programme whose champions answer for an item that this one's people see. */
  belongsTo(programme: Programme, clientKey: string): Promise<Programme>;
  /** Changes whenever what is stored has. */
  version(): string;
  /** Changes whenever an answer to the programme may have, also by the day. */
  versionFor(programme: Programme): string;
  close(): Promise<void>;
}

export interface ApprovedTexts {
  /** As champions see it. */
  readonly item: LibraryItem;
  readonly approved: readonly Approved[];
}

/** As many as fit beside the search without pushing it away. */
const mostInRole = 6;

const usersOf = ({ clientKey }: LibraryItem, usedBy: ReadonlyMap<string, number>) =>
  usedBy.get(clientKey) ?? 0;

/** The library on its list and its seals. */
export async function createLibrary(dependencies: LibraryDependencies): Promise<Library> {
  const { database, list, names, asOf, sharing, now } = dependencies;
  const seals = await createSeals({
    database,
    key: dependencies.sealKey,
    onBroken: dependencies.onBrokenSeal,
  });
  const sanitise = createTemplateSanitiser();
  const index = createLibraryIndex({ list, seals, names, database, sharing, now });
  const likeItems = createLikeItems();
  const publications = createPublications({ database, list, seals, sanitise, now });
  const written = createWrittenText(sanitise);
  const drafts = createDrafts({ database, list, index, written, now });
  const { reviewAfterDays } = dependencies;
  const edits = createEdits({ database, list, publications, written, reviewAfterDays, now });
  const handOvers = createHandOvers({ index, edits, isInProgramme: dependencies.isInProgramme });
  const versions = createVersions({ list, seals, names });
  const oldDrafts = createOldDrafts({
    ...{ database, list, seals, now },
    afterDays: dependencies.draftDays,
  });

  const itemsFor = async ({ programme, champion }: Viewer) => {
    const snapshot = await index.of(programme);
    return champion ? snapshot.forChampions : snapshot.forMembers;
  };

  /** The item, if it is there for this person. */
  async function find(viewer: Viewer, clientKey: string): Promise<ShownItem> {
    const shown = (await index.of(viewer.programme)).byKey.get(clientKey.toLowerCase());
    if (!shown || !canSeeItem(shown.item, toItemViewer(viewer))) throw new NotFound();
    return shown;
  }

  /** The item, if it is the viewer's programme that answers for it. */
  async function findOwn(viewer: Viewer, clientKey: string): Promise<ShownItem> {
    const shown = await find(viewer, clientKey);
    if (shown.item.sharedFrom !== null) throw new RuleRefused('notYourProgramme');
    return shown;
  }

  const get = async (viewer: Viewer, clientKey: string) =>
    itemFor((await find(viewer, clientKey)).item, toItemViewer(viewer));

  /** Who lost a race is shown the item as it is now, beside what they meant to write. */
  async function orConflict(viewer: Viewer, shown: ShownItem, work: () => Promise<void>) {
    const itemViewer = toItemViewer(viewer);
    const { clientKey } = shown.item;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ListConflict)) throw error;
      throw new Conflict(await get(viewer, clientKey).catch(() => itemFor(shown.item, itemViewer)));
    }
    return get(viewer, clientKey);
  }

  async function act(viewer: Viewer, clientKey: string, eTag: string, work: ItemAct) {
    const shown = await findOwn(viewer, clientKey);
    const { user, programme } = viewer;
    const acting = { shown, eTag, user, programme, viewer: toItemViewer(viewer) };
    return orConflict(viewer, shown, () => work(acting, edits));
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
    act,
    handOvers,
    oldDrafts,
    createDraft: (viewer, draft) => drafts.create(draft, viewer.programme, toItemViewer(viewer)),
    prepareDraft: (viewer, draft, provenance) =>
      drafts.prepare(draft, viewer.programme, toItemViewer(viewer), provenance),
    takeStarter: createStarter({
      ...{ database, list, now },
      tasksOf: (programme) => sharing.tasksOf(programme),
    }),
    importRows: createImport({
      ...{ database, list, sanitise, now },
      tasksOf: (programme) => sharing.tasksOf(programme),
      has: async (programme, clientKey) =>
        (await index.of(programme)).byKey.has(clientKey.toLowerCase()),
      items: async (programme) => (await index.of(programme)).forChampions.items,
    }),
    likeItems: async (programme, request) =>
      likeItems((await index.of(programme)).forChampions.items, request),
    lent: createLentItems({ index, sharing, likeItems }),
    copyItems: createCopyItems({ database, list, index, sharing, now }),
    pastImports: createPastImports({
      ...{ database, list, names, now },
      items: async (programme) => {
        const { byKey } = await index.of(programme);
        return new Map([...byKey].map(([clientKey, { item }]) => [clientKey, item]));
      },
    }),
    export: async (viewer, format) => {
      const tasks = await sharing.tasksOf(viewer.programme);
      return exportLibrary((await itemsFor(viewer)).items, format, tasks);
    },
    resume: () => publications.resume(),
    version: () => `${list.version()}.${seals.version()}.${asOf() ?? ''}`,
    versionFor: (programme) => `${index.version(programme)}.${asOf() ?? ''}`,
    close: () => seals.close(),

    async shelves(viewer, jobFamily) {
      const [{ byKey, forMembers }, favourites, recent, usedBy] = await Promise.all([
        index.of(viewer.programme),
        dependencies.favourites.of(viewer.user),
        dependencies.recentItems(viewer.user),
        dependencies.usedInRole(viewer.programme, jobFamily),
      ]);
      const itemViewer = toItemViewer(viewer);
      const shown = (keys: readonly string[]) =>
        keys.flatMap((key) => {
          const entry = byKey.get(key);
          return entry && canSeeItem(entry.item, itemViewer) ? itemFor(entry.item, itemViewer) : [];
        });
      const inRole = forMembers.items
        .filter(({ clientKey }) => usedBy.has(clientKey))
        .sort((one, other) => usersOf(other, usedBy) - usersOf(one, usedBy))
        .slice(0, mostInRole);
      return { favourites: shown(favourites), recent: shown(recent), worksInRole: inRole };
    },

    async setFavourite(viewer, clientKey, favourite) {
      const { item } = await find(viewer, clientKey);
      await dependencies.favourites.set(viewer.user, item.clientKey, favourite);
    },

    async search(viewer, query, jobFamily) {
      const usedBy = await dependencies.usedInRole(viewer.programme, jobFamily);
      const { tagNames } = await index.of(viewer.programme);
      // A link may hold the name a tag had.
      const asked = query.tag && { tag: tagsAskedFor(query.tag, tagNames) };
      const page = (await itemsFor(viewer)).search({ ...query, ...asked }, { jobFamily, usedBy });
      return { ...page, asOf: asOf() };
    },

    async own(viewer) {
      const itemViewer = toItemViewer(viewer);
      const { byKey } = await index.of(viewer.programme);
      const own = [...byKey.values()].filter(
        ({ item }) =>
          item.author.userId === itemViewer.userId &&
          (item.basedOn !== null || item.status !== 'published' || item.proposal !== null),
      );
      const items = own.map(({ item }) => itemFor(item, itemViewer));
      return { items, retiring: oldDrafts.retiring(items) };
    },

    async translations(viewer, clientKey) {
      const original = await find(viewer, clientKey);
      const itemViewer = toItemViewer(viewer);
      const { byKey } = await index.of(viewer.programme);
      const translations = [...byKey.values()].filter(
        ({ item }) =>
          item.translationOf === original.item.clientKey && canSeeItem(item, itemViewer),
      );
      return { items: translations.map(({ item }) => itemFor(item, itemViewer)) };
    },

    async reviewQueue(programme) {
      return { items: reviewQueueOf((await index.of(programme)).own) };
    },

    async versions(viewer, clientKey) {
      const shown = await find(viewer, clientKey);
      const champion = viewer.champion && shown.item.sharedFrom === null;
      return versions.of(shown, champion, (key) => dependencies.effectsOf(viewer.programme, key));
    },

    async publish(programme, clientKey, eTag, user) {
      const wanted = clientKey.toLowerCase();
      const shown = (await index.of(programme)).byKey.get(wanted);
      if (shown?.item.sharedFrom !== null) return refuseElsewhere(wanted);
      const terms = {
        required: await dependencies.requiredStandards(programme),
        reviewAfterDays: await reviewAfterDays(programme),
      };
      const published = await orConflict({ programme, champion: true, user }, shown, () =>
        publications.publish(shown, eTag, user, terms),
      );
      dependencies.onPublished();
      return published;
    },

    async restore(viewer, clientKey, { eTag, from }) {
      return act(viewer, clientKey, eTag, async (acting, edit) => {
        await edit.write(acting, await versions.textOf(acting.shown, from));
      });
    },

    async belongsTo(programme, clientKey) {
      const others = await sharing.of(programme);
      if (others.length === 0) return programme;
      const shown = (await index.of(programme)).byKey.get(clientKey.toLowerCase());
      const from = shown?.item.sharedFrom?.clientKey;
      return others.find((other) => other.clientKey === from) ?? programme;
    },

    async health(programme, at, usedItems) {
      const { own: items } = await index.of(programme);
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

    async publishedTitles(programme) {
      const { items } = (await index.of(programme)).forMembers;
      return new Map(items.map(({ clientKey, content }) => [content.title, clientKey]));
    },

    async itemsByTask(programme) {
      const { own } = await index.of(programme);
      const items = new Map<string, string[]>();
      for (const item of own) {
        const { taskKey } = item.content;
        if (taskKey !== null && item.status === 'published')
          items.set(taskKey, [...(items.get(taskKey) ?? []), item.clientKey]);
      }
      return items;
    },

    async ownItem(programme, clientKey) {
      const item = (await index.of(programme)).byKey.get(clientKey)?.item;
      return item?.basedOn === null && item.sharedFrom === null ? item : undefined;
    },

    async assistants(programme) {
      const { own } = await index.of(programme);
      const named = own
        .filter(({ status }) => status === 'published')
        .map(({ content }) => content.assistant?.trim() ?? '')
        .filter((name) => name !== '');
      return [...new Set(named)].sort((one, other) => one.localeCompare(other));
    },

    async approvedTexts(programme, clientKey) {
      const shown = (await index.of(programme)).byKey.get(clientKey);
      if (shown?.item.basedOn !== null) return undefined;
      return { item: shown.item, approved: await seals.versionsOf(shown.stored.clientKey) };
    },
  };
}

const toItemViewer = ({ user, champion }: Viewer): ItemViewer => ({
  userId: user.userId,
  champion,
});
