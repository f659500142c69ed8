import type { FeedbackSubject, OutcomeLink } from './feedbackSubject';

/**
 * Where in the tab what an outcome names is shown; a deep link's `subPageId`. For a library item that is
 * what changed since the version the feedback was about; for a task its map,
 * for practice its session.
 */
export function outcomePlace(about: FeedbackSubject, link: OutcomeLink): string {
  if (link.type === 'workflow') return `workflows/${link.workflowKey}`;
  if (link.type === 'practiceSession') return `practice/${link.sessionKey}`;
  const { itemKey, version: to } = link;
  const from = about.type === 'libraryItem' && about.itemKey === itemKey ? about.version : 0;
  // A draft is no version that is kept.
  const isComparable = from > 0 && to !== null && to > from;
  return `library/${itemKey}${isComparable ? `?compared=${from}-${to}` : ''}`;
}
