import type { LibraryItem } from '@last-mile/shared/library';
import type { JobFamily } from '@last-mile/shared/programme';
import type { GroupId } from './libraryArrangement';
import type { FitReason } from './messageFit';
import { libraryTexts as texts } from './libraryTexts';

/** What a row says. */
export interface RowWords {
  readonly title: string;
  readonly purpose: string;
  /** In one line, the most telling first; '' for nothing. */
  readonly meta: string;
}

/** Who reads the list, and what its keys are called. */
export interface RowReader {
  /** Name of the reader's job family. */
  readonly familyName: string;
  readonly families: readonly JobFamily[];
  readonly taskName: (taskKey: string | null) => string;
}

/** The words for an item in a group; `reason` is why it is proposed for the message, where it is. */
export function rowWords(
  item: LibraryItem,
  group: GroupId,
  { familyName, families, taskName }: RowReader,
  reason?: FitReason,
): RowWords {
  const { title, purpose, taskKey, jobFamilies, assistant } = item.content;
  const familyNames = families.filter((family) => jobFamilies.includes(family.id));
  // Whose else it is says something only where it is not the reader's own.
  const isOwn = familyNames.some(({ name }) => name === familyName);
  const showFamily = (group === 'others' || group === 'message') && !isOwn;
  const task = taskName(taskKey);
  const meta = [
    reason === undefined ? '' : texts.because(reason),
    task === title ? '' : task,
    ...(showFamily ? familyNames.map(({ name }) => name) : []),
    assistant ?? '',
    item.stale ? texts.stale : '',
  ];
  return { title, purpose, meta: meta.filter((part) => part !== '').join(' · ') };
}

/** Whether groups say above their rows what they are. */
export const areHeaded = (groups: readonly { readonly id: GroupId }[]): boolean =>
  groups.length > 1 || ['message', 'lately'].includes(groups[0]?.id ?? '');
