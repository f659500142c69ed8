import { calendarDayIn } from '@last-mile/shared/calendar';
import { dueOf, isInView, isOverdue, workingDaysBetween } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { ReadProgrammeFeedback } from './programmeFeedback';
import { queuePlaceOf } from './shownFeedback';

/** A piece of feedback that nobody answered by its day. */
export interface LateFeedback {
  readonly clientKey: string;
  readonly text: string;
  readonly reachedClient: boolean;
  /** Working days; 0 on the day it is due. */
  readonly daysLate: number;
}

/** What is late in a programme's queue. What reached a client is among it from the day it is due on. */
export type ReadLateFeedback = (programme: Programme, now: Date) => Promise<LateFeedback[]>;

export function createLateFeedback(read: ReadProgrammeFeedback): ReadLateFeedback {
  return async (programme, now) => {
    const today = calendarDayIn(now, programme.timeZone);
    const feedback = await read(programme);
    return feedback.all
      .filter((each) => isInView('due', queuePlaceOf(feedback, each), { userId: '', today }))
      .map(({ clientKey, record }) => ({ clientKey, record, dueOn: dueOf(record) }))
      .filter(({ record, dueOn }) =>
        record.reachedClient ? true : isOverdue({ state: record.state, dueOn }, today),
      )
      .map(({ clientKey, record: { text, reachedClient }, dueOn }) => ({
        ...{ clientKey, text, reachedClient },
        daysLate: workingDaysBetween(dueOn, today, programme.calendar),
      }));
  };
}
