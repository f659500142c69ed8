import type { TaskRow } from '../dashboard';
import { compareByTemplate } from './draftingTime';
import { measureOver, peopleOf, type Measured } from './measured';
import { recentUse, trustIn, type UseFacts } from './trust';

/** A mapped task and the published library items that serve it. */
export interface MappedTask extends Pick<TaskRow, 'workflowKey' | 'task' | 'jobFamily'> {
  readonly itemKeys: readonly string[];
}

/**
 * Task by task, over the last twelve closed weeks: is there a published item, is it used, does it save
 * time, is it trusted. Uses and trust are about the task's items, in whichever task they were used;
 * the comparison is about drafts for the task, whichever template was inserted. Of
 * weeks in which fewer than the smallest group used an item or wrote for a task only runs of enough
 * people are told; where nothing is, nobody included, that is not enough data.
 */
export function tasksOf(
  tasks: readonly MappedTask[],
  facts: UseFacts,
  measured: Measured,
): TaskRow[] {
  const use = recentUse(facts, measured);
  return tasks.map(({ workflowKey, task, jobFamily, itemKeys }) => {
    const items = new Set<string | null>(itemKeys);
    const uses = use.uses.of(items);
    const people = peopleOf(uses);
    return {
      ...{ workflowKey, task, jobFamily },
      publishedItems: itemKeys.length,
      uses: measureOver(people, measured.smallestGroup, () => ({ value: uses.length, n: people })),
      withTemplate: compareByTemplate(facts.drafts, measured, workflowKey),
      trust: trustIn(use, items, measured),
    };
  });
}
