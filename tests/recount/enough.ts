import { daysFrom, type Day } from './calendar';
import { peopleIn } from './figure';

/** The smallest group (decision 0009). */
const fewest = 5;
const longestRun = 12 * 7;

interface Told {
  readonly person: string;
  readonly week: Day;
}

/** Facts of one kind as they may be told of over several weeks (decision 0017). */
export interface Enough<Fact> {
  /** Over a window of weeks. */
  readonly all: (window: readonly Day[]) => readonly Fact[];
  /** Over a window, those about some things: an item, a task. */
  readonly about: (
    window: readonly Day[],
    isWanted: (thing: string | null) => boolean,
  ) => readonly Fact[];
  /** Whether a week of a window may be told of, or in it a thing by itself. */
  readonly tells: (window: readonly Day[], week: Day, thing: string | null) => boolean;
}

/** Weeks of few that were told together: from the first one to the last. */
interface Run {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Walks through the closed weeks once. A week of five people or more is told by itself; those of fewer
 * wait for each other, until five of their people were members in one and the same of these weeks:
 * somebody erased in between is in them under two names, but never in one week (decision 0056). In a
 * week that is told by itself, so are the things that five did it with, without the first of the fewest
 * where those who did anything else are one to four; the others wait for later weeks, the rarest first,
 * without the weeks in which fewer than five people would be left who did anything else.
 */
export function ofEnough<Fact extends Told>(
  facts: readonly Fact[],
  closed: readonly Day[],
  isMember: (fact: Told) => boolean,
  thingOf: (fact: Fact) => string | null = () => null,
): Enough<Fact> {
  const weeks = new Map<Day, Run>();
  const things = new Map<string, Run>();
  /** How many are left in a week who did it with what is not told. */
  const left = new Map<Day, number>();
  let waitingWeeks: Fact[] = [];
  const waiting = new Map<string, Fact[]>();

  const areFew = (some: readonly Fact[]) => {
    const [people, weeksOf] = [some.map(({ person }) => person), some.map((fact) => fact.week)];
    return mostAtOneTime(people, [...new Set(weeksOf)], isMember) < fewest;
  };

  for (const week of closed) {
    const stillWaits = (fact: Fact) => daysFrom(fact.week, week) < longestRun;
    const here = facts.filter((fact) => fact.week === week);
    if (here.length === 0) continue;
    if (peopleIn(here) < fewest) {
      waitingWeeks = [...waitingWeeks.filter(stillWaits), ...here];
      if (areFew(waitingWeeks)) continue;
      const run = runOf(waitingWeeks);
      for (const each of waitingWeeks) weeks.set(each.week, run);
      waitingWeeks = [];
      continue;
    }
    weeks.set(week, { from: week, to: week });
    const ofThing = (thing: string) => here.filter((fact) => thingOf(fact) === thing);
    const all = [...new Set(here.flatMap((fact) => thingOf(fact) ?? []))].sort();
    const many = all.filter((thing) => peopleIn(ofThing(thing)) >= fewest);
    const others = peopleIn(here.filter((fact) => !many.includes(thingOf(fact) ?? '')));
    left.set(week, others);
    if (others > 0 && others < fewest) {
      const [smallest = ''] = many.sort(
        (one, other) => peopleIn(ofThing(one)) - peopleIn(ofThing(other)),
      );
      many.splice(many.indexOf(smallest), 1);
      left.set(week, Math.max(others, peopleIn(ofThing(smallest))));
    }
    for (const thing of many) things.set(`${week} ${thing}`, { from: week, to: week });
    const few = all.filter((each) => peopleIn(ofThing(each)) < fewest);
    few.sort((one, other) => peopleIn(ofThing(one)) - peopleIn(ofThing(other)));
    for (const thing of few) {
      const still = [...(waiting.get(thing) ?? []).filter(stillWaits), ...ofThing(thing)];
      const leaves = (each: Day) =>
        (left.get(each) ?? 0) - peopleIn(still.filter((fact) => fact.week === each));
      const together = still.filter((fact) => leaves(fact.week) >= fewest);
      waiting.set(thing, together);
      if (areFew(together)) continue;
      waiting.delete(thing);
      const run = runOf(together);
      for (const each of new Set(together.map((fact) => fact.week))) {
        left.set(each, leaves(each));
        things.set(`${each} ${thing}`, run);
      }
    }
  }

  const isIn = (window: readonly Day[], run: Run | undefined) =>
    run !== undefined && run.from >= (window[0] ?? '') && run.to <= (window.at(-1) ?? '');
  const isTold = (window: readonly Day[], fact: Fact) => isIn(window, weeks.get(fact.week));
  const isThingTold = (window: readonly Day[], { week }: Told, thing: string | null) =>
    left.has(week) && isIn(window, things.get(`${week} ${thing ?? ''}`));
  return {
    all: (window) => facts.filter((fact) => window.includes(fact.week) && isTold(window, fact)),
    about: (window, isWanted) =>
      facts.filter(
        (fact) =>
          window.includes(fact.week) &&
          isWanted(thingOf(fact)) &&
          isThingTold(window, fact, thingOf(fact)),
      ),
    tells: (window, week, thing) => {
      const here = facts.filter((fact) => fact.week === week);
      if (here.length === 0) return true;
      if (thing === null) return isIn(window, weeks.get(week));
      if (!here.some((fact) => thingOf(fact) === thing)) return left.has(week);
      return isIn(window, things.get(`${week} ${thing}`));
    },
  };
}

/** The most of these people who were members in the same one of these weeks. */
export function mostAtOneTime(
  people: readonly string[],
  weeks: readonly Day[],
  isMember: (fact: Told) => boolean,
): number {
  const sizes = weeks.map(
    (week) => new Set(people.filter((person) => isMember({ person, week }))).size,
  );
  return Math.max(0, ...sizes);
}

function runOf(facts: readonly Told[]): Run {
  const weeks = facts.map(({ week }) => week).sort();
  return { from: weeks[0] ?? '', to: weeks.at(-1) ?? '' };
}
