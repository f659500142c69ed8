import type { KnownSum } from '@last-mile/shared/workflows';
import type { Formats } from '../../app/formats';
import { workflowsTexts as texts } from './workflowsTexts';

const minutesOfHour = 60;
const minutesOfDay = 24 * minutesOfHour;

/** A stretch of time in the unit in which people think of it. */
export function timeInWords(minutes: number, formats: Formats): string {
  if (minutes >= 2 * minutesOfDay) return texts.days(formats.decimal(minutes / minutesOfDay));
  if (minutes >= 2 * minutesOfHour) return texts.hours(formats.decimal(minutes / minutesOfHour));
  return formats.minutes(minutes);
}

/** A sum with what it lacks; unknown is never 0. */
export function sumInWords(
  { value, unknown }: KnownSum,
  inWords: (value: number) => string,
): string {
  if (value === null) return texts.unknown;
  return unknown === 0 ? inWords(value) : texts.atLeast(inWords(value), unknown);
}
