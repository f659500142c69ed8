import * as z from 'zod/mini';
import type { CalendarDay } from '../calendarDay';
import { calendarDay, singleLine } from '../text';
import { responseDays, weekday, workingCalendar } from './workingCalendar';

/** A day off, and what for; null where nobody said. */
export const holiday = z.strictObject({ day: calendarDay, name: z.nullable(singleLine) });
export type Holiday = z.infer<typeof holiday>;

const namedHolidays = z.array(holiday).check(z.maxLength(500));

/** The calendar as champions edit it. */
export const workingCalendarResponse = z.object({
  /** Sent back with a change. */
  eTag: z.string(),
  workingDays: z.array(weekday),
  /** Earliest first. */
  holidays: z.array(holiday),
  responseDays: z.number(),
  unsafeResponseDays: z.number(),
});
export type WorkingCalendarResponse = z.infer<typeof workingCalendarResponse>;

/** The whole calendar as it shall be from now on, and as which version it was read. */
export const saveWorkingCalendarRequest = z.strictObject({
  eTag: z.string(),
  workingDays: workingCalendar.shape.workingDays,
  holidays: namedHolidays,
  responseDays,
  unsafeResponseDays: responseDays,
});
export type SaveWorkingCalendarRequest = z.infer<typeof saveWorkingCalendarRequest>;

/** What holidays written one a line say, and which lines say no day. */
export interface ReadHolidays {
  readonly holidays: Holiday[];
  readonly unreadable: string[];
}

/**
 * Reads holidays as people paste them, one a line: `2026-12-25 Christmas Day` or `25.12.2026`, with
 * whatever stands between day and name. Other orders of day and month are not guessed.
 */
export function readHolidays(text: string): ReadHolidays {
  const byDay = new Map<CalendarDay, Holiday>();
  const unreadable: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const read = readLine(line);
    if (read) byDay.set(read.day, read);
    else unreadable.push(line);
  }
  const holidays = [...byDay.values()].sort((one, other) => one.day.localeCompare(other.day));
  return { holidays, unreadable };
}

/** Writes them as they are read. */
export function writeHolidays(holidays: readonly Holiday[]): string {
  return holidays.map(({ day, name }) => (name === null ? day : `${day} ${name}`)).join('\n');
}

function readLine(line: string): Holiday | null {
  const {
    year,
    month,
    day,
    rest = '',
  } = (isoLine.exec(line) ?? germanLine.exec(line))?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const name = rest.replace(/^[\s,;:–—-]+/, '').trim();
  const read = holiday.safeParse({ day: date, name: name === '' ? null : name });
  return read.success ? read.data : null;
}

const isoLine = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)(?<rest>.*)$/;
const germanLine = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)(?<rest>.*)$/;
