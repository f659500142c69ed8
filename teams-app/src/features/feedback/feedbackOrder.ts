import type { FeedbackItem } from '@last-mile/shared/feedback';

/** What must be answered first: open before closed, clients before the rest, then by the day it is due. */
export function inOrderOfUrgency(items: readonly FeedbackItem[]): FeedbackItem[] {
  return [...items].sort(
    (one, other) =>
      Number(one.state === 'closed') - Number(other.state === 'closed') ||
      Number(other.reachedClient) - Number(one.reachedClient) ||
      compare(one.dueOn, other.dueOn) ||
      compare(one.submittedAt, other.submittedAt),
  );
}

function compare(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0;
}
