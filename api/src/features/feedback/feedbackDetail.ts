import type { FeedbackDetail } from '@last-mile/shared/feedback';
import { NotFound } from '../../http/refusals';
import { createAlikeFeedback } from './alikeFeedback';
import { feedbackContextOf } from './feedbackContext';
import type { ReadProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import type { Linked, UsesAround } from './linked';
import type { QueueViewer, ToQueueItems } from './queueItems';
import { createSteps, type StepsDependencies } from './steps';

export interface FeedbackDetailDependencies extends StepsDependencies {
  readonly read: ReadProgrammeFeedback;
  readonly toQueueItems: ToQueueItems;
  readonly linked: Linked;
  readonly usesAround: UsesAround;
}

/** One piece of feedback with all that helps to decide about it. Throws NotFound. */
export function createFeedbackDetail(dependencies: FeedbackDetailDependencies) {
  const { read, toQueueItems } = dependencies;
  const alikeIn = createAlikeFeedback();
  const stepsOf = createSteps(dependencies);

  return async (viewer: QueueViewer, clientKey: string): Promise<FeedbackDetail> => {
    const feedback = await read(viewer.programme);
    const wanted = feedback.byKey.get(clientKey);
    if (!wanted) throw new NotFound();
    const alike = alikeIn(feedback, wanted);
    const show = (reads: readonly Read[]) => toQueueItems(viewer, feedback, reads);
    const [[item], context, steps, merged, alikeItems] = await Promise.all([
      show([wanted]),
      feedbackContextOf(dependencies, viewer.programme, wanted.record),
      stepsOf(wanted),
      show(feedback.merged.get(clientKey) ?? []),
      show(alike.map((each) => each.read)),
    ]);
    if (!item) throw new NotFound();
    return {
      ...{ item, context, steps, merged },
      alike: alikeItems.map((each, index) => ({
        item: each,
        likeness: alike[index]?.likeness ?? 0,
      })),
    };
  };
}
