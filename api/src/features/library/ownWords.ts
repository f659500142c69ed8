import { issueAt } from '@last-mile/shared/issue';
import type { TaskNames } from '@last-mile/shared/library-exchange';
import type { Issue } from '@last-mile/shared/problem';
import type { Programme } from '@last-mile/shared/programme';
import { InvalidRequest } from '../../http/refusals';

/** The tasks that a programme has mapped, by their keys. */
export type OwnTasks = (programme: Programme) => Promise<TaskNames>;

/** What the tasks and job families of others are here; null for a job family that is none. */
export interface SaidOfWords {
  readonly tasks: readonly { readonly to: string }[];
  readonly jobFamilies: readonly { readonly to: string | null }[];
}

/** Throws InvalidRequest where a name is to stand for one that the programme does not have. */
export async function checkOwnWords(
  { tasks, jobFamilies }: SaidOfWords,
  programme: Programme,
  tasksOf: OwnTasks,
): Promise<void> {
  const mapped = await tasksOf(programme);
  const issues = [
    ...tasks.flatMap(({ to }, at): Issue[] =>
      mapped.has(to.toLowerCase()) ? [] : [issueAt(`tasks.${at}.to`, 'taskNotMapped')],
    ),
    ...jobFamilies.flatMap(({ to }, at): Issue[] =>
      to === null || programme.jobFamilies.some(({ id }) => id === to)
        ? []
        : [issueAt(`jobFamilies.${at}.to`, 'noSuchFamily')],
    ),
  ];
  if (issues.length > 0) throw new InvalidRequest(issues);
}
