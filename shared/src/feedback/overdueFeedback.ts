import type { CalendarDay } from '../calendarDay';
import type { WorkingCalendar } from '../programme/workingCalendar';
import { distinctFeedback } from './distinctFeedback';
import { dueOf, isOverdue } from './feedbackRules';
import type { MeasuredFeedback } from './measuredFeedback';
import { workingDaysBetween } from './workingDays';

export interface OverdueFeedback {
  readonly clientKey: string;
  readonly dueOn: CalendarDay;
  /** Working days since it was due: at least one, also where only days off have passed. */
  readonly daysLate: number;
}

/**
 * What nobody has answered by its day, or by the new one once it was opened again: the longest
 * overdue first, of the same day what reached a client first.
 */
export function overdueFeedbackOf(
  all: readonly MeasuredFeedback[],
  today: CalendarDay,
  calendar: WorkingCalendar,
): OverdueFeedback[] {
  return distinctFeedback(all)
    .map((item) => ({ ...item, dueOn: dueOf(item) }))
    .filter((item) => isOverdue(item, today))
    .sort(
      (one, other) =>
        one.dueOn.localeCompare(other.dueOn) ||
        Number(other.reachedClient) - Number(one.reachedClient) ||
        one.clientKey.localeCompare(other.clientKey),
    )
    .map(({ clientKey, dueOn }) => ({
      ...{ clientKey, dueOn },
      daysLate: Math.max(1, workingDaysBetween(dueOn, today, calendar)),
    }));
}
