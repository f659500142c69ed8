import { actors, eligible, measuredWeeks, type Share } from './activity';
import { daysFrom, isClosed, plus, type Day } from './calendar';
import type { Facts } from './readFacts';

/** How many people are in each band over the last closed weeks. */
export interface Bands {
  readonly weeks: 12 | 4;
  readonly of: number;
  readonly power: number;
  readonly habitual: number;
  readonly novice: number;
  readonly low: number;
  readonly none: number;
}

/** The measured weeks that are closed, in order. */
export function closedWeeks(facts: Facts): Day[] {
  return measuredWeeks(facts).filter((monday) => isClosed(monday, facts.today));
}

/** Null before there are enough closed weeks. */
export function recountHabit(facts: Facts): Bands | null {
  const closed = closedWeeks(facts);
  const sinceStart = closed.filter((monday) => monday >= facts.startsOn).length;
  const weeks = sinceStart >= 12 ? 12 : 4;
  const window = closed.slice(-weeks);
  const last = window.at(-1);
  if (last === undefined || window.length < weeks) return null;
  const needed = weeks === 12 ? 9 : 4;

  const bands = { power: 0, habitual: 0, novice: 0, low: 0, none: 0 };
  const people = eligible(facts, last).map(({ person }) => person);
  for (const person of people) {
    const own = facts.actions.filter(
      (action) => action.person === person && window.includes(action.week),
    );
    const activeWeeks = new Set(own.map(({ week }) => week)).size;
    const mean = own.length / weeks;
    if (mean >= 15 && activeWeeks >= needed) bands.power += 1;
    else if (activeWeeks >= needed) bands.habitual += 1;
    else if (mean >= 1) bands.novice += 1;
    else if (own.length > 0) bands.low += 1;
    else bands.none += 1;
  }
  return { weeks, of: people.length, ...bands };
}

/** n of those who began, of whom so many are still there. */
export interface Retained extends Share {
  readonly there: number;
}

/** Of those who began in one week, as members: how many are active k weeks later, as members then. */
export function recountRetention(facts: Facts): Map<Day, Retained[]> {
  const all = actors(facts, () => true);
  const over = measuredWeeks(facts).filter((monday) => facts.today >= plus(monday, 7));
  const cohorts = new Map<Day, Retained[]>();
  for (const start of over) {
    const here = new Set(eligible(facts, start).map(({ person }) => person));
    const begun = [...all.first]
      .filter(([person, week]) => week === start && here.has(person))
      .map(([person]) => person);
    if (begun.length === 0) continue;
    cohorts.set(
      start,
      over
        .filter((monday) => daysFrom(start, monday) >= 0)
        .map((monday) => {
          const members = new Set(eligible(facts, monday).map(({ person }) => person));
          const there = begun.filter((person) => members.has(person));
          return {
            n: there.filter((person) => all.in(monday).has(person)).length,
            of: begun.length,
            there: there.length,
          };
        }),
    );
  }
  return cohorts;
}

/** The best closed week, the latest one, and whether two in a row lie 15 % or more under the best. */
export function recountDecay(facts: Facts, activeIn: (monday: Day) => Share) {
  const weeks = closedWeeks(facts)
    .map(activeIn)
    .filter(({ of }) => of > 0);
  const current = weeks.at(-1);
  if (!current) return null;
  const isOver = (one: Share, other: Share) => one.n * other.of > other.n * one.of;
  const peak = weeks.reduce((best, week) => (isOver(week, best) ? week : best));
  const lastTwo = weeks.slice(-2);
  const isFarUnder = ({ n, of }: Share) => n * peak.of * 20 <= 17 * peak.n * of;
  return {
    ...{ peak, current },
    flagged: peak.n > 0 && lastTwo.length === 2 && lastTwo.every(isFarUnder),
  };
}
