import { decayOf, mondayOf, type DashboardResponse } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { CoachedFor } from '@last-mile/shared/coaching';
import type { ReviewResponse } from '@last-mile/shared/library';
import {
  familiesWithoutSession,
  gapsOfSession,
  nextSession,
  type PracticeSession,
} from '@last-mile/shared/practice';
import {
  activeUntil,
  lastDayOf,
  weeksOver,
  type EffortResponse,
  type Programme,
  type ProgrammePhase,
  type WorkCause,
} from '@last-mile/shared/programme';
import type { CheckpointWork } from './features/checkpoints/checkpoints';
import type { LateFeedback } from './features/feedback/lateFeedback';

/** What features know of a programme that gives its champions something to do. */
export interface WorkSources {
  readonly lateFeedback: (programme: Programme, now: Date) => Promise<readonly LateFeedback[]>;
  readonly reviewQueue: (programme: Programme) => Promise<ReviewResponse>;
  readonly dashboard: (
    programme: Programme,
    now: Date,
  ) => Promise<Pick<DashboardResponse, 'weeks'>>;
  readonly effort: (programme: Programme) => Promise<Pick<EffortResponse, 'weeks'>>;
  readonly checkpointWork: (programme: Programme) => Promise<CheckpointWork>;
  readonly phaseOf: (programme: Programme) => Promise<ProgrammePhase>;
  readonly toCoach: (programme: Programme) => Promise<ReadonlyMap<CoachedFor, number>>;
  readonly sessions: (programme: Programme) => Promise<readonly PracticeSession[]>;
  /** Keys of the mapped tasks. */
  readonly mappedTasks: (programme: Programme) => Promise<ReadonlySet<string>>;
}

/** Further back than this, hours are guessed. */
const weeksAskedBack = 4;

/** All that is to be done in a programme now, from what its features say; in no order. */
export function createWorkCauses(sources: WorkSources) {
  return async (programme: Programme, now: Date): Promise<WorkCause[]> => {
    const today = calendarDayIn(now, programme.timeZone);
    const [late, { items }, { weeks }, effort, phase, checkpoints, toCoach, sessions, mapped] =
      await Promise.all([
        sources.lateFeedback(programme, now),
        sources.reviewQueue(programme),
        sources.dashboard(programme, now),
        sources.effort(programme),
        sources.phaseOf(programme),
        sources.checkpointWork(programme),
        sources.toCoach(programme),
        sources.sessions(programme),
        sources.mappedTasks(programme),
      ]);
    return [
      ...late.map((each): WorkCause => ({ kind: 'overdueFeedback', ...each })),
      ...endingIn(phase, programme),
      ...(phase === 'active' ? sessionCauses(programme, now, sessions, mapped) : []),
      ...[...toCoach].flatMap(([reason, people]): WorkCause[] =>
        people === 0 ? [] : [{ kind: 'peopleToCoach', reason, people, week: mondayOf(today) }],
      ),
      ...items.flatMap(libraryCauses),
      ...decayIn(weeks),
      ...checkpoints.open.map((each): WorkCause => ({ kind: 'checkpointOpen', ...each })),
      ...checkpoints.toLookAt
        .filter(({ dueOn }) => dueOn < today)
        .map(({ clientKey, dueOn }): WorkCause => ({
          ...{ kind: 'decisionToLookAt', clientKey, dueOn },
        })),
      ...weeksOver(today, effort.weeks)
        .filter(
          ({ week, actual }) =>
            actual === null && week >= addDays(today, -7 * (weeksAskedBack + 1)),
        )
        .map(({ week }): WorkCause => ({ kind: 'effortNotWritten', week })),
    ];
  };
}

function endingIn(phase: ProgrammePhase, programme: Programme): WorkCause[] {
  return phase === 'toBeEnded'
    ? [{ kind: 'endingOpen', since: addDays(lastDayOf(programme), 1) }]
    : [];
}

/**
 * Practice is weekly in the active weeks: what the next session of each family lacks once it is a week
 * away or less, and the families that have none in the week that is to come.
 */
function sessionCauses(
  programme: Programme,
  now: Date,
  sessions: readonly PracticeSession[],
  mapped: ReadonlySet<string>,
): WorkCause[] {
  const { timeZone } = programme;
  const families = programme.jobFamilies.map(({ id }) => id);
  const today = calendarDayIn(now, timeZone);
  const week = addDays(mondayOf(today), 7);
  const next = new Map(
    families.flatMap((family) => {
      const session = nextSession(sessions, family, now);
      return session === null ? [] : [[session.clientKey, session] as const];
    }),
  );
  return [
    ...[...next.values()].flatMap((session): WorkCause[] => {
      const { clientKey, title } = session;
      const on = calendarDayIn(new Date(session.startsAt), timeZone);
      const gaps = gapsOfSession(session, mapped).length;
      const isSoon = on <= addDays(today, 7);
      return gaps > 0 && isSoon ? [{ kind: 'sessionNotPrepared', clientKey, title, on, gaps }] : [];
    }),
    ...(week <= activeUntil(programme)
      ? familiesWithoutSession(families, sessions, week, timeZone)
      : []
    ).map((jobFamily): WorkCause => ({ kind: 'noSession', jobFamily, week })),
  ];
}

/** An item can be both: its next text waits for review while the published one grows old. */
function libraryCauses({ item, reasons }: ReviewResponse['items'][number]): WorkCause[] {
  const { clientKey: itemKey, content, modifiedAt, reviewOn } = item;
  const about = { itemKey, title: content.title };
  const waits = reasons.includes('inReview') || reasons.includes('proposal');
  return [
    ...(waits ? [{ kind: 'reviewWaiting' as const, ...about, since: modifiedAt }] : []),
    ...(reasons.includes('stale') && reviewOn !== null
      ? [{ kind: 'staleItem' as const, ...about, reviewOn }]
      : []),
  ];
}

/** As the dashboard flags it: closed weeks since the start whose share is known (design 5). */
function decayIn(weeks: DashboardResponse['weeks']): WorkCause[] {
  const firm = weeks.flatMap(({ week, phase, state, active }) =>
    phase !== 'before' && state === 'closed' && active.state === 'known' && active.of > 0
      ? [{ week, n: active.n, of: active.of }]
      : [],
  );
  const decay = decayOf(firm);
  return decay?.flagged === true
    ? [{ kind: 'useDecays', week: decay.current.week, peakWeek: decay.peak.week }]
    : [];
}
