import { addDays, calendarDayIn, type CalendarDay } from '../calendarDay';
import { isoWeekOfDay, mondayOf, weekStart } from '../adoption';
import type { Programme } from '../programme/programme';
import { allow, refuse, type Decision } from '../rules';
import {
  checkpointDays,
  type Checkpoint,
  type CheckpointDay,
  type CheckpointDecision,
  type CheckpointsResponse,
} from './checkpoint';
import type { Diagnosis } from './diagnosis';
import type { CheckpointFigures } from './figures';

/**
 * The week a checkpoint is about: the last one that was over on the day that lies so many days after
 * the programme's first. Days 30, 60 and 90 give its weeks 4, 8 and 13.
 */
export function checkpointWeek(day: CheckpointDay, startsOn: CalendarDay): string {
  return isoWeekOfDay(mondayOf(addDays(startsOn, day - 6)));
}

/** The day from which on it is taken: its own day is over, and its week is closed, so that no figure moves. */
export function checkpointTakenFrom(day: CheckpointDay, startsOn: CalendarDay): CalendarDay {
  const closedFrom = addDays(weekStart(checkpointWeek(day, startsOn)), 10);
  const dayAfter = addDays(startsOn, day + 1);
  return closedFrom > dayAfter ? closedFrom : dayAfter;
}

interface Schedule {
  readonly startsOn: CalendarDay;
  readonly timeZone: string;
  /** The day on which the programme ended; null while it runs. */
  readonly endedOn: CalendarDay | null;
}

/** Whether the programme runs, or ran, until that day: what ended before is not looked at any more. */
const isReached = (day: CheckpointDay, { startsOn, endedOn }: Omit<Schedule, 'timeZone'>) =>
  endedOn === null || addDays(startsOn, day) <= endedOn;

export type CheckpointRefusal = 'checkpointTaken' | 'checkpointTooEarly' | 'figuresPending';

/** Whether a checkpoint may be frozen: once, from its day on, when every figure is worked out. */
export function canTakeCheckpoint(
  day: CheckpointDay,
  figures: CheckpointFigures,
  taken: readonly Pick<Checkpoint, 'day'>[],
  now: Date,
  { startsOn, timeZone }: Omit<Schedule, 'endedOn'>,
): Decision<CheckpointRefusal> {
  if (taken.some((each) => each.day === day)) return refuse('checkpointTaken');
  const today = calendarDayIn(now, timeZone);
  if (today < checkpointTakenFrom(day, startsOn)) return refuse('checkpointTooEarly');
  return hasPending(figures) ? refuse('figuresPending') : allow;
}

/** The checkpoints whose figures are there and that were not taken yet, earliest first. */
export function checkpointsToTake(
  taken: readonly Pick<Checkpoint, 'day'>[],
  now: Date,
  schedule: Schedule,
): CheckpointDay[] {
  const today = calendarDayIn(now, schedule.timeZone);
  return checkpointDays.filter(
    (day) =>
      isReached(day, schedule) &&
      checkpointTakenFrom(day, schedule.startsOn) <= today &&
      !taken.some((each) => each.day === day),
  );
}

/** The next checkpoint that is not taken; null after the last, and where the programme ended before it. */
export function nextCheckpoint(
  taken: readonly Pick<Checkpoint, 'day'>[],
  schedule: Omit<Schedule, 'timeZone'>,
): CheckpointsResponse['next'] {
  const day = checkpointDays.find(
    (each) => isReached(each, schedule) && !taken.some((one) => one.day === each),
  );
  return day === undefined ? null : { day, takenFrom: checkpointTakenFrom(day, schedule.startsOn) };
}

/**
 * Who is proposed to see to a finding, and by which day: the programme's owner, or its sponsor where it
 * is about the owner.
 */
export function proposedDecision(
  { proposed }: Pick<Diagnosis, 'proposed'>,
  { ownerId, sponsorId }: Pick<Programme, 'ownerId' | 'sponsorId'>,
  takenOn: CalendarDay,
): Pick<CheckpointDecision, 'ownerId' | 'dueOn'> {
  return {
    ownerId: proposed.who === 'owner' ? ownerId : sponsorId,
    dueOn: addDays(takenOn, proposed.days),
  };
}

export type DecideRefusal = 'checkpointNotTaken' | 'findingUnknown';

/** Whether something may be decided: at a checkpoint that was taken, of what its rules found, or of nothing they did. */
export function canDecideAt(
  { day, rule }: Pick<CheckpointDecision, 'day' | 'rule'>,
  taken: readonly Pick<Checkpoint, 'day' | 'diagnosis'>[],
): Decision<DecideRefusal> {
  const at = taken.find((each) => each.day === day);
  if (!at) return refuse('checkpointNotTaken');
  const isFound = rule === null || at.diagnosis.found.some((each) => each.rule === rule);
  return isFound ? allow : refuse('findingUnknown');
}

export type LookBackRefusal = 'checkpointNotTaken' | 'lookBackTooEarly' | 'lookedBackAlready';

/** Whether it may be said what came of a decision: once, at a later checkpoint that was taken. */
export function canLookBack(
  decision: Pick<CheckpointDecision, 'day' | 'lookBack'>,
  day: CheckpointDay,
  taken: readonly Pick<Checkpoint, 'day'>[],
): Decision<LookBackRefusal> {
  if (!taken.some((each) => each.day === day)) return refuse('checkpointNotTaken');
  if (day <= decision.day) return refuse('lookBackTooEarly');
  return decision.lookBack === null ? allow : refuse('lookedBackAlready');
}

/** The decisions of earlier checkpoints that are looked at again at this one, the first due first. */
export function decisionsToLookAt<
  Made extends Pick<CheckpointDecision, 'day' | 'lookBack' | 'dueOn'>,
>(decisions: readonly Made[], day: CheckpointDay): Made[] {
  return decisions
    .filter((decision) => decision.day < day && decision.lookBack === null)
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** Whether something is still being worked out anywhere in the figures. */
function hasPending(figures: unknown): boolean {
  if (typeof figures !== 'object' || figures === null) return false;
  if ('state' in figures && figures.state === 'pending') return true;
  return Object.values(figures).some(hasPending);
}
