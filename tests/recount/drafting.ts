import { eligible, measuredWeeks } from './activity';
import type { Day } from './calendar';
import { closedWeeks } from './habits';
import type { Draft, Facts } from './readFacts';
import { median, pairedShift, type PairedShift } from './signedRank';

/** Fewer people than this say nothing. */
const fewestPeople = 10;

export interface Drafting {
  /** Median minutes of a week's observed drafts, and by how many people. */
  readonly weekly: ReadonlyMap<Day, { value: number; people: number }>;
  readonly withTemplate: PairedShift | null;
  readonly sinceStart: PairedShift | null;
  readonly observed: { n: number; of: number };
}

export function recountDrafting(facts: Facts): Drafting {
  const closed = closedWeeks(facts);
  const lastTwelve = closed.slice(-12);
  const lastFour = closed.slice(-4);
  const before = measuredWeeks(facts).filter((monday) => monday < facts.startsOn);
  const drafts = facts.drafts.filter(isMember(facts));
  const recent = drafts.filter(({ week }) => lastTwelve.includes(week));
  return {
    weekly: weekly(facts, drafts),
    withTemplate: compare(
      recent.filter(({ item }) => item === null),
      recent.filter(({ item }) => item !== null),
    ),
    sinceStart: compare(
      drafts.filter(({ week }) => before.includes(week)),
      drafts.filter(({ week }) => lastFour.includes(week)),
    ),
    observed: {
      n: recent.filter(({ minutes }) => minutes !== null).length,
      of: recent.length,
    },
  };
}

/** Drafts of people who belonged to the programme in the week they were sent. */
export function isMember(facts: Facts): (fact: { person: string; week: Day }) => boolean {
  const members = new Map(
    measuredWeeks(facts).map((monday) => [
      monday,
      new Set(eligible(facts, monday).map(({ person }) => person)),
    ]),
  );
  return ({ person, week }) => members.get(week)?.has(person) === true;
}

function weekly(facts: Facts, drafts: readonly Draft[]): Drafting['weekly'] {
  const told = drafts.filter(({ minutes }) => minutes !== null);
  return new Map(
    measuredWeeks(facts).flatMap((monday) => {
      const own = told.filter(({ week }) => week === monday);
      if (own.length === 0) return [];
      const value = median(own.map(({ minutes }) => minutes ?? NaN));
      return [[monday, { value, people: new Set(own.map(({ person }) => person)).size }] as const];
    }),
  );
}

/** The same people on both sides: each stands for themselves by the median of their drafts. */
function compare(first: readonly Draft[], second: readonly Draft[]): PairedShift | null {
  const [before, after] = [ownMedians(first), ownMedians(second)];
  const pairs = [...before].flatMap(([person, one]) => {
    const other = after.get(person);
    return other === undefined ? [] : [[one, other] as const];
  });
  return pairs.length < fewestPeople ? null : pairedShift(pairs);
}

function ownMedians(drafts: readonly Draft[]): Map<string, number> {
  const own = new Map<string, number[]>();
  for (const { person, minutes } of drafts) {
    if (minutes !== null) own.set(person, [...(own.get(person) ?? []), minutes]);
  }
  return new Map([...own].map(([person, minutes]) => [person, median(minutes)]));
}
