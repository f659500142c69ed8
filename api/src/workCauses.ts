import { decayOf, type DashboardResponse } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { ReviewResponse } from '@last-mile/shared/library';
import {
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
}

/** Further back than this, hours are guessed. */
const weeksAskedBack = 4;

/** All that is to be done in a programme now, from what its features say; in no order. */
export function createWorkCauses(sources: WorkSources) {
  return async (programme: Programme, now: Date): Promise<WorkCause[]> => {
    const today = calendarDayIn(now, programme.timeZone);
    const [late, { items }, { weeks }, effort, checkpoints, phase] = await Promise.all([
      sources.lateFeedback(programme, now),
      sources.reviewQueue(programme),
      sources.dashboard(programme, now),
      sources.effort(programme),
      sources.checkpointWork(programme),
      sources.phaseOf(programme),
    ]);
    return [
      ...late.map((each): WorkCause => ({ kind: 'overdueFeedback', ...each })),
      ...endingIn(phase, programme),
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
