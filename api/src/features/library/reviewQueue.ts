import {
  waitingStatus,
  type LibraryItem,
  type ReviewReason,
  type ReviewResponse,
} from '@last-mile/shared/library';

/**
 * What waits for a champion: texts that were handed in or changed by hand, then texts that time has
 * overtaken (an original that moved on, a day of review that passed). The longest wait comes first.
 */
export function reviewQueueOf(items: readonly LibraryItem[]): ReviewResponse['items'] {
  return items
    .map((item) => ({ item, reasons: reasonsOf(item) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (one, other) =>
        rankOf(one.reasons) - rankOf(other.reasons) ||
        compare(waitsSince(one), waitsSince(other)) ||
        compare(one.item.clientKey, other.item.clientKey),
    );
}

function reasonsOf(item: LibraryItem): ReviewReason[] {
  const waits = waitingStatus(item) === 'inReview';
  return [
    ...(waits ? [item.proposal === null ? ('inReview' as const) : ('proposal' as const)] : []),
    ...(item.originalChanged && item.status === 'published' ? ['originalChanged' as const] : []),
    ...(item.stale ? ['stale' as const] : []),
  ];
}

const rankOf = (reasons: readonly ReviewReason[]) =>
  reasons.some((reason) => reason === 'inReview' || reason === 'proposal') ? 0 : 1;

function waitsSince({ item, reasons }: ReviewResponse['items'][number]): string {
  return rankOf(reasons) === 0 ? item.modifiedAt : (item.reviewOn ?? item.modifiedAt);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
