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
    published: item.status === 'published' ? item.version : null,
    versions: approved.map(({ version, content, approvedBy }) => ({
      ...{ version, approvedBy },
      title: content.title,
      text: content.body,
    })),
  };
}
