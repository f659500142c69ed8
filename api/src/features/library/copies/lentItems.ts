import {
  mostLentAPage,
  type Lender,
  type LentItem,
  type LentQuery,
  type LentResponse,
  type LibraryItem,
  type LikenessRequest,
  type LikenessResponse,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { LibraryIndex, Sharing } from '../libraryIndex';
import { nameOfFamily } from '../sharedItem';
import { lenderOf } from './lenderOf';

export interface LentItems {
  /** The programmes whose items may be copied, by name. */
  lenders(programme: Programme): Promise<Lender[]>;
  /**
   * What one of them shares, page by page, each item beside what the own library says of it.
   * Rejects with NotFound where it shares nothing.
   */
  of(programme: Programme, lenderKey: string, query: LentQuery): Promise<LentResponse>;
}

export interface LentItemsDependencies {
  readonly index: LibraryIndex;
  readonly sharing: Sharing;
  readonly likeItems: (
    items: readonly LibraryItem[],
    request: LikenessRequest,
  ) => Promise<LikenessResponse>;
}

/** Nobody of the lender's programme asks: what fits their work says nothing here. */
const nobody = { jobFamily: null, usedBy: new Map<string, number>() };

export function createLentItems({ index, sharing, likeItems }: LentItemsDependencies): LentItems {
  return {
    async lenders(programme) {
      const lenders = await sharing.lenders(programme);
      return lenders
        .map(({ clientKey, name }) => ({ clientKey, name }))
        .sort((one, other) => one.name.localeCompare(other.name));
    },

    async of(programme, lenderKey, query) {
      const lender = await lenderOf(sharing, programme, lenderKey);
      const [{ lent }, { own }, tasks] = await Promise.all([
        index.of(lender),
        index.of(programme),
        sharing.tasksOf(lender),
      ]);
      const page = lent().search({ ...query, limit: String(mostLentAPage) }, nobody);
      const { alike } = await likeItems(own, {
        rows: page.items.map(({ content }, row) => ({ row, text: content.body })),
      });
      const copies = newestCopies(own);
      const toLent = (item: LibraryItem, at: number): LentItem => {
        const { kind, title, purpose, body, language, taskKey, jobFamilies } = item.content;
        const task = taskKey === null ? undefined : tasks.get(taskKey);
        const like = alike.find(({ row }) => row === at);
        return {
          ...{ clientKey: item.clientKey, version: item.version },
          ...{ kind, title, purpose, body, language },
          isTranslation: item.translationOf !== null,
          task: taskKey === null || task === undefined ? null : { key: taskKey, name: task },
          jobFamilies: jobFamilies.map((key) => ({
            key,
            name: nameOfFamily(key, lender.jobFamilies),
          })),
          like: like
            ? { clientKey: like.clientKey, title: like.title, likeness: like.likeness }
            : null,
          copy: copies.get(item.clientKey) ?? null,
        };
      };
      return {
        lender: { clientKey: lender.clientKey, name: lender.name },
        items: page.items.map(toLent),
        total: page.total,
        cursor: page.cursor,
      };
    },
  };
}

/** The latest copies among the items, by the keys of what they were copied from. */
function newestCopies(own: readonly LibraryItem[]) {
  const newest = new Map<string, NonNullable<LentItem['copy']>>();
  for (const { clientKey, copiedFrom } of own) {
    if (copiedFrom === null) continue;
    const { itemKey, version } = copiedFrom;
    if (version > (newest.get(itemKey)?.version ?? 0)) newest.set(itemKey, { clientKey, version });
  }
  return newest;
}
