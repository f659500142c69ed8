import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldOfFew, type Alike } from './toldOfFew';

const of = (people: number, ...figures: string[]): Alike => ({
  people,
  countedIn: new Map(figures.map((figure) => [figure, 1])),
});

test('a figure of four people speaks of them, one of five of nobody', () => {
  const four = of(4, 'Board');
  expect(toldOfFew([four, of(30, 'Audit')], 5)).toEqual([four]);
  expect(toldOfFew([of(5, 'Board'), of(30, 'Audit')], 5)).toBeUndefined();
});

test('the total less all departments speaks of those in the department that is not shown', () => {
  const hidden = of(4, 'total');
  expect(toldOfFew([hidden, of(30, 'total', 'Audit')], 5)).toEqual([hidden]);
});

test('departments less job families speak of those by whom they differ', () => {
  const [partners, others] = [of(20, 'Tax', 'Advisers'), of(40, 'Audit', 'Accountants')];
  const strays = [of(1, 'Tax', 'Accountants'), of(2, 'Audit', 'Advisers')];
  expect(toldOfFew([partners, others, ...strays], 5)).toEqual(expect.arrayContaining(strays));
  const more = of(2, 'Tax', 'Accountants');
  expect(toldOfFew([partners, others, more, ...strays], 5)).toBeUndefined();
});

test('multiples count as well: twice one figure less two others', () => {
  const [three, rest] = [of(3, 'a'), of(50, 'a', 'b', 'c')];
  const half = { people: 50, countedIn: new Map([['d', 1]]) };
  const twice: Alike = { people: 50, countedIn: new Map([...rest.countedIn, ['d', 2]]) };
  expect(toldOfFew([three, twice, half], 5)).toEqual([three]);
});

test('what people did by definition is nobody’s secret', () => {
  const started = { ...of(3, 'total', 'started now'), known: true };
  expect(toldOfFew([started, of(30, 'total')], 5)).toBeUndefined();
  const with_ = of(1, 'total', 'started now', 'Audit');
  expect(toldOfFew([started, with_, of(30, 'total')], 5)).toContain(with_);
});

const kinds = fc.array(
  fc
    .record({
      people: fc.integer({ min: 1, max: 6 }),
      times: fc.array(fc.constantFrom(0, 0, 1, 1, 2, -1), { minLength: 6, maxLength: 6 }),
    })
    .map(({ people, times }): Alike => ({
      people,
      countedIn: new Map(
        times.flatMap((value, index) => (value === 0 ? [] : [[`figure ${index}`, value]])),
      ),
    })),
  { maxLength: 9 },
);

test('somebody is told of exactly if leaving some few out makes a figure superfluous', () => {
  fc.assert(
    fc.property(kinds, fc.integer({ min: 1, max: 7 }), (firm, minimum) => {
      const few = toldOfFew(firm, minimum);
      const whole = rankOf(firm);
      const telling = someOf(firm).filter(
        (some) =>
          peopleOf(some) < minimum && rankOf(firm.filter((kind) => !some.includes(kind))) < whole,
      );
      expect(few !== undefined).toBe(telling.length > 0);
      if (few) expect(telling.map((some) => new Set(some))).toContainEqual(new Set(few));
    }),
    { numRuns: 500 },
  );
});

const peopleOf = (some: readonly Alike[]) => some.reduce((sum, { people }) => sum + people, 0);

function someOf<Kind>(kindsLeft: readonly Kind[]): Kind[][] {
  const [first, ...rest] = kindsLeft;
  if (first === undefined) return [[]];
  return someOf(rest).flatMap((some) => [some, [first, ...some]]);
}

/** How many figures are independent: Bareiss's elimination, in whole numbers without end. */
function rankOf(firm: readonly Alike[]): number {
  const names = [...new Set(firm.flatMap(({ countedIn }) => [...countedIn.keys()]))];
  let rows = firm.map(({ countedIn }) => names.map((name) => BigInt(countedIn.get(name) ?? 0)));
  let rank = 0;
  for (const column of names.keys()) {
    const pivot = rows.find((row) => row[column] !== 0n);
    if (!pivot) continue;
    rank += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, at) => value * pivot[column]! - pivot[at]! * row[column]!));
  }
  return rank;
}
