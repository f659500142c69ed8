import { mondayIn } from '../adoption';
import type { CalendarDay } from '../calendarDay';
import { distinctFeedback } from './distinctFeedback';
import type { FeedbackSubject, FlagReason } from './feedbackSubject';
import type { MeasuredFeedback } from './measuredFeedback';
import type { CauseSubject } from './overview';

/** What causes look at of a piece of feedback; a suggestion has no reason. */
export type CausedFeedback = MeasuredFeedback & {
  readonly reason: FlagReason | null;
  readonly about: FeedbackSubject;
};

export interface RecurringCause {
  readonly reason: FlagReason;
  readonly about: CauseSubject;
  readonly times: number;
  readonly open: number;
}

/**
 * Reasons that were given more than once of the same thing since the week of `from`, the most often
 * first. Flags that were merged are one and the same event; that it happened again is another flag.
 */
export function recurringCausesOf(
  all: readonly CausedFeedback[],
  from: CalendarDay,
  timeZone: string,
): RecurringCause[] {
  const causes = new Map<string, RecurringCause>();
  for (const { reason, about, state, submittedAt } of distinctFeedback(all)) {
    if (reason === null || mondayIn(new Date(submittedAt), timeZone) < from) continue;
    const subject = toCauseSubject(about);
    const name = JSON.stringify([reason, subject]);
    const { times, open } = causes.get(name) ?? { times: 0, open: 0 };
    causes.set(name, {
      ...{ reason, about: subject, times: times + 1 },
      open: state === 'closed' ? open : open + 1,
    });
  }
  return [...causes.values()]
    .filter(({ times }) => times > 1)
    .sort((one, other) => other.times - one.times || other.open - one.open);
}

function toCauseSubject(about: FeedbackSubject): CauseSubject {
  switch (about.type) {
    case 'libraryItem':
      return { type: 'libraryItem', itemKey: about.itemKey };
    case 'workflow':
      return { type: 'workflow', workflowKey: about.workflowKey };
    default:
      return { type: about.type };
  }
}
