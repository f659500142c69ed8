import { addDays, calendarDayIn, type CalendarDay } from '../calendarDay';
import type { FeedbackItem, FeedbackRequest } from './feedbackItem';
import { nextWorkingDay } from './workingDays';

/** Working days until a first response is due (design 2.4): same day, one, or two. */
export function workingDaysToRespond(
  feedback: Pick<FeedbackRequest, 'reason' | 'reachedClient'>,
): number {
  if (feedback.reachedClient) return 0;
  return feedback.reason === 'unsafe' ? 1 : 2;
}

/**
 * The calendar day a first response is due, `YYYY-MM-DD` in `timeZone`. Saturday and Sunday are no
 * working days: what arrives then counts from Monday.
 */
export function responseDueOn(
  feedback: Pick<FeedbackRequest, 'reason' | 'reachedClient'>,
  submittedAt: Date,
  timeZone: string,
): string {
  let day = nextWorkingDay(calendarDayIn(submittedAt, timeZone));
  for (let left = workingDaysToRespond(feedback); left > 0; left -= 1) {
    day = nextWorkingDay(addDays(day, 1));
  }
  return day;
}

/** Due is the first response: what somebody took up is no longer overdue. */
export function isOverdue(
  { state, dueOn }: Pick<FeedbackItem, 'state' | 'dueOn'>,
  today: CalendarDay,
): boolean {
  return state === 'new' && dueOn < today;
}
