import type { FeedbackContext } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { FeedbackRecord } from './feedbackList';
import type { Linked, UsesAround } from './linked';

const nothing: FeedbackContext = {
  ...{ title: null, text: null, currentVersion: null, task: null, step: null },
  ...{ usesBefore: null, usesAfter: null },
};

/** What a piece of feedback is about, as it was when it was sent. */
export async function feedbackContextOf(
  { linked, usesAround }: { readonly linked: Linked; readonly usesAround: UsesAround },
  programme: Programme,
  { about, submittedAt }: Pick<FeedbackRecord, 'about' | 'submittedAt'>,
): Promise<FeedbackContext> {
  async function taskOf(taskKey: string | null, stepKey: string | null) {
    const found = taskKey === null ? undefined : await linked.task(programme, taskKey);
    const step = found?.steps.find(({ id }) => id === stepKey);
    return { task: found?.task ?? null, step: step?.name ?? null };
  }

  if (about.type === 'workflow') {
    const place = await taskOf(about.workflowKey, about.stepKey ?? null);
    return { ...nothing, ...place, title: place.task };
  }
  if (about.type !== 'libraryItem') return nothing;
  const [item, uses] = await Promise.all([
    linked.libraryItem(programme, about.itemKey),
    usesAround(programme, about.itemKey, new Date(submittedAt)),
  ]);
  const used = { usesBefore: uses.before, usesAfter: uses.after };
  if (!item) return { ...nothing, ...used };
  const read = item.versions.find(({ version }) => version === about.version);
  return {
    ...used,
    title: read?.title ?? item.title,
    text: read?.text ?? null,
    currentVersion: item.published,
    ...(await taskOf(item.taskKey, item.stepKey)),
  };
}
