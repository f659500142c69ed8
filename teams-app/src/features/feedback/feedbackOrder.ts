import type { FeedbackItem } from '@last-mile/shared/feedback';

/**
 * What must be answered first: open before closed, clients before the rest, what nobody has answered
 * before what is under way, then by the day it is due. Of what is closed, the latest answer first.
 */
export function inOrderOfUrgency<Item extends FeedbackItem>(items: readonly Item[]): Item[] {
  return [...items].sort(
    (one, other) =>
      Number(one.state === 'closed') - Number(other.state === 'closed') ||
      compare(endOf(other), endOf(one)) ||
      Number(other.reachedClient) - Number(one.reachedClient) ||
      Number(one.state !== 'new') - Number(other.state !== 'new') ||
      compare(one.dueOn, other.dueOn) ||
      compare(one.submittedAt, other.submittedAt),
  );
}

/** When it was closed, or sent where that is not known; the same for all that is open. */
const endOf = ({ state, closedAt, submittedAt }: FeedbackItem) =>
  state === 'closed' ? (closedAt ?? submittedAt) : '';

function compare(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0;
}
