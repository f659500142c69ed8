import type { CalendarDay } from '../calendarDay';
import type { FeedbackItem } from './feedbackItem';
import type { QueueView } from './triage';

/** What decides in which views of the queue a piece of feedback is. */
export interface QueuePlace extends Pick<FeedbackItem, 'state' | 'dueOn' | 'mergedInto'> {
  /** Object id of whoever it is given to. */
  readonly assignedTo: string | null;
}

/** Whether a view of the queue holds it, for who looks and on which day. */
export function isInView(
  view: QueueView,
  { state, dueOn, mergedInto, assignedTo }: QueuePlace,
  viewer: { readonly userId: string; readonly today: CalendarDay },
): boolean {
  const isDone = state === 'closed' || mergedInto !== null;
  if (isDone || view === 'done') return isDone && view === 'done';
  switch (view) {
    case 'open':
      return true;
    case 'new':
      return state === 'new';
    case 'due':
      return state === 'new' && dueOn <= viewer.today;
    case 'mine':
      return assignedTo === viewer.userId;
    case 'vendor':
      return state === 'waitingOnVendor';
  }
}
