import { addDays } from '@last-mile/shared/calendar';

/** A moment of the sample: a week of the programme (0 is its first), a weekday (0 is Monday) and a minute of the day. */
export interface SampleMoment {
  readonly week: number;
  readonly weekday: number;
  readonly minute: number;
}

/** The day of a moment, `YYYY-MM-DD`; `startsOn` is the programme's first Monday. */
export function dayOf({ week, weekday }: Omit<SampleMoment, 'minute'>, startsOn: string): string {
  return addDays(startsOn, 7 * week + weekday);
}

/** Office hours in London never meet a change of the clocks, so the hour may be taken as UTC. */
export function instantOf(moment: SampleMoment, startsOn: string): string {
  const hour = twoDigits(Math.floor(moment.minute / 60));
  return `${dayOf(moment, startsOn)}T${hour}:${twoDigits(moment.minute % 60)}:00Z`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
