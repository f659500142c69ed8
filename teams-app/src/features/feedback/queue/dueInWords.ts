import { calendarDayIn } from '@last-mile/shared/calendar';
import type { QueueItem } from '@last-mile/shared/feedback';
import type { Session } from '../../../app/session';
import { queueTexts as texts } from './queueTexts';

/** By when an answer is due, and how pressing that is; null where none is awaited. */
export function dueInWords(
  item: QueueItem,
  { formats, programme }: Pick<Session, 'formats' | 'programme'>,
  now = new Date(),
): { text: string; pressing: boolean } | null {
  if (item.state !== 'new' || item.mergedInto !== null) return null;
  const day = formats.shortDay(item.dueOn);
  if (item.overdue) return { text: texts.late(day), pressing: true };
  if (item.dueOn === calendarDayIn(now, programme.timeZone)) {
    return { text: texts.dueToday, pressing: true };
  }
  return { text: item.reopened > 0 ? texts.dueAgain(day) : texts.due(day), pressing: false };
}
