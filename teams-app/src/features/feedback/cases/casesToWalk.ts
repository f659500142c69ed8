import type { CaseBook, PromptCase } from '@last-mile/shared/feedback';

/**
 * The cases somebody who comes to walk is shown: those that are to be walked, or where none is, all that
 * can be. A case whose answer waits on this device has its answer.
 */
export function casesToWalk(
  { cases, canWalk }: Pick<CaseBook, 'cases' | 'canWalk'>,
  waiting: ReadonlySet<string>,
): PromptCase[] {
  if (!canWalk) return [];
  const inState = (...states: readonly PromptCase['standing']['state'][]) =>
    cases.filter(
      ({ clientKey, standing }) => states.includes(standing.state) && !waiting.has(clientKey),
    );
  const due = inState('toWalk');
  return due.length > 0 ? due : inState('failed', 'held');
}
