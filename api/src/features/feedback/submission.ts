import {
  responseDueOn,
  unanswered,
  workingDaysToRespond,
  type FeedbackReceipt,
  type FeedbackRequest,
  type FeedbackSubject,
} from '@last-mile/shared/feedback';
import type { Programme, WorkingCalendar } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database, Transaction } from '../../db/database';
import { createGroupCommit } from '../../db/groupCommit';
import { createBoundedMap, type BoundedMap } from '../../http/boundedMap';
import { RuleRefused } from '../../http/refusals';
import type { ListStore } from '../../sync/storedItem';
import { feedbackFields, toFeedback, type FeedbackRecord } from './feedbackList';
import type { Pseudonyms } from './pseudonyms';
import { claimKeys, digestOfRequest, releaseKeys, type Claim } from './receipts';

export interface SubmissionDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly pseudonyms: Pseudonyms;
  readonly answeredBy: AnsweredBy;
  readonly now: () => Date;
}

/**
 * The programme whose champions answer feedback about something that a programme's people see: their
 * own, but for an item that another one shares with them.
 */
export type AnsweredBy = (programme: Programme, about: FeedbackSubject) => Promise<Programme>;

/** Commits the words under their key; sent again they are known, and nothing is doubled. */
export type SubmitFeedback = (
  request: FeedbackRequest,
  programme: Programme,
  user: User,
) => Promise<FeedbackReceipt>;

/** One piece of feedback on its way in. */
interface Submission extends Claim {
  readonly record: FeedbackRecord;
}

/** Takes feedback in; who is behind a pseudonym is known to PostgreSQL alone, by keyed digest. */
export function createSubmission(dependencies: SubmissionDependencies): SubmitFeedback {
  const { database, list, pseudonyms, answeredBy, now } = dependencies;
  const dueDayOf = createDueDays();
  const commit = createGroupCommit({
    commit: (submissions: readonly Submission[]) =>
      database.transaction((tx) => keep(tx, list, submissions)),
    most: 64,
  });

  return async (request, programme, user) => {
    const { named, clientKey: sentKey, output = null, caseConsent = false, ...words } = request;
    const clientKey = sentKey.toLowerCase();
    const at = now();
    const submittedAt = at.toISOString();
    const answering = await answeredBy(programme, request.about);
    const dueOn = dueDayOf(request, at, answering);
    const record: FeedbackRecord = {
      ...{ ...unanswered, ...words, output, caseConsent },
      reporter: named ? user.userId : pseudonyms.nameFor(user, clientKey),
      named,
      reporterMark: named ? null : pseudonyms.markFor(user, clientKey),
      submittedAt,
      dueOn,
      programmeKey: answering.clientKey,
      reporterProgrammeKey: answering === programme ? null : programme.clientKey,
    };
    const outcome = await commit({
      clientKey,
      reporterDigest: pseudonyms.digestOf(user),
      contentDigest: digestOfRequest(request),
      dueOn,
      at: submittedAt,
      record,
    });
    if (outcome === 'inList') return receiptOfList(clientKey, record);
    if (outcome === 'keyReused') throw new RuleRefused('keyReused');
    return outcome;
  };

  /** Of a restored database, whose receipt is lost: SharePoint has the words, and whose they are. */
  async function receiptOfList(clientKey: string, sent: FeedbackRecord): Promise<FeedbackReceipt> {
    const stored = await list.get(clientKey);
    const kept = stored && toFeedback(stored.fields, stored.createdAt);
    if (!kept || wordsOf(kept) !== wordsOf(sent)) throw new RuleRefused('keyReused');
    return { clientKey, state: 'known', dueOn: kept.dueOn };
  }
}

/** What was said, by whom and where; the same words are spelled the same. */
function wordsOf(record: FeedbackRecord): string {
  const { reporter, named, kind, reason, reachedClient, about, text, output, surface } = record;
  const subject = Object.entries(about).sort();
  const said = [reporter, named, kind, reason, reachedClient, subject, text, output, surface];
  return JSON.stringify(said);
}

/**
 * Due days, worked out once for each quarter of an hour: no time zone changes its day in between, and
 * asking Intl for a day costs more than keeping the words.
 */
function createDueDays(): typeof responseDueOn {
  // A calendar is the same object until its programme's item changes.
  const ofCalendars = new WeakMap<WorkingCalendar, BoundedMap<string, string>>();
  return (feedback, submittedAt, programme) => {
    const days = ofCalendars.get(programme.calendar) ?? createBoundedMap<string, string>(100);
    ofCalendars.set(programme.calendar, days);
    const quarter = Math.floor(submittedAt.getTime() / (15 * 60_000));
    const toRespond = workingDaysToRespond(feedback, programme.calendar);
    const key = `${quarter} ${toRespond} ${programme.timeZone}`;
    const known = days.get(key) ?? responseDueOn(feedback, submittedAt, programme);
    days.set(key, known);
    return known;
  };
}

/**
 * Keeps what came in one transaction; a key that holds something else keeps nothing. Of what is `inList`
 * the list has the key and we gave no receipt for it.
 */
async function keep(
  tx: Transaction,
  list: ListStore,
  submissions: readonly Submission[],
): Promise<(FeedbackReceipt | 'inList' | 'keyReused')[]> {
  const claims = await claimKeys(tx, submissions);
  const claimed = submissions.filter((_, index) => claims[index]?.state === 'claimed');
  const appended = await list.appendAll(
    tx,
    claimed.map(({ clientKey, record }) => ({
      clientKey,
      // Whoever stays unnamed is not named by the platform's column either.
      actorId: record.reporter,
      fields: feedbackFields(record),
    })),
  );
  const taken = claimed.filter((_, index) => appended[index] === 'known');
  await releaseKeys(
    tx,
    taken.map(({ clientKey }) => clientKey),
  );
  return submissions.map((submission, index) => {
    const { clientKey, dueOn } = submission;
    const claim = claims[index];
    if (claim?.state === 'known') return { clientKey, state: 'known', dueOn: claim.dueOn };
    if (taken.includes(submission)) return 'inList';
    return claim?.state === 'claimed' ? { clientKey, state: 'accepted', dueOn } : 'keyReused';
  });
}
