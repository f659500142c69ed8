/** A calendar day, `YYYY-MM-DD`; days compare as texts do. */
export type Day = string;

const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day people in `timeZone` had when it was `at`. */
export function dayIn(timeZone: string, at: Date): Day {
  // Swedish writes 2026-11-24.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format.format(at);
}

const numberOf = (day: Day) => Date.parse(`${day}T00:00:00Z`) / dayMs;
const dayOfNumber = (days: number) => new Date(days * dayMs).toISOString().slice(0, 10);

export const plus = (day: Day, days: number): Day => dayOfNumber(numberOf(day) + days);

export const daysFrom = (from: Day, to: Day) => numberOf(to) - numberOf(from);

/** The Monday of the week a day lies in: day 4 since 1970 was one. */
export function mondayOf(day: Day): Day {
  const days = numberOf(day);
  return dayOfNumber(days - ((((days - 4) % 7) + 7) % 7));
}

/** Monday is 0. */
export const weekdayOf = (day: Day) => daysFrom(mondayOf(day), day);

/** All Mondays from one to another, both included. */
export function mondays(first: Day, last: Day): Day[] {
  const all: Day[] = [];
  for (let monday = first; monday <= last; monday = plus(monday, 7)) all.push(monday);
  return all;
}

/** A week is closed from the Thursday after it on. */
export const isClosed = (monday: Day, today: Day) => today >= plus(monday, 10);
