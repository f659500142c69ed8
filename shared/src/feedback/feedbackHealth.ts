import { median, type DashboardResponse, type Measure } from '../adoption';
import { calendarDayIn } from '../calendarDay';
import type { Programme } from '../programme/programme';
import { distinctFeedback } from './distinctFeedback';
import { isOverdue } from './feedbackRules';
import type { MeasuredFeedback } from './measuredFeedback';
import { workingDaysBetween } from './workingDays';

/**
 * How feedback is doing at a moment, in the programme's days (design 5). What was taken up without a
 * kept first response is neither early nor late: nobody knows.
 */
export function feedbackHealthOf(
  all: readonly MeasuredFeedback[],
  now: Date,
  { timeZone, calendar }: Pick<Programme, 'timeZone' | 'calendar'>,
): DashboardResponse['feedback'] {
  const dayOf = (instant: string) => calendarDayIn(new Date(instant), timeZone);
  const today = dayOf(now.toISOString());
  const open = all.filter(({ state }) => state !== 'closed');
  const waits = all.flatMap(({ submittedAt, respondedAt }) =>
    respondedAt === null
      ? []
      : [workingDaysBetween(dayOf(submittedAt), dayOf(respondedAt), calendar)],
  );
  const inTime = all
    .filter(({ dueOn }) => dueOn < today)
    .flatMap(({ respondedAt, state, dueOn }) => {
      if (respondedAt !== null) return [dayOf(respondedAt) <= dueOn];
      return state === 'new' ? [false] : [];
    });
  const ended = distinctFeedback(all).filter(({ state }) => state === 'closed');
  return {
    open: open.length,
    overdue: open.filter((item) => isOverdue(item, today)).length,
    openReachedClient: open.filter(({ reachedClient }) => reachedClient).length,
    closed: all.length - open.length,
    suggestions: all.filter(({ kind }) => kind === 'suggestion').length,
    firstResponseDays: measure(waits, median),
    insideDue: shareOf(inTime),
    withOutcome: shareOf(
      ended.map(({ outcome, outcomeReference }) => outcome !== null && outcomeReference !== null),
    ),
    helped: shareOf(all.flatMap(({ helped }) => (helped === null ? [] : [helped]))),
  };
}

const shareOf = (holds: readonly boolean[]) =>
  measure(holds, () => holds.filter(Boolean).length / holds.length);

function measure<Each>(all: readonly Each[], valueOf: (all: readonly Each[]) => number): Measure {
  return all.length === 0
    ? { state: 'notEnoughData' }
    : { state: 'known', value: valueOf(all), n: all.length };
}
