import type { Workflow } from '@last-mile/shared/workflows';
import { plainSubject } from './subjectMarks';
import { isTelling, words } from './words';

/**
 * The mapped tasks of a job family ('' for all), those that the message's subject speaks of first, and
 * then by name.
 */
export function likelyTasks(
  workflows: readonly Workflow[],
  { family, subject }: { readonly family: string; readonly subject: string },
): Workflow[] {
  const telling = new Set(words(plainSubject(subject)).filter(isTelling));
  const shared = ({ task }: Workflow) => words(task).filter((word) => telling.has(word)).length;
  return workflows
    .filter(({ jobFamily }) => family === '' || jobFamily === family)
    .sort((a, b) => shared(b) - shared(a) || a.task.localeCompare(b.task));
}
