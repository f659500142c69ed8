import { mondayOf } from '../adoption';
import { addDays, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { MarkWorkRequest, WorkCause, WorkLine } from './workList';

/** A mark as it is kept. */
export interface WorkMark extends Pick<MarkWorkRequest, 'key' | 'mark'> {
  readonly on: CalendarDay;
  /** ISO 8601; of several marks on a line the latest holds. */
  readonly at: string;
}

/** Longer than this is not putting off, it is not doing. */
export const longestSnooze = 28;

/** The owner's week: what is to be done now, the most pressing first, and how much is put off. */
export interface WorkList {
  readonly lines: WorkLine[];
  readonly snoozed: number;
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
  const lines = [...new Map(causes.map((cause) => [keyOf(cause), cause]))].map(([key, cause]) => ({
    ...{ key, cause },
    hidden: hiddenBy(markOf.get(key), today),
  }));
  return {
    lines: lines
      .filter(({ hidden }) => hidden === null)
      .map(({ key, cause }) => ({ key, cause }))
      .sort(byUrgency),
    snoozed: lines.filter(({ hidden }) => hidden === 'snoozed').length,
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
  if (cause.kind === 'overdueFeedback' && cause.reachedClient) return refuse('reachedClient');
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

function hiddenBy(mark: WorkMark | undefined, today: CalendarDay): 'marked' | 'snoozed' | null {
  switch (mark?.mark.as) {
    case 'done':
      return mondayOf(mark.on) === mondayOf(today) ? 'marked' : null;
    case 'snoozed':
      return today < mark.mark.until ? 'snoozed' : null;
    case 'notRelevant':
      return 'marked';
    default:
      return null;
  }
}

const kindsInOrder: readonly WorkCause['kind'][] = [
  'overdueFeedback',
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
    cause.kind === 'overdueFeedback' && cause.reachedClient ? -1 : kindsInOrder.indexOf(cause.kind);
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
