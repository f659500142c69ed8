import type { LibraryContent } from '@last-mile/shared/library';
import type { StarterItem } from '../../src/features/library/starter/starterItem';
import { sampleKey } from './sampleKeys';
import { stepKey, taskKey } from './workflows';

/** An item of the sample library before it has a history. */
export interface SampleItem {
  readonly clientKey: string;
  readonly content: LibraryContent;
}

/** An item of the starter library, tied to the firm's own task and step. */
export function toSampleItem({ task, step, content }: StarterItem): SampleItem {
  return {
    clientKey: sampleKey(`${content.kind} ${content.title}`),
    content: { ...content, taskKey: taskKey(task), stepKey: stepKey(task, step) },
  };
}
