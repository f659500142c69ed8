import { issueAt } from '@last-mile/shared/issue';
import type {
  HandOverAllRequest,
  HandOverAllResponse,
  ItemOwners,
  LibraryItem,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import { InvalidRequest, Unavailable } from '../../http/refusals';
import { ListConflict, ListItemGone } from '../../sync/storedItem';
import type { Edits } from './edits';
import type { LibraryIndex } from './libraryIndex';
import type { ShownItem } from './shownItem';
import type { Viewer } from './viewer';

export interface HandOverDependencies {
  readonly index: LibraryIndex;
  readonly edits: Edits;
  /** Whether a person is in the programme; throws Unavailable. */
  readonly isInProgramme: (programme: Programme, userId: string) => Promise<boolean>;
}

/** Who keeps the items of a programme true, and how that passes from one person to another. */
export interface HandOvers {
  /** Refuses a person who is not in the programme. */
  checkOwner(programme: Programme, userId: string): Promise<void>;
  /** Everybody who owns something, first who is not in the programme any more. */
  owners(programme: Programme): Promise<ItemOwners>;
  /** Hands over the next items that a person owns; ask again while some are left. */
  handOverAll(champion: Viewer, request: HandOverAllRequest): Promise<HandOverAllResponse>;
}

/** Each item is a write to SharePoint of its own: as many as a person waits for. */
const itemsPerStep = 20;
const atOnce = 4;

export function createHandOvers({ index, edits, isInProgramme }: HandOverDependencies): HandOvers {
  const owned = async (programme: Programme): Promise<ShownItem[]> =>
    [...(await index.of(programme)).byKey.values()].filter(
      ({ item }) => item.sharedFrom === null && item.basedOn === null,
    );

  async function checkOwner(programme: Programme, userId: string) {
    if (await isInProgramme(programme, userId)) return;
    throw new InvalidRequest([issueAt('ownerId', 'notInProgramme')]);
  }

  return {
    checkOwner,

    async owners(programme) {
      const owners = new Map<string, { name: string | null; items: number }>();
      for (const { item } of await owned(programme)) {
        const userId = item.owner?.userId;
        if (userId == null) continue;
        const items = (owners.get(userId)?.items ?? 0) + 1;
        owners.set(userId, { name: item.owner?.name ?? null, items });
      }
      const told = await Promise.all(
        [...owners].map(async ([userId, owner]) => ({
          ...{ userId, ...owner },
          inProgramme: await unlessAway(isInProgramme(programme, userId)),
        })),
      );
      return {
        owners: told.sort(
          (one, other) =>
            Number(one.inProgramme !== false) - Number(other.inProgramme !== false) ||
            other.items - one.items ||
            one.userId.localeCompare(other.userId),
        ),
      };
    },

    async handOverAll({ programme, user }, { from, ownerId }) {
      await checkOwner(programme, ownerId);
      const mine = (await owned(programme)).filter(({ item }) => item.owner?.userId === from);
      const delivered = mine.filter(({ item }) => item.eTag !== null);
      const next = delivered.slice(0, itemsPerStep);
      const viewer = { userId: user.userId, champion: true };
      const handOver = async (shown: ShownItem): Promise<LibraryItem | null> => {
        const acting = { shown, eTag: shown.item.eTag ?? '', user, programme, viewer };
        try {
          await edits.handOver(acting, ownerId);
          return null;
        } catch (error) {
          if (error instanceof ListConflict || error instanceof ListItemGone) return shown.item;
          throw error;
        }
      };
      const kept: LibraryItem[] = [];
      for (let at = 0; at < next.length; at += atOnce) {
        const outcomes = await Promise.all(next.slice(at, at + atOnce).map(handOver));
        kept.push(...outcomes.flatMap((item) => item ?? []));
      }
      const handedOver = next.length - kept.length;
      const left = delivered.length - next.length;
      // What is still on its way to SharePoint cannot be changed there.
      if (left === 0) {
        kept.push(...mine.flatMap(({ item }) => (item.eTag === null ? item : [])));
      }
      return {
        handedOver,
        kept: kept.map(({ clientKey, content }) => ({ clientKey, title: content.title })),
        left,
      };
    },
  };
}

/** Null while the directory does not answer: who owns what can be seen without it. */
function unlessAway(asked: Promise<boolean>): Promise<boolean | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof Unavailable) return null;
    throw error;
  });
}
