import { median, type DashboardResponse, type Measure } from '../adoption';
import { calendarDayIn } from '../calendarDay';
import type { Programme } from '../programme/programme';
import { distinctFeedback, keptKeys } from './distinctFeedback';
import { dueOf, isOverdue } from './feedbackRules';
import type { MeasuredFeedback } from './measuredFeedback';
import { workingDaysBetween } from './workingDays';

/**
 * How feedback is doing at a moment, in the programme's days (design 5). What was taken up without a
 * kept first response is neither early nor late: nobody knows. What was merged is not open any more,
 * and is answered when the one that goes on for it is (decision 0020).
 */
export function feedbackHealthOf(
  all: readonly MeasuredFeedback[],
  now: Date,
  { timeZone, calendar }: Pick<Programme, 'timeZone' | 'calendar'>,
): DashboardResponse['feedback'] {
  const dayOf = (instant: string) => calendarDayIn(new Date(instant), timeZone);
  const today = dayOf(now.toISOString());
  const distinct = distinctFeedback(all);
  const open = distinct.filter(({ state }) => state !== 'closed');
  const ended = distinct.filter(({ state }) => state === 'closed');
  const answers = answersTo(all);
  const waits = answers.flatMap(({ submittedAt, respondedAt }) =>
    respondedAt === null
      ? []
      : [workingDaysBetween(dayOf(submittedAt), dayOf(respondedAt), calendar)],
  );
  const inTime = answers
    .filter(({ dueOn }) => dueOn < today)
    .flatMap(({ respondedAt, state, dueOn }) => {
      if (respondedAt !== null) return [dayOf(respondedAt) <= dueOn];
      return state === 'new' ? [false] : [];
    });
  return {
    open: open.length,
    overdue: open.filter((each) => isOverdue({ ...each, dueOn: dueOf(each) }, today)).length,
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

/** Each as it was answered: where that was not kept, as the one was that goes on for it. */
function answersTo(all: readonly MeasuredFeedback[]): MeasuredFeedback[] {
  const kept = keptKeys(all);
  const byKey = new Map(all.map((item) => [item.clientKey, item]));
  return all.map((item) => {
    const goesOn = byKey.get(kept.get(item.clientKey) ?? '') ?? item;
    if (item.respondedAt !== null || goesOn === item) return item;
    const { state, respondedAt } = goesOn;
    const wasBefore =
      respondedAt !== null && Date.parse(respondedAt) < Date.parse(item.submittedAt);
    return { ...item, state, respondedAt: wasBefore ? item.submittedAt : respondedAt };
  });
}

const shareOf = (holds: readonly boolean[]) =>
  measure(holds, () => holds.filter(Boolean).length / holds.length);

function measure<Each>(all: readonly Each[], valueOf: (all: readonly Each[]) => number): Measure {
  return all.length === 0
    ? { state: 'notEnoughData' }
    : { state: 'known', value: valueOf(all), n: all.length };
}
