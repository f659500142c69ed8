import { badRequest } from './graphFailure';
import { isJsonObject, type JsonObject } from './jsonBody';
import { zonedInstant } from './zonedTime';

/** When an event takes place once. */
export interface Occurrence {
  /** The day it falls on where it was planned; it names the occurrence in its series. */
  readonly day: string;
  readonly start: Date;
  readonly end: Date;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayMs = 86_400_000;

interface Weekly {
  readonly interval: number;
  readonly days: readonly string[];
  readonly from: string;
  /** Null where it has no end. */
  readonly until: string | null;
}

/** When an event takes place between two instants: once, or weekly as its recurrence says. */
export function occurrencesOf(body: JsonObject, from: Date, to: Date): Occurrence[] {
  const [start, end] = [timeIn(body, 'start'), timeIn(body, 'end')];
  const weekly = readRecurrence(body);
  const startDay = start.dateTime.slice(0, 10);
  const days = weekly === null ? [startDay] : daysOf(weekly, to);
  const length = instantOf(end).getTime() - instantOf(start).getTime();
  return days
    .map((day) => {
      const begins = zonedInstant(`${day}${start.dateTime.slice(10)}`, start.timeZone);
      return { day, start: begins, end: new Date(begins.getTime() + length) };
    })
    .filter((each) => each.start < to && each.end > from);
}

/** A weekly recurrence; null where there is none. Others are not simulated, and refused. */
export function readRecurrence(body: JsonObject): Weekly | null {
  const recurrence = body['recurrence'];
  if (recurrence === undefined || recurrence === null) return null;
  const { pattern, range } = isJsonObject(recurrence) ? recurrence : {};
  if (!isJsonObject(pattern) || !isJsonObject(range)) {
    throw badRequest("'recurrence' needs a pattern and a range.");
  }
  const { type, interval, daysOfWeek, firstDayOfWeek } = pattern;
  if (type !== 'weekly') throw badRequest('Only weekly patterns are simulated.');
  const isWhole = typeof interval === 'number' && typeof firstDayOfWeek === 'string';
  if (!isWhole || !Array.isArray(daysOfWeek) || !daysOfWeek.every((day) => isWeekday(day))) {
    throw badRequest('A weekly pattern needs interval, daysOfWeek and firstDayOfWeek.');
  }
  const from = range['startDate'];
  if (typeof from !== 'string') throw badRequest("'range' needs a startDate.");
  return { interval, days: daysOfWeek as string[], from, until: untilOf(range) };
}

function untilOf(range: JsonObject): string | null {
  const { type, endDate } = range;
  if (type === 'noEnd') return null;
  if (type === 'endDate' && typeof endDate === 'string') return endDate;
  throw badRequest("'range' ends on an endDate, or has noEnd.");
}

const isWeekday = (day: unknown) => typeof day === 'string' && weekdays.includes(day);

/** The days of a weekly pattern until an instant, in weeks that begin on Monday. */
function daysOf({ interval, days, from, until }: Weekly, to: Date): string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const found: string[] = [];
  for (let day = first; day <= to.getTime() + dayMs; day += dayMs) {
    const text = new Date(day).toISOString().slice(0, 10);
    if (until !== null && text > until) break;
    const isItsWeek = Math.floor((day - monday) / (7 * dayMs)) % interval === 0;
    if (isItsWeek && days.includes(weekdays[new Date(day).getUTCDay()] ?? '')) found.push(text);
  }
  return found;
}

function timeIn(body: JsonObject, name: string) {
  const { dateTime, timeZone } = body[name] as { dateTime: string; timeZone: string };
  return { dateTime, timeZone };
}

const instantOf = ({ dateTime, timeZone }: ReturnType<typeof timeIn>) =>
  zonedInstant(dateTime, timeZone);
