import { calendarDayIn } from '@last-mile/shared/calendar';
import { unanswered, type FeedbackRequest, type TriageProgress } from '@last-mile/shared/feedback';
import { jobTitles } from './departments';
import { accountManagement } from './feedback/accountManagement';
import { clientAdvisory } from './feedback/clientAdvisory';
import type { CaseWords, FeedbackEntry, Progress, Way } from './feedback/entry';
import { operationsDelivery } from './feedback/operationsDelivery';
import { peopleFinance } from './feedback/peopleFinance';
import { createPeople, featuredId } from './people';
import { timeZone } from './programme';
import { instantOf, type SampleMoment } from './sampleClock';
import { sampleKey } from './sampleKeys';
import { createDraws, type Draws } from './seededDraws';
import { runningWeek } from './usageModel';

/** A piece of feedback: what was sent, when and by whom, and how far it has come. */
export interface SampleFeedback {
  readonly request: FeedbackRequest;
  readonly reporterId: string;
  readonly submittedAt: Date;
  readonly progress: TriageProgress;
  /** The case that was made of it; null for most. */
  readonly asCase: CaseWords | null;
}

const entriesByFamily: Readonly<Record<string, readonly FeedbackEntry[]>> = {
  'client-advisory': clientAdvisory,
  'account-management': accountManagement,
  'operations-delivery': operationsDelivery,
  'people-finance': peopleFinance,
};

const entries = Object.values(entriesByFamily).flat();

/**
 * What people reported in thirteen weeks, most of it settled. What has a history is placed by the
 * programme's first Monday (`startsOn`) and lies before the running week; what is new, by `now`.
 */
export function feedbackHistory(startsOn: string, now: Date): readonly SampleFeedback[] {
  const staff = createPeople().filter(
    ({ joinedInWeek, leftInWeek }) => joinedInWeek === null && leftInWeek === null,
  );
  return Object.entries(entriesByFamily).flatMap(([family, own]) => {
    const colleagues = staff.filter(({ user }) => jobTitles[user.jobTitle ?? ''] === family);
    return own.map((entry): SampleFeedback => {
      const request = toRequest(entry);
      const draws = createDraws(Number.parseInt(request.clientKey.slice(0, 8), 16));
      const reporterId = entry.by ? featuredId(entry.by) : draws.oneOf(colleagues).user.id;
      if ('hoursAgo' in entry.sent) {
        const submittedAt = new Date(now.getTime() - entry.sent.hoursAgo * 3_600_000);
        return { request, reporterId, submittedAt, progress: unanswered, asCase: null };
      }
      const sent = {
        week: entry.sent.week,
        weekday: draws.whole(5),
        minute: 8 * 60 + draws.whole(9 * 60),
      };
      return {
        request,
        reporterId,
        submittedAt: new Date(instantOf(sent, startsOn)),
        progress: {
          ...toProgress(entry.progress, sent, startsOn, draws),
          outcomeNote: entry.note ?? null,
        },
        asCase: typeof entry.asCase === 'object' ? entry.asCase : null,
      };
    });
  });
}

/**
 * The history as it stood at `now`: all of it once the running week has begun, before that what had come
 * and been answered by then. What is new belongs to the running week.
 */
export function feedbackUntil(startsOn: string, now: Date): readonly SampleFeedback[] {
  const isOver = (at: string | null) => at !== null && Date.parse(at) <= now.getTime();
  const runningFrom = instantOf({ week: runningWeek, weekday: 0, minute: 0 }, startsOn);
  return feedbackHistory(startsOn, now).flatMap((each) => {
    const { submittedAt, progress } = each;
    const { respondedAt, closedAt } = progress;
    const cameAt = progress.state === 'new' ? runningFrom : submittedAt.toISOString();
    if (!isOver(cameAt)) return [];
    if (progress.state === 'new' || isOver(closedAt ?? respondedAt)) return [each];
    if (!isOver(respondedAt)) return [{ ...each, progress: unanswered }];
    return [{ ...each, progress: { ...unanswered, state: 'inProgress', respondedAt } }];
  });
}

/** The only version of each library item that the sample publishes. */
export const firstVersion = 1;

const keyOf = ({ text }: FeedbackEntry) => sampleKey(`feedback ${text}`);

function toRequest(entry: FeedbackEntry): FeedbackRequest {
  const { kind, reason, about, text } = entry;
  return {
    ...{ kind, reason, about, text },
    clientKey: keyOf(entry),
    reachedClient: entry.reachedClient ?? false,
    named: entry.unnamed !== true,
    surface: entry.surface ?? 'teams',
    ...(entry.asCase === undefined ? {} : { caseConsent: true }),
  };
}

function toProgress(
  progress: Progress,
  sent: SampleMoment,
  startsOn: string,
  draws: Draws,
): TriageProgress {
  if (progress.state === 'new') return unanswered;
  const answered = workingDaysAfter(sent, progress.answeredAfter, draws);
  const respondedAt = instantOf(answered, startsOn);
  switch (progress.state) {
    case 'merged':
      return {
        ...{ ...unanswered, state: 'closed', respondedAt, closedAt: respondedAt },
        mergedInto: keyOfName(progress.into),
      };
    case 'closed': {
      const { way } = progress;
      const end = { ...answered, week: answered.week + progress.closedAfterWeeks };
      return {
        ...{ ...unanswered, state: 'closed', respondedAt, closedAt: instantOf(end, startsOn) },
        ...{ ...wayOf(way, respondedAt), helped: progress.helped },
      };
    }
    default: {
      const { way, state } = progress;
      const awaitsItem = way?.outcome === 'promptAdjusted' ? (way.key ?? null) : null;
      return {
        ...{ ...unanswered, state, respondedAt },
        ...(way === null ? {} : wayOf(way, respondedAt)),
        ...{ awaitsItem, awaitsAfter: awaitsItem === null ? null : firstVersion },
      };
    }
  }
}

/** What is linked to; what went to the vendor did so on the day it was answered. */
function wayOf(
  { outcome, reference, key, answer }: Way,
  respondedAt: string,
): Partial<TriageProgress> {
  const sentOn = outcome === 'vendor' ? calendarDayIn(new Date(respondedAt), timeZone) : null;
  return {
    ...{ outcome, outcomeReference: reference, outcomeKey: key ?? null },
    ...{ vendorSentOn: sentOn, vendorAnswer: answer ?? null },
  };
}

/** The same day some time later, or during a working day that many after it. */
function workingDaysAfter(sent: SampleMoment, days: number, draws: Draws): SampleMoment {
  if (days === 0) return { ...sent, minute: sent.minute + 20 + draws.whole(60) };
  const at = sent.weekday + days;
  return {
    week: sent.week + Math.floor(at / 5),
    weekday: at % 5,
    minute: 9 * 60 + draws.whole(8 * 60),
  };
}

function keyOfName(name: string): string {
  const entry = entries.find((each) => each.name === name);
  if (!entry) throw new RangeError(`No feedback of the sample is named "${name}".`);
  return keyOf(entry);
}
