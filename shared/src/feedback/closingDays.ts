import { measureOver, median, type Measure } from '../adoption';
import { calendarDayIn } from '../calendarDay';
import type { Programme } from '../programme/programme';
import { distinctFeedback } from './distinctFeedback';
import type { MeasuredFeedback } from './measuredFeedback';
import type { TriageProgress } from './triageProgress';
import { workingDaysBetween } from './workingDays';

export type ClosedFeedback = MeasuredFeedback & Pick<TriageProgress, 'closedAt'>;

/**
 * The median working days of the programme from sent to closed. What was merged ends with the one
 * that goes on for it; what was opened again is not closed; what was closed by hand without a moment
 * tells nothing.
 */
export function closingDaysOf(
  all: readonly ClosedFeedback[],
  { timeZone, calendar }: Pick<Programme, 'timeZone' | 'calendar'>,
): Measure {
  const dayOf = (at: string) => calendarDayIn(new Date(at), timeZone);
  const days = distinctFeedback(all).flatMap(({ state, submittedAt, closedAt }) =>
    state !== 'closed' || closedAt === null
      ? []
      : [workingDaysBetween(dayOf(submittedAt), dayOf(closedAt), calendar)],
  );
  return measureOver(days.length, 1, () => ({ value: median(days), n: days.length }));
}
