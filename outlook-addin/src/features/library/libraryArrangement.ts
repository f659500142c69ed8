import type { LibraryItem, LibraryItemKind } from '@last-mile/shared/library';
import { plainSubject } from './placeholderProposals';

export interface ArrangementQuery {
  readonly kind: LibraryItemKind;
  readonly search: string;
  /** The reader's job family; null when they chose to see all alike. */
  readonly jobFamily: string | null;
  /** Only items for this task; null for all. */
  readonly taskKey: string | null;
  /** Subject of the message being written; '' when there is none. */
  readonly subject: string;
  /** Keys of what this person used, the latest first. */
  readonly usedLately: readonly string[];
  /** Name of the task with this key, for searching. */
  readonly taskName: (taskKey: string) => string;
}

export type GroupId = 'subject' | 'lately' | 'family' | 'everyone' | 'others';

export interface ItemGroup {
  readonly id: GroupId;
  readonly items: readonly LibraryItem[];
}

/** Most items proposed for the message's subject. */
const mostForSubject = 3;
const mostUsedLately = 3;

/**
 * The items of one kind as the list shows them: what fits the message's subject, what the reader used
 * last, then their own job family, then what serves everyone, then the others. An item stands in one group only, and
 * no group is empty. Every word of the search must be found in an item.
 */
export function arrangeLibrary(
  items: readonly LibraryItem[],
  query: ArrangementQuery,
): ItemGroup[] {
  const wanted = words(query.search);
  const matching = items
    .filter(
      ({ status, content }) =>
        status === 'published' &&
        content.kind === query.kind &&
        (query.taskKey === null || content.taskKey === query.taskKey),
    )
    .flatMap((item) => {
      const rank = searchRank(item, wanted, query.taskName);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.item.content.title.localeCompare(b.item.content.title))
    .map(({ item }) => item);

  const isSearch = wanted.length > 0;
  const fitting = isSearch ? [] : fittingSubject(matching, query);
  const others = matching.filter((item) => !fitting.includes(item));
  const lately = isSearch ? [] : usedLately(others, query.usedLately);
  const rest = others.filter((item) => !lately.includes(item));
  const groupOf = ({ content: { jobFamilies } }: LibraryItem): GroupId => {
    if (jobFamilies.length === 0) return 'everyone';
    return query.jobFamily !== null && jobFamilies.includes(query.jobFamily) ? 'family' : 'others';
  };
  const groups: ItemGroup[] = [
    { id: 'subject', items: fitting },
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

/** Items whose title, subject, tags or task share telling words with the message's subject. */
function fittingSubject(
  items: readonly LibraryItem[],
  { subject, jobFamily, taskName }: ArrangementQuery,
): LibraryItem[] {
  const telling = new Set(words(plainSubject(subject)).filter(isTelling));
  if (telling.size === 0) return [];
  return items
    .map((item) => {
      const { title, tags, taskKey, subject: ownSubject, jobFamilies } = item.content;
      const task = taskKey === null ? '' : taskName(taskKey);
      const own = new Set(words([title, ...tags, task, ownSubject ?? ''].join(' ')));
      const shared = [...telling].filter((word) => own.has(word)).length;
      const mine = jobFamily !== null && jobFamilies.includes(jobFamily) ? 0.5 : 0;
      return { item, score: shared === 0 ? 0 : shared + mine };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostForSubject)
    .map(({ item }) => item);
}

function usedLately(items: readonly LibraryItem[], keys: readonly string[]): LibraryItem[] {
  const byKey = new Map(items.map((item) => [item.clientKey, item]));
  return [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []).slice(0, mostUsedLately);
}

/** Words that stand in every other subject tell nothing. */
const commonWords = new Set(
  'about after aktuell anfrage bitte draft dear email from have info into mail message more next note please question regarding request some team thanks that their them there this today tomorrow urgent week will with your'.split(
    ' ',
  ),
);

const isTelling = (word: string) => word.length >= 4 && !commonWords.has(word);

function words(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters without case and accents, so that "résumé" is found by "resume". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
