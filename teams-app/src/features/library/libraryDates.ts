import { calendarDayIn } from '@last-mile/shared/calendar';
import type { LibraryItem } from '@last-mile/shared/library';

/** Whether a published item should have been looked at again by now, in the programme's time zone. */
export function isPastReview(
  item: Pick<LibraryItem, 'status' | 'reviewOn'>,
  timeZone: string,
  now = new Date(),
): boolean {
  if (item.status !== 'published' || item.reviewOn === null) return false;
  return item.reviewOn < calendarDayIn(now, timeZone);
}
