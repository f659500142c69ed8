import type { AuditPeriod } from '@last-mile/shared/operations';

/** Two calendar days (`YYYY-MM-DD`) of the reader, both included. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/** From the beginning of the first day to the end of the last, where the reader is; undefined for no period. */
export function auditPeriodOf({ from, until }: Days): AuditPeriod | undefined {
  const [start, end] = [new Date(`${from}T00:00`), new Date(`${until}T00:00`)];
  end.setDate(end.getDate() + 1);
  if (!(start < end)) return undefined;
  return { from: start.toISOString(), until: end.toISOString() };
}

/** The seven days that end with the day of `now`. */
export function lastSevenDays(now: Date): Days {
  const start = new Date(now);
  start.setDate(start.getDate() - 6);
  return { from: dayOf(start), until: dayOf(now) };
}

const dayOf = (date: Date) =>
  [
    String(date.getFullYear()),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
