import { addDays } from '@last-mile/shared/calendar';
import type { Draws } from '../../../api/local-tenant/sample/seededDraws';

/** What is planted in an organisation, before anybody acts. */
export interface Plan {
  readonly timeZone: string;
  readonly now: Date;
  /** Mondays of the measured weeks; the last one is running. */
  readonly mondays: readonly string[];
  /** Index of the week with which the programme starts. */
  readonly start: number;
  readonly departments: readonly { readonly name: string; readonly people: number }[];
  readonly jobFamilies: readonly string[];
  /** Share of a start week's people who are active so many weeks later. */
  readonly retention: (weeksLater: number) => number;
  /** Whether use falls so far from its best week that the dashboard has to say so. */
  readonly decays: boolean;
  /** How many write drafts with and without a template, and how many of them wrote before the start. */
  readonly writers: number;
  readonly earlyWriters: number;
  /** Minutes that a template adds for the same person, and that practice adds since the start. */
  readonly templateAdds: number;
  readonly practiceAdds: number;
  /** How much people differ in both, as a standard deviation in minutes. */
  readonly noise: number;
}

/** Where clocks change and years end: each with a moment shortly after, in a week that is running. */
const places = [
  { timeZone: 'Europe/London', now: '2026-11-24T10:00:00Z' },
  { timeZone: 'Europe/Berlin', now: '2027-01-21T09:00:00Z' },
  { timeZone: 'America/New_York', now: '2027-04-13T15:00:00Z' },
  { timeZone: 'Australia/Sydney', now: '2027-11-12T01:00:00Z' },
  { timeZone: 'Asia/Kolkata', now: '2028-01-12T05:00:00Z' },
] as const;

/** One of many organisations, each `index` with its own numbers. */
export function planOrganisation(index: number, draws: Draws): Plan {
  const { timeZone, now } = places[Math.floor(index / 10)] ?? places[0];
  const weeksBefore = 3 + draws.whole(5);
  const weeksSince = 6 + draws.whole(12);
  const running = mondayOn(now);
  const weeks = weeksBefore + weeksSince + 1;
  const hasTwelve = weeksSince >= 13;
  const decays = draws.share() < 0.4;
  const floor = decays ? 0.1 + 0.2 * draws.share() : 0.9;
  const wearsOff = 2 + 2 * draws.share();
  const writers = 10 + draws.whole(12);
  return {
    ...{ timeZone, now: new Date(now), decays },
    mondays: Array.from({ length: weeks }, (_, week) => addDays(running, 7 * (week + 1 - weeks))),
    start: weeksBefore,
    departments: Array.from({ length: 2 + draws.whole(4) }, (_, place) => ({
      name: `Department ${'ABCDEF'.charAt(place)}`,
      people: place === 0 ? 18 + draws.whole(14) : 3 + draws.whole(17),
    })),
    jobFamilies: ['Advice', 'Delivery', 'Finance'].slice(0, 1 + draws.whole(3)),
    retention: (later) => (later === 0 ? 1 : floor + (1 - floor) * Math.exp(-later / wearsOff)),
    ...{ writers, earlyWriters: draws.share() < 0.15 ? 8 : writers },
    templateAdds: -8 + 9 * draws.share(),
    // Only where all weeks that a template is judged by lie after the start can both be told apart.
    practiceAdds: hasTwelve ? -6 + 7 * draws.share() : 0,
    noise: 1 + 2 * draws.share(),
  };
}

function mondayOn(now: string): string {
  const day = now.slice(0, 10);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
