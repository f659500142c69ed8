import { weekdayOf, type Day } from './calendar';

/** How each weekday's names begin in English and German, Monday first. */
const beginnings = [/^mo/i, /^(tu|di)/i, /^(we|mi)/i, /^(th|do)/i, /^fr/i, /^sa/i, /^(su|so)/i];

/**
 * Which days are worked on, as a programme's item says it: from Monday to Friday where it names no
 * weekday, and never on a day that begins a line of its holidays.
 */
export function workdaysOf(fields: Readonly<Record<string, unknown>>): (day: Day) => boolean {
  const words = textOf(fields['WorkingDays'])
    .split(/[\s,;]+/)
    .filter((word) => /^\p{L}\p{L}+\.?$/u.test(word));
  const named = beginnings.map((begins) => words.some((word) => begins.test(word)));
  const works = named.includes(true) ? named : [true, true, true, true, true, false, false];
  const off = new Set(
    textOf(fields['Holidays'])
      .split(/[\r\n]+/)
      .map(dayThatBegins),
  );
  return (day) => works[weekdayOf(day)] === true && !off.has(day);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The day at the beginning of a line, also one written `25.12.2026`. */
function dayThatBegins(line: string): string {
  const [, day = '', month = '', year] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(line) ?? [];
  if (year === undefined) return line.trim().slice(0, 10);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
