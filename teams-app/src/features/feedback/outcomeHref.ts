import type { FeedbackSubject, OutcomeLink } from '@last-mile/shared/feedback';
import { toHref } from '../../app/routes';

/**
 * Address of what an outcome names: the library item, at what changed since the version the feedback was
 * about. Undefined where there is no page to go to.
 */
export function outcomeHref(about: FeedbackSubject, link: OutcomeLink): string | undefined {
  if (link.type !== 'libraryItem') return undefined;
  const { itemKey: clientKey, version: to } = link;
  const from = about.type === 'libraryItem' && about.itemKey === clientKey ? about.version : 0;
  // A draft is no version that is kept.
  const isComparable = from > 0 && to !== null && to > from;
  return toHref({
    ...{ page: 'libraryItem', clientKey },
    ...(isComparable ? { compared: { from, to } } : {}),
  });
}
