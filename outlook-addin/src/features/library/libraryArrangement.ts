import type { LibraryItem, LibraryItemKind } from '@last-mile/shared/library';
import type { FoundItems } from './itemSearch';
import { inOneLanguage } from './languageVariants';
import { fitOf, type FitQuery, type FitReason } from './messageFit';
import { folded, words } from './words';

export interface ArrangementQuery {
  readonly kind: LibraryItemKind;
  readonly search: string;
  /** What the forgiving search finds for it, by key; left out while it is not there. */
  readonly found?: FoundItems | undefined;
  /** The reader's job family; null when they chose to see all alike. */
  readonly jobFamily: string | null;
  /** Only items for this task; null for all. */
  readonly taskKey: string | null;
  /** The message being written; null when there is none. */
  readonly message: FitQuery['message'] | null;
  /** Languages the message asks for, the best first. */
  readonly languages: readonly string[];
  /** Keys of what this person used, the latest first. */
  readonly usedLately: readonly string[];
  /** Name of the task with this key, for searching. */
  readonly taskName: (taskKey: string) => string;
}

export type GroupId = 'message' | 'lately' | 'family' | 'everyone' | 'others';

export interface ItemGroup {
  readonly id: GroupId;
  readonly items: readonly LibraryItem[];
  /** Why an item is proposed for the message, by its key; only in that group. */
  readonly reasons?: ReadonlyMap<string, FitReason>;
}

/** Most items proposed for the message. */
const mostForMessage = 3;
const mostUsedLately = 3;

/**
 * The items of one kind as the list shows them: what fits the message, what the reader used last, then
 * their own job family, then what serves everyone, then the others. An item stands in one group only,
 * in one language, and no group is empty. Every word of the search must be found in an item: by the
 * forgiving search, or where that finds nothing, letter by letter anywhere in its text.
 */
export function arrangeLibrary(
  items: readonly LibraryItem[],
  query: ArrangementQuery,
): ItemGroup[] {
  const wanted = words(query.search);
  const { found } = query;
  const rankOf = (item: LibraryItem) => {
    if (wanted.length === 0 || !found || found.size === 0) {
      return searchRank(item, wanted, query.taskName);
    }
    const score = found.get(item.clientKey);
    return score === undefined ? null : -score;
  };
  const matching = inOneLanguage(
    items
      .filter(
        ({ status, content }) =>
          status === 'published' &&
          content.kind === query.kind &&
          (query.taskKey === null || content.taskKey === query.taskKey),
      )
      .flatMap((item) => {
        const rank = rankOf(item);
        return rank === null ? [] : [{ item, rank }];
      })
      .sort((a, b) => a.rank - b.rank || a.item.content.title.localeCompare(b.item.content.title))
      .map(({ item }) => item),
    query.languages,
  );

  const isSearch = wanted.length > 0;
  const { items: fitting, reasons } = isSearch ? nothingFits : fittingMessage(matching, query);
  const others = matching.filter((item) => !fitting.includes(item));
  const lately = isSearch ? [] : usedLately(others, query.usedLately);
  const rest = others.filter((item) => !lately.includes(item));
  const groupOf = ({ content: { jobFamilies } }: LibraryItem): GroupId => {
    if (jobFamilies.length === 0) return 'everyone';
    return query.jobFamily !== null && jobFamilies.includes(query.jobFamily) ? 'family' : 'others';
  };
  const groups: ItemGroup[] = [
    { id: 'message', items: fitting, reasons },
    { id: 'lately', items: lately },
    ...(['family', 'everyone', 'others'] as const).map((id) => ({
      id,
      items: rest.filter((item) => groupOf(item) === id),
    })),
  ];
  return groups.filter(({ items: members }) => members.length > 0);
}

/** 0 when the title has every word, 1 when the rest of the item is needed, null when one is missing. */
function searchRank(
  item: LibraryItem,
  wanted: readonly string[],
  taskName: ArrangementQuery['taskName'],
): number | null {
  if (wanted.length === 0) return 0;
  const { title, purpose, tags, taskKey, body, subject } = item.content;
  const titleText = folded(title);
  if (wanted.every((word) => titleText.includes(word))) return 0;
  const task = taskKey === null ? '' : taskName(taskKey);
  const plainBody = body.replace(/<[^>]*>/g, ' ');
  const everything = folded([title, purpose, ...tags, task, subject ?? '', plainBody].join(' '));
  return wanted.every((word) => everything.includes(word)) ? 1 : null;
}

const nothingFits = { items: [] as LibraryItem[], reasons: new Map<string, FitReason>() };

/** The few that fit the message best, and why. What fits alike stays in the order it came in. */
function fittingMessage(
  items: readonly LibraryItem[],
  { message, jobFamily, usedLately, languages, taskName }: ArrangementQuery,
) {
  if (message === null) return nothingFits;
  const best = items
    .flatMap((item) => {
      const fit = fitOf(item, { message, jobFamily, usedLately, languages, taskName });
      return fit === null ? [] : [{ item, ...fit }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostForMessage);
  return {
    items: best.map(({ item }) => item),
    reasons: new Map(best.map(({ item, reason }) => [item.clientKey, reason])),
  };
}

function usedLately(items: readonly LibraryItem[], keys: readonly string[]): LibraryItem[] {
  const byKey = new Map(items.map((item) => [item.clientKey, item]));
  return [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []).slice(0, mostUsedLately);
}
