import { addDays, calendarDayIn, type CalendarDay } from '../calendarDay';
import type { Programme } from '../programme/programme';
import type { WorkingCalendar } from '../programme/workingCalendar';
import type { FeedbackItem, FeedbackRequest } from './feedbackItem';
import type { TriageProgress } from './triageProgress';
import { nextWorkingDay } from './workingDays';

/** Working days until a first response is due (design 2.4): none, or as many as the programme gives. */
export function workingDaysToRespond(
  feedback: Pick<FeedbackRequest, 'reason' | 'reachedClient'>,
  { responseDays, unsafeResponseDays }: WorkingCalendar,
): number {
  if (feedback.reachedClient) return 0;
  return feedback.reason === 'unsafe' ? unsafeResponseDays : responseDays;
}

/**
 * The calendar day of the programme on which a first response is due. What arrives on a day off
 * counts from the next working day.
 */
export function responseDueOn(
  feedback: Pick<FeedbackRequest, 'reason' | 'reachedClient'>,
  submittedAt: Date,
  { timeZone, calendar }: Pick<Programme, 'timeZone' | 'calendar'>,
): CalendarDay {
  let day = nextWorkingDay(calendarDayIn(submittedAt, timeZone), calendar);
  for (let left = workingDaysToRespond(feedback, calendar); left > 0; left -= 1) {
    day = nextWorkingDay(addDays(day, 1), calendar);
  }
  return day;
}

/** The day an answer is due: the first one, or the next one once it was opened again. */
export const dueOf = ({
  answerDueOn,
  dueOn,
}: Pick<FeedbackItem, 'dueOn'> & Pick<TriageProgress, 'answerDueOn'>): CalendarDay =>
  answerDueOn ?? dueOn;

/** Due is the first response: what somebody took up is no longer overdue. */
export function isOverdue(
  { state, dueOn }: Pick<FeedbackItem, 'state' | 'dueOn'>,
  today: CalendarDay,
): boolean {
  return state === 'new' && dueOn < today;
}
