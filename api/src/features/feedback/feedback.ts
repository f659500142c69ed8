import { calendarDayIn } from '@last-mile/shared/calendar';
import type { DashboardResponse, Flag, Improvements } from '@last-mile/shared/adoption';
import {
  feedbackHealthOf,
  improvementsOf,
  isOverdue,
  responseDueOn,
  workingDaysToRespond,
  type FeedbackItem,
  type FeedbackReceipt,
  type FeedbackRequest,
  type FeedbackResponse,
} from '@last-mile/shared/feedback';
import type { Programme, WorkingCalendar } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../auth/names';
import type { Database, Transaction } from '../../db/database';
import { createGroupCommit } from '../../db/groupCommit';
import { createBoundedMap, type BoundedMap } from '../../http/boundedMap';
import { RuleRefused } from '../../http/refusals';
import type { ListStore } from '../../sync/storedItem';
import { feedbackFields, unanswered, type FeedbackRecord } from './feedbackList';
import type { Pseudonyms } from './pseudonyms';
import { createReadFeedback, toMeasured, type Read } from './readFeedback';
import { claimKeys, digestOfRequest, releaseKeys, type Claim } from './receipts';
import { createReporters } from './reporters';

export interface FeedbackDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  readonly pseudonyms: Pseudonyms;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

export interface Feedback {
  /** Commits the words under their key; sent again they are known, and nothing is doubled. */
  submit(request: FeedbackRequest, programme: Programme, user: User): Promise<FeedbackReceipt>;
  mine(programme: Programme, user: User): Promise<FeedbackResponse>;
  queue(programme: Programme, user: User): Promise<FeedbackResponse>;
  health(programme: Programme, now: Date): Promise<DashboardResponse['feedback']>;
  improvements(programme: Programme): Promise<Improvements>;
  /** Flags on library items and on what an assistant wrote; who flagged is no part of it. */
  flags(programme: Programme): Promise<Flag[]>;
  /** How often each version of a library item was flagged. */
  flagsByVersion(programme: Programme, itemKey: string): Promise<ReadonlyMap<number, number>>;
}

/** One piece of feedback on its way in. */
interface Submission extends Claim {
  readonly record: FeedbackRecord;
}

/** Feedback on its list; who is behind a pseudonym is known to PostgreSQL alone, by keyed digest. */
export function createFeedback(dependencies: FeedbackDependencies): Feedback {
  const { database, list, names, pseudonyms, asOf, now } = dependencies;

  const readProgramme = createReadFeedback(list);
  const reporters = createReporters(database, pseudonyms);
  const dueDayOf = createDueDays();
  const commit = createGroupCommit({
    commit: (submissions: readonly Submission[]) =>
      database.transaction((tx) => keep(tx, list, submissions)),
    most: 64,
  });

  function shown(
    wanted: readonly Read[],
    programme: Programme,
    nameOf: (read: Read) => string,
  ): FeedbackResponse {
    const today = calendarDayIn(now(), programme.timeZone);
    return { items: wanted.map((read) => toItem(read, nameOf(read), today)), asOf: asOf() };
  }

  return {
    async submit(request, programme, user) {
      const { named, clientKey: sentKey, output = null, caseConsent = false, ...words } = request;
      const clientKey = sentKey.toLowerCase();
      const at = now();
      const submittedAt = at.toISOString();
      const dueOn = dueDayOf(request, at, programme);
      const outcome = await commit({
        clientKey,
        reporterDigest: pseudonyms.digestOf(user),
        contentDigest: digestOfRequest(request),
        dueOn,
        at: submittedAt,
        record: {
          ...{ ...words, output, caseConsent },
          reporter: named ? user.userId : pseudonyms.nameFor(user, clientKey),
          named,
          state: 'new',
          submittedAt,
          dueOn,
          programmeKey: programme.clientKey,
          ...unanswered,
        },
      });
      if (outcome === 'keyReused') throw new RuleRefused('keyReused');
      return outcome;
    },

    async mine(programme, user) {
      const [all, isOwn] = await Promise.all([readProgramme(programme), reporters.ownOf(user)]);
      const own = all.filter(isOwn).sort(newestFirst);
      return shown(own, programme, () => 'you');
    },

    async queue(programme, user) {
      const [all, isOwn] = await Promise.all([readProgramme(programme), reporters.ownOf(user)]);
      const named = all.filter(({ record }) => record.named);
      const found = await names.of(named.map(({ record }) => record.reporter));
      return shown(all.sort(mostUrgentFirst), programme, (read) => {
        if (read.record.named && isOwn(read)) return 'you';
        if (!read.record.named) return read.record.reporter || 'Someone';
        return found.get(read.record.reporter) ?? 'A colleague';
      });
    },

    async health(programme, at) {
      const measured = (await readProgramme(programme)).map(toMeasured);
      return feedbackHealthOf(measured, at, programme);
    },

    async improvements(programme) {
      return improvementsOf((await readProgramme(programme)).map(toMeasured));
    },

    async flags(programme) {
      return (await readProgramme(programme)).flatMap(({ record }) => toFlag(record) ?? []);
    },

    async flagsByVersion(programme, itemKey) {
      const flags = new Map<number, number>();
      for (const { record } of await readProgramme(programme)) {
        const { kind, about } = record;
        if (kind !== 'flag' || about.type !== 'libraryItem' || about.itemKey !== itemKey) continue;
        flags.set(about.version, (flags.get(about.version) ?? 0) + 1);
      }
      return flags;
    },
  };
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

/** Keeps what came in one transaction; a key that holds something else keeps nothing. */
async function keep(
  tx: Transaction,
  list: ListStore,
  submissions: readonly Submission[],
): Promise<(FeedbackReceipt | 'keyReused')[]> {
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
  // The list knows a key we gave no receipt for: it belongs to something else.
  const taken = claimed.filter((_, index) => appended[index] === 'known');
  await releaseKeys(
    tx,
    taken.map(({ clientKey }) => clientKey),
  );
  return submissions.map((submission, index) => {
    const { clientKey, dueOn } = submission;
    const claim = claims[index];
    if (claim?.state === 'known') return { clientKey, state: 'known', dueOn: claim.dueOn };
    const isKept = claim?.state === 'claimed' && !taken.includes(submission);
    return isKept ? { clientKey, state: 'accepted', dueOn } : 'keyReused';
  });
}

function toFlag({ kind, about, submittedAt }: FeedbackRecord): Flag | null {
  if (kind !== 'flag') return null;
  const at = new Date(submittedAt);
  if (about.type === 'libraryItem') return { at, itemKey: about.itemKey };
  return about.type === 'aiOutput' ? { at, itemKey: null } : null;
}

function toItem({ clientKey, record, delivered }: Read, reporter: string, today: string) {
  const item: FeedbackItem = {
    clientKey,
    kind: record.kind,
    reason: record.reason,
    reachedClient: record.reachedClient,
    about: record.about,
    text: record.text,
    reporter,
    surface: record.surface,
    state: record.state,
    outcome: record.outcome,
    outcomeReference: record.outcomeReference,
    submittedAt: record.submittedAt,
    dueOn: record.answerDueOn ?? record.dueOn,
    overdue: isOverdue({ state: record.state, dueOn: record.answerDueOn ?? record.dueOn }, today),
    delivered,
    output: record.output,
    caseConsent: record.caseConsent,
    outcomeNote: record.outcomeNote,
    respondedAt: record.respondedAt,
    closedAt: record.closedAt,
    helped: record.helped,
    helpedWords: record.helpedWords,
    reopened: record.reopened,
    mergedInto: record.mergedInto,
    heldBack: record.heldBack,
  };
  return item;
}

const newestFirst = (one: Read, other: Read) =>
  other.record.submittedAt.localeCompare(one.record.submittedAt);

const urgency = { new: 0, inProgress: 1, waitingOnVendor: 2, closed: 3 } as const;
const mostUrgentFirst = (one: Read, other: Read) =>
  urgency[one.record.state] - urgency[other.record.state] ||
  one.record.dueOn.localeCompare(other.record.dueOn) ||
  newestFirst(one, other);
