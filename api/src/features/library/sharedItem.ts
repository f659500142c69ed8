import type { LibraryItem } from '@last-mile/shared/library';
import type { TaskNames } from '@last-mile/shared/library-exchange';
import type { JobFamily, Programme } from '@last-mile/shared/programme';
import { forMembers } from './shownItem';

/** A programme with the words in which it speaks of its work. */
export interface ProgrammeWords {
  readonly programme: Programme;
  readonly tasks: TaskNames;
}

/**
 * An item of another programme as this one's people see it: the approved text, to be used and not
 * to be changed. Keys of the other programme mean nothing here, so its task and job families stand
 * for those of the same name; a job family that is not known here stays with its name.
 */
export function asShared(
  item: LibraryItem,
  from: ProgrammeWords,
  here: ProgrammeWords,
): LibraryItem {
  const { taskKey, stepKey, jobFamilies } = item.content;
  const task = taskKey === null ? null : (from.tasks.get(taskKey) ?? null);
  const taskHere = task === null ? null : taskNamed(here.tasks, task);
  const isSameTask = taskHere !== null && taskHere === taskKey;
  return {
    ...forMembers(item),
    content: {
      ...item.content,
      taskKey: taskHere,
      stepKey: isSameTask ? stepKey : null,
      jobFamilies: jobFamilies.map((id) =>
        familyNamed(nameOfFamily(id, from.programme.jobFamilies), here.programme.jobFamilies),
      ),
    },
    sharedFrom: { clientKey: from.programme.clientKey, name: from.programme.name, task },
  };
}

/** The id of the family of this name, in any letter case; else the name itself. */
export function familyNamed(name: string, families: readonly JobFamily[]): string {
  return families.find((family) => isSame(family.name, name))?.id ?? name;
}

/** What a programme calls a job family; what is not one of its own stands for itself. */
export const nameOfFamily = (id: string, families: readonly JobFamily[]) =>
  families.find((family) => family.id === id)?.name ?? id;

/** The key of the task of this name, in any letter case. */
export function taskNamed(tasks: TaskNames, name: string): string | null {
  return [...tasks].find(([, task]) => isSame(task, name))?.[0] ?? null;
}

const isSame = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
