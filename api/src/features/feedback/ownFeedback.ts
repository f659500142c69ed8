import { calendarDayIn } from '@last-mile/shared/calendar';
import type { FeedbackResponse } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { ReadProgrammeFeedback } from './programmeFeedback';
import type { Reporters } from './reporters';
import { toItem } from './shownFeedback';

export interface OwnFeedbackDependencies {
  /** What the programme's people wrote, whoever answers it. */
  readonly read: ReadProgrammeFeedback;
  readonly reporters: Reporters;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** What a person sent, newest first, also what they sent without their name. */
export function createOwnFeedback(dependencies: OwnFeedbackDependencies) {
  const { read, reporters, asOf, now } = dependencies;

  return async (programme: Programme, user: User): Promise<FeedbackResponse> => {
    const [feedback, isOwn] = await Promise.all([read(programme), reporters.ownOf(user)]);
    const today = calendarDayIn(now(), programme.timeZone);
    const own = feedback.all
      .filter(isOwn)
      .sort((one, other) => other.record.submittedAt.localeCompare(one.record.submittedAt));
    return { items: own.map((each) => toItem(feedback, each, 'you', today)), asOf: asOf() };
  };
}
