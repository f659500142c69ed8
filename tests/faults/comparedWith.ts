import type { Submission } from './callers';
import type { HeldFeedback } from './heldFeedback';

/** What the list has of everything that was sent. */
export interface ListReport {
  readonly submitted: number;
  /** Whose senders were told that they are safe. */
  readonly acknowledged: number;
  /** Acknowledged, and not in the list. */
  readonly lost: number;
  /** In the list more than once, by key or by words; given up or not. */
  readonly duplicated: number;
  /** In the list under words that nobody sent. */
  readonly strange: number;
  /** Sent more than once until they were acknowledged. */
  readonly sentAgain: number;
}

/** Holds what the list has against what was sent. */
export function comparedWith(
  submissions: readonly Submission[],
  held: readonly HeldFeedback[],
): ListReport {
  const keys = tally(held.map(({ clientKey }) => clientKey));
  const words = tally(held.map((item) => item.words));
  const sent = new Set(submissions.map(({ request }) => request.text));
  const acknowledged = submissions.filter((submission) => submission.acknowledged);
  return {
    submitted: submissions.length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(
      ({ request }) => !keys.has(request.clientKey) || !words.has(request.text),
    ).length,
    duplicated: [...keys.values(), ...words.values()].filter((times) => times > 1).length,
    strange: held.filter((item) => !sent.has(item.words)).length,
    sentAgain: acknowledged.filter(({ attempts }) => attempts > 1).length,
  };
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
