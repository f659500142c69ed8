import type { LibraryItem } from '@last-mile/shared/library';
import type { CaseItem } from './features/feedback/cases/standingCases';
import type { LinkedItem } from './features/feedback/linked';
import type { ApprovedTexts } from './features/library/library';

/** A library item as feedback that names it is shown. */
export function toLinkedItem(found: ApprovedTexts | undefined): LinkedItem | undefined {
  if (!found) return undefined;
  const { item, approved } = found;
  return {
    title: item.content.title,
    taskKey: item.content.taskKey,
    stepKey: item.content.stepKey,
    ownerId: item.owner?.userId ?? null,
    published: item.status === 'published' ? item.version : null,
    versions: approved.map(({ version, content, approvedBy, approvedAt }) => ({
      ...{ version, approvedBy, approvedAt },
      title: content.title,
      text: content.body,
      assistant: content.assistant,
    })),
  };
}

/** A library item as a case of it needs to know it. */
export function toCaseItem(item: LibraryItem | undefined): CaseItem | undefined {
  if (!item) return undefined;
  const { version, content } = item;
  return {
    title: content.title,
    ownerId: item.owner?.userId ?? null,
    published: item.status === 'published' ? { version, assistant: content.assistant } : null,
  };
}
