import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../calendarDay';
import { tellWeek, type ToldWeek } from './toldWeeks';

/** A fact: who did it in which week (a number), and with what. */
interface Did {
  readonly who: string;
  readonly week: number;
  readonly part: string | null;
}

const mondayOf = (week: number) => addDays('2026-01-05', 7 * week);
const peopleOf = (facts: readonly Did[]) => new Set(facts.map(({ who }) => who)).size;
const always = () => true;

/** Decides weeks one after the other, as they are closed. */
function tell(
  facts: readonly Did[],
  weeks: number,
  minimum: number,
  isEligible: (who: string, week: number) => boolean = always,
): ReadonlyMap<string, ToldWeek> {
  const isEligibleIn = (who: string, monday: string) =>
    isEligible(who, Array.from({ length: weeks }, (_, week) => mondayOf(week)).indexOf(monday));
  const decided = new Map<string, ToldWeek>();
  for (let week = 0; week < weeks; week += 1) {
    const own = facts.filter((fact) => fact.week === week);
    const doersOf = (some: readonly Did[]) => {
      const who = [...new Set(some.map((fact) => fact.who))];
      return { people: who.length, who };
    };
    const keys = [...new Set(own.flatMap(({ part }) => part ?? []))];
    const parts = new Map(keys.map((key) => [key, doersOf(own.filter((one) => one.part === key))]));
    const others = own.filter(({ part }) => (parts.get(part ?? '')?.people ?? 0) < minimum);
    const kind = { week: mondayOf(week), all: doersOf(own), parts, others: peopleOf(others) };
    for (const told of tellWeek([...decided.values()], kind, minimum, isEligibleIn)) {
      decided.set(`${told.week} ${told.part ?? ''}`, told);
    }
  }
  return decided;
}

const did = (week: number, part: string | null, ...who: string[]): Did[] =>
  who.map((one) => ({ who: one, week, part }));
const five = ['a', 'b', 'c', 'd', 'e'];
/** Everybody is there all the time, but b is somebody else after a week. */
const bErasedAfter = (last: number) => (who: string, week: number) =>
  (who !== 'b' || week <= last) && (who !== 'b again' || week > last);
const runOf = (told: ReadonlyMap<string, ToldWeek>, week: number, part = '') =>
  told.get(`${mondayOf(week)} ${part}`)?.run;
const weeksFrom = (from: number, to: number) => ({ from: mondayOf(from), to: mondayOf(to) });

describe('a week that fewer than five people did', () => {
  test('waits until it is of five people with later ones, and is told with all of them or not', () => {
    const facts = [...did(0, null, 'a', 'b'), ...did(1, null, 'a'), ...did(2, null, 'c', 'd', 'e')];
    const early = tell(facts, 2, 5);
    expect([runOf(early, 0), runOf(early, 1)]).toEqual([null, null]);
    const told = tell(facts, 3, 5);
    expect([0, 1, 2].map((week) => runOf(told, week))).toEqual(Array(3).fill(weeksFrom(0, 2)));
  });

  test('does not wait for more than twelve weeks', () => {
    const facts = [...did(0, null, 'a', 'b'), ...did(12, null, 'c', 'd', 'e')];
    expect(runOf(tell(facts, 13, 5), 12)).toBeNull();
  });

  test('is not of five people where one of them is somebody else after an erasure', () => {
    const facts = [...did(0, null, 'a', 'b'), ...did(1, null, 'c', 'd', 'b again')];
    expect(runOf(tell(facts, 2, 5, bErasedAfter(0)), 1)).toBeNull();
    const fifth = [...facts, ...did(2, null, 'e')];
    expect(runOf(tell(fifth, 3, 5, bErasedAfter(0)), 2)).toEqual(weeksFrom(0, 2));
  });

  test('is of five people that were there at one time, also where one of them has left since', () => {
    const facts = [...did(0, null, 'a', 'b'), ...did(1, null, 'c', 'd', 'e')];
    const told = tell(facts, 2, 5, (who, week) => who !== 'b' || week === 0);
    expect(runOf(told, 1)).toEqual(weeksFrom(0, 1));
  });
});

describe('an item of a week', () => {
  test('that five people used is told, as long as nobody or five used another', () => {
    const more = did(0, 'rare', 'a', 'b');
    const popular = did(0, 'popular', ...five, 'f');
    expect(tell(popular, 1, 5).has(`${mondayOf(0)} popular`)).toBe(false);
    const told = tell([...popular, ...did(0, 'second', ...five), ...more], 1, 5);
    expect(told.has(`${mondayOf(0)} popular`)).toBe(false);
    // The fewest used it of those that could be told, and the two others are not enough by themselves.
    expect(runOf(told, 0, 'second')).toBeNull();
  });

  test('that fewer used waits for later weeks, where there are five others in each', () => {
    const others = (week: number) => did(week, null, ...five, 'f', 'g', 'h');
    const rare = [...did(0, 'rare', 'a', 'b', 'c'), ...did(3, 'rare', 'd', 'e')];
    const told = tell([...others(0), ...others(3), ...rare], 4, 5);
    expect([runOf(told, 0, 'rare'), runOf(told, 3, 'rare')]).toEqual([
      weeksFrom(0, 3),
      weeksFrom(0, 3),
    ]);
    const alone = tell([...did(0, 'popular', ...five), ...others(3), ...rare], 4, 5);
    expect(runOf(alone, 3, 'rare')).toBeNull();
  });

  test('waits on where one of the five is somebody else after an erasure', () => {
    const others = (week: number) => did(week, null, 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm');
    const rare = [...did(0, 'rare', 'a', 'b'), ...did(1, 'rare', 'c', 'd', 'b again')];
    const facts = [...others(0), ...others(1), ...rare];
    expect(runOf(tell(facts, 2, 5, bErasedAfter(0)), 1, 'rare')).toBeNull();
    const fifth = [...facts, ...others(2), ...did(2, 'rare', 'e')];
    expect(runOf(tell(fifth, 3, 5, bErasedAfter(0)), 2, 'rare')).toEqual(weeksFrom(0, 2));
  });

  test('is told without the weeks in which fewer than five others would be left', () => {
    const others = (week: number) => did(week, null, ...five);
    const rare = [
      ...did(0, 'rare', 'f'),
      ...did(1, 'rare', 'f', 'g'),
      ...did(2, 'rare', 'h', 'i', 'j'),
    ];
    const told = tell([...did(0, 'popular', ...five), ...others(1), ...others(2), ...rare], 3, 5);
    const runs = [0, 1, 2].map((week) => runOf(told, week, 'rare'));
    expect(runs).toEqual([null, weeksFrom(1, 2), weeksFrom(1, 2)]);
  });

  test('is told before those of the same week that more people used', () => {
    const others = (week: number) => did(week, null, 'v', 'w', 'x', 'y');
    const before = [...did(0, 'busy', 'a'), ...did(0, 'rare', 'b', 'c', 'd'), ...others(0)];
    const after = [...did(1, 'busy', 'e', 'f', 'g', 'h'), ...did(1, 'rare', 'i', 'j')];
    const told = tell([...before, ...after, ...others(1)], 2, 5);
    expect(runOf(told, 1, 'rare')).toEqual(weeksFrom(0, 1));
    expect(runOf(told, 1, 'busy')).toBeNull();
  });
});

const weeks = 5;
const fact = fc.record({
  who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  week: fc.nat({ max: weeks - 1 }),
  part: fc.option(fc.constantFrom('x', 'y', 'z')),
});
/** Who is erased in which week, some of them again and again: from the next on they are somebody new. */
const erasure = fc.record({
  who: fc.constantFrom('a', 'b', 'c'),
  week: fc.nat({ max: weeks - 2 }),
});

test('whatever figures of windows, wholes and parts are added and subtracted, they speak of enough people', () => {
  const times = fc.integer({ min: -2, max: 2 });
  fc.assert(
    fc.property(
      fc.array(fact, { minLength: 5, maxLength: 60 }),
      fc.array(erasure, { maxLength: 6 }),
      fc.integer({ min: 2, max: 4 }),
      fc.array(
        fc.record({
          from: fc.nat(weeks),
          to: fc.nat(weeks),
          part: fc.constantFrom('', 'x', 'y', 'z'),
          times,
        }),
        { minLength: 1, maxLength: 6 },
      ),
      (lived, erasures, minimum, figures) => {
        const subjectIn = (person: string, week: number) =>
          `${person}${erasures.filter((each) => each.who === person && each.week < week).length}`;
        const facts = lived.map((each) => ({
          ...each,
          who: subjectIn(each.who, each.week),
          person: each.who,
        }));
        const told = tell(facts, weeks, minimum, (who, week) => who === subjectIn(who[0]!, week));
        const speaksOf = ({ week, part }: Did, figure: (typeof figures)[number]) => {
          if (week < figure.from || week > figure.to) return false;
          if (figure.part !== '' && part !== figure.part) return false;
          const whole = told.get(`${mondayOf(week)} `);
          if (figure.part !== '' && whole?.run?.from !== whole?.run?.to) return false;
          const decided = figure.part === '' ? whole : told.get(`${mondayOf(week)} ${figure.part}`);
          if (decided === undefined) return whole?.run != null;
          const { run } = decided;
          return run !== null && run.from >= mondayOf(figure.from) && run.to <= mondayOf(figure.to);
        };
        const left = facts.filter(
          (each) =>
            figures.reduce((sum, one) => sum + (speaksOf(each, one) ? one.times : 0), 0) !== 0,
        );
        const people = new Set(left.map(({ person }) => person)).size;
        expect(people === 0 || people >= minimum).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});
