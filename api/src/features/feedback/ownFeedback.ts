import { calendarDayIn } from '@last-mile/shared/calendar';
import type { FeedbackResponse } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import type { ListStore } from '../../sync/storedItem';
import { waitingConsents, type WaitingConsent } from './cases/caseConsents';
import { flagsOfCases } from './cases/flagsOfCases';
import { keptFor, type ProgrammeFeedback, type ReadProgrammeFeedback } from './programmeFeedback';
import type { Pseudonyms } from './pseudonyms';
import { isReportedIn, type Read } from './readFeedback';
import type { Reporters } from './reporters';
import { toItem } from './shownFeedback';
import { reopenedChange, saidChange, waitingOf, type WaitingAnswer } from './waitingAnswers';

export interface OwnFeedbackDependencies {
  /** What the programme's people wrote, whoever answers it. */
  readonly read: ReadProgrammeFeedback;
  readonly database: Database;
  /** The Cases list. */
  readonly cases: ListStore;
  readonly pseudonyms: Pseudonyms;
  readonly reporters: Reporters;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/**
 * What a person sent, newest first, also what they sent without their name. What was merged into another
 * has come as far as that one, and what they answered counts before SharePoint has it.
 */
export function createOwnFeedback(dependencies: OwnFeedbackDependencies) {
  const { database, cases, read, pseudonyms, reporters, asOf, now } = dependencies;

  return async (programme: Programme, user: User): Promise<FeedbackResponse> => {
    // What waits comes first: where it does not wait any more, the list has it.
    const [isOwn, waiting, consents] = await Promise.all([
      reporters.ownOf(user),
      waitingOf(database, pseudonyms.digestOf(user)),
      waitingConsents(database),
    ]);
    const [feedback, flagged] = await Promise.all([read(programme), flagsOfCases(cases)]);
    const today = calendarDayIn(now(), programme.timeZone);
    const own = feedback.all
      .filter(isOwn)
      .filter(({ record }) => isReportedIn(programme, record))
      .map((own) => withConsent(own, consents.get(own.clientKey)))
      .map((own) => asItIs(feedback, own, waiting.get(own.clientKey)))
      .sort((one, other) => other.record.submittedAt.localeCompare(one.record.submittedAt));
    const items = own.map((each) => ({
      ...toItem(feedback, each, 'you', today),
      isCase: each.record.caseConsent && flagged.has(each.clientKey),
    }));
    return { items, asOf: asOf() };
  };
}

function withConsent(own: Read, said: WaitingConsent | undefined): Read {
  if (said === undefined) return own;
  return { ...own, record: { ...own.record, caseConsent: said.consent } };
}

function asItIs(feedback: ProgrammeFeedback, own: Read, answer: WaitingAnswer | undefined): Read {
  const kept = keptFor(feedback, own);
  const { state, outcome, outcomeReference, outcomeKey, outcomeVersion } = kept.record;
  const { outcomeNote, respondedAt, closedAt, reopened, answerDueOn } = kept.record;
  return {
    ...own,
    record: {
      ...own.record,
      ...{ state, outcome, outcomeReference, outcomeKey, outcomeVersion },
      ...{ outcomeNote, respondedAt, closedAt, reopened, answerDueOn },
      ...(answer && saidChange(own.record, kept.record, answer)),
      ...(answer && reopenedChange(kept.record, answer)),
    },
  };
}
