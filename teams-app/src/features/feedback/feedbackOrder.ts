import type { FeedbackItem } from '@last-mile/shared/feedback';

/**
 * What must be answered first: open before closed, clients before the rest, what nobody has answered
 * before what is under way, then by the day it is due.
 */
export function inOrderOfUrgency(items: readonly FeedbackItem[]): FeedbackItem[] {
  return [...items].sort(
    (one, other) =>
      Number(one.state === 'closed') - Number(other.state === 'closed') ||
      Number(other.reachedClient) - Number(one.reachedClient) ||
      Number(one.state !== 'new') - Number(other.state !== 'new') ||
      compare(one.dueOn, other.dueOn) ||
      compare(one.submittedAt, other.submittedAt),
  );
}

function compare(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0;
}
