import { mondayOf } from '../adoption';
import { addDays, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { MarkWorkRequest, WorkCause, WorkLine, WorkPutAway } from './workList';

/** A mark as it is kept. */
export interface WorkMark extends Pick<MarkWorkRequest, 'key' | 'mark'> {
  readonly on: CalendarDay;
  /** ISO 8601; of several marks on a line the latest holds. */
  readonly at: string;
}

/** Longer than this is not putting off, it is not doing. */
export const longestSnooze = 28;

/** The owner's week: what is to be done now, the most pressing first, and what was put away. */
export interface WorkList {
  readonly lines: WorkLine[];
  readonly putAway: WorkPutAway[];
}

/**
 * One list from everything (design 1): what reached a client first, then what others wait for, then
 * what keeps the programme going. Within a kind what waits longest, or is most, comes first.
 */
export function workListOf(
  causes: readonly WorkCause[],
  marks: readonly WorkMark[],
  today: CalendarDay,
): WorkList {
  const inOrder = [...marks].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const markOf = new Map(inOrder.map((mark) => [mark.key, mark]));
  const lines = [...new Map(causes.map((cause) => [keyOf(cause), cause]))]
    .map(([key, cause]) => ({ key, cause }))
    .sort(byUrgency);
  const hides = ({ key, cause }: WorkLine) => {
    const mark = markOf.get(key);
    return mark !== undefined && !reachedClient(cause) && holds(mark, today) ? mark.mark : null;
  };
  return {
    lines: lines.filter((line) => hides(line) === null),
    putAway: lines.flatMap((line) => {
      const mark = hides(line);
      return mark === null ? [] : { ...line, mark };
    }),
  };
}

export type MarkRefusal = 'reachedClient' | 'snoozeTooLong';

/** Whether a line may be marked so. What reached a client is answered, and neither put off nor waved away. */
export function canMark(
  cause: WorkCause,
  mark: MarkWorkRequest['mark'],
  today: CalendarDay,
): Decision<MarkRefusal> {
  if (mark.as === 'open') return allow;
  if (reachedClient(cause)) return refuse('reachedClient');
  const isOutside = (day: CalendarDay) => day <= today || day > addDays(today, longestSnooze);
  return mark.as === 'snoozed' && isOutside(mark.until) ? refuse('snoozeTooLong') : allow;
}

/** The same cause has the same key; what happens anew, in another week or by another day, has another. */
export function keyOf(cause: WorkCause): string {
  const parts = (): readonly (string | number)[] => {
    switch (cause.kind) {
      case 'overdueFeedback':
      case 'sessionNotPrepared':
        return [cause.clientKey];
      case 'endingOpen':
        return [cause.since];
      case 'checkpointOpen':
        return [cause.day];
      case 'decisionToLookAt':
        return [cause.clientKey, cause.dueOn];
      case 'noSession':
        return [cause.week, cause.jobFamily];
      case 'useDecays':
      case 'effortNotWritten':
        return [cause.week];
      case 'peopleToCoach':
        return [cause.week, cause.reason];
      case 'reviewWaiting':
        return [cause.itemKey, cause.since];
      case 'staleItem':
        return [cause.itemKey, cause.reviewOn];
    }
  };
  return [cause.kind, ...parts()].join(' ');
}

const reachedClient = (cause: WorkCause) => cause.kind === 'overdueFeedback' && cause.reachedClient;

/** Whether a mark still puts its line away. */
function holds({ mark, on }: WorkMark, today: CalendarDay): boolean {
  switch (mark.as) {
    case 'done':
      return mondayOf(on) === mondayOf(today);
    case 'snoozed':
      return today < mark.until;
    case 'notRelevant':
      return true;
    case 'open':
      return false;
  }
}

const kindsInOrder: readonly WorkCause['kind'][] = [
  'overdueFeedback',
  'endingOpen',
  'checkpointOpen',
  'decisionToLookAt',
  'sessionNotPrepared',
  'noSession',
  'useDecays',
  'peopleToCoach',
  'reviewWaiting',
  'staleItem',
  'effortNotWritten',
];

function byUrgency(one: WorkLine, other: WorkLine): number {
  const rank = ({ cause }: WorkLine) =>
    reachedClient(cause) ? -1 : kindsInOrder.indexOf(cause.kind);
  return (
    rank(one) - rank(other) ||
    weightOf(other.cause) - weightOf(one.cause) ||
    since(one.cause).localeCompare(since(other.cause)) ||
    one.key.localeCompare(other.key)
  );
}

/** How much of it there is, where it is counted. */
function weightOf(cause: WorkCause): number {
  switch (cause.kind) {
    case 'overdueFeedback':
      return cause.daysLate;
    case 'checkpointOpen':
      return cause.findings;
    case 'peopleToCoach':
      return cause.people;
    default:
      return 0;
  }
}

/** Since when, or for when, where it has a day. */
function since(cause: WorkCause): string {
  switch (cause.kind) {
    case 'decisionToLookAt':
      return cause.dueOn;
    case 'sessionNotPrepared':
      return cause.on;
    case 'reviewWaiting':
      return cause.since;
    case 'staleItem':
      return cause.reviewOn;
    case 'noSession':
    case 'effortNotWritten':
      return cause.week;
    default:
      return '';
  }
}
