import { reviewAfterDays } from '@last-mile/shared/library';

/** The day on which what is approved now falls due for review. */
export function reviewDay(approvedAt: Date): string {
  const due = new Date(approvedAt);
  due.setUTCDate(due.getUTCDate() + reviewAfterDays);
  return due.toISOString().slice(0, 10);
}
