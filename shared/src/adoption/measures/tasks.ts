import type { TaskRow } from '../dashboard';
import { compareByTemplate } from './draftingTime';
import { factsOfEligible } from './eligible';
import { measureOver, peopleOf, type Measured } from './measured';
import { trustOf, type UseFacts } from './trust';

/** A mapped task and the published library items that serve it. */
export interface MappedTask extends Pick<TaskRow, 'workflowKey' | 'task' | 'jobFamily'> {
  readonly itemKeys: readonly string[];
}

/**
 * Task by task, over the last twelve closed weeks: is there a published item, is it used, does it save
 * time, is it trusted. Uses and trust are about the task's items, in whichever task they were used;
 * the comparison is about drafts for the task, whichever template was inserted. Uses are known from
 * the smallest group on; below it, nobody included, they are not enough data.
 */
export function tasksOf(
  tasks: readonly MappedTask[],
  facts: UseFacts,
  measured: Measured,
): TaskRow[] {
  const { membership, windows, timeZone, smallestGroup } = measured;
  const actions = factsOfEligible(facts.actions, membership, windows.lastTwelve, timeZone);
  const drafts = factsOfEligible(facts.drafts, membership, windows.lastTwelve, timeZone);
  return tasks.map(({ workflowKey, task, jobFamily, itemKeys }) => {
    const items = new Set<string | null>(itemKeys);
    const isOfTask = ({ itemKey }: { readonly itemKey: string | null }) => items.has(itemKey);
    const uses = actions.filter(isOfTask);
    const people = peopleOf(uses);
    return {
      ...{ workflowKey, task, jobFamily },
      publishedItems: itemKeys.length,
      uses: measureOver(people, smallestGroup, () => ({ value: uses.length, n: people })),
      withTemplate: compareByTemplate(drafts.filter(({ taskKey }) => taskKey === workflowKey)),
      trust: trustOf(
        {
          actions: facts.actions.filter(isOfTask),
          drafts: facts.drafts.filter(({ template }) => template !== null && isOfTask(template)),
          answers: facts.answers.filter(isOfTask),
          flags: facts.flags.filter(isOfTask),
        },
        measured,
      ),
    };
  });
}
