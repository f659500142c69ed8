import { calendarDayIn } from '@last-mile/shared/calendar';
import { isWorkingDay } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';

/** From eight in the morning; one that comes later than six is of no use, the next comes tomorrow. */
const firstHour = 8;
const lastHour = 18;

/** Whether it is a working day of the programme, between morning and evening where it is. */
export function isDaytime(now: Date, { timeZone, calendar }: Programme): boolean {
  const hour = hourIn(now, timeZone);
  const isDay = hour >= firstHour && hour < lastHour;
  return isDay && isWorkingDay(calendarDayIn(now, timeZone), calendar);
}

const hourFormats = new Map<string, Intl.DateTimeFormat>();

function hourIn(at: Date, timeZone: string): number {
  const format =
    hourFormats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  hourFormats.set(timeZone, format);
  return Number(format.format(at));
}
