import type { CaseBook, PromptCase } from '@last-mile/shared/feedback';

/**
 * The cases somebody who comes to walk a version is shown. On the published one those that are to be
 * walked, or where none is, all that can be; of one that is not any more, what was begun is finished:
 * those that nobody walked on it. A case whose answer waits on this device has its answer.
 */
export function casesToWalk(
  { cases, version: published }: Pick<CaseBook, 'cases' | 'version'>,
  version: number,
  waiting: ReadonlySet<string>,
): PromptCase[] {
  const open = cases.filter(({ clientKey }) => !waiting.has(clientKey));
  if (version !== published) {
    return open.filter(
      ({ standing, walks }) =>
        standing.state !== 'retired' && !walks.some((walk) => walk.version === version),
    );
  }
  const inState = (...states: readonly PromptCase['standing']['state'][]) =>
    open.filter(({ standing }) => states.includes(standing.state));
  const due = inState('toWalk');
  return due.length > 0 ? due : inState('failed', 'held');
}
