import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letInTogether } from './letInTogether';

const things = ['active', 'aiUse'];
const figures = ['total', 'Audit', 'Tax', 'Advisers'];

/** Somebody who turns figures of one thing. */
const by = (thing: string, ...changed: string[]) => ({
  changes: new Map([[thing, new Map(changed.map((figure) => [figure, 1]))]]),
});

const person = fc
  .tuple(...things.map(() => fc.uniqueArray(fc.constantFrom(...figures))))
  .map((changed) => ({
    changes: new Map(
      changed.map((names, at) => [things[at]!, new Map(names.map((figure) => [figure, 1]))]),
    ),
  }));
const people = fc.array(person, { maxLength: 30 });
const minimum = fc.integer({ min: 1, max: 6 });

test('no figure, sum or difference of figures is changed by fewer people than the smallest group', () => {
  const times = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(people, minimum, times, (held, least, combination) => {
      const together = letInTogether(held, least);
      for (const thing of things) {
        const told = together.filter(({ changes }) => {
          const of = (figure: string) => changes.get(thing)?.get(figure) ?? 0;
          return figures.reduce((sum, figure, at) => sum + combination[at]! * of(figure), 0) !== 0;
        });
        expect(told.length === 0 || told.length >= least).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('nobody waits who could be let in: any other allowed choice is a part of it', () => {
  fc.assert(
    fc.property(people, minimum, fc.infiniteStream(fc.boolean()), (held, least, coins) => {
      const other = letInTogether(
        held.filter(() => coins.next().value),
        least,
      );
      const together = new Set(letInTogether(held, least));
      expect(other.every((each) => together.has(each))).toBe(true);
    }),
  );
});

test('five of one department do not take the one of another along', () => {
  const audit = Array.from({ length: 5 }, () => by('active', 'total', 'Audit'));
  expect(letInTogether([...audit, by('active', 'total', 'Tax')], 5)).toEqual(audit);
});

test('five who drafted do not take along the one who was active as well', () => {
  const drafted = Array.from({ length: 5 }, () => by('drafted', 'total'));
  const active = {
    changes: new Map([...by('drafted', 'total').changes, ...by('active', 'total').changes]),
  };
  expect(letInTogether([...drafted, active], 5)).toEqual(drafted);
});

test('who changes nothing that is shown is let in', () => {
  const nobody = { changes: new Map() };
  expect(letInTogether([nobody], 5)).toEqual([nobody]);
});
