import { addDays, calendarDayIn } from '../calendarDay';
import type { FeedbackRequest } from './feedbackItem';

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

function nextWorkingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
