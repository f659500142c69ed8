import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCompany } from './inCompany';

const held = fc.array(
  fc.record({
    subjectId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    parts: fc.uniqueArray(fc.constantFrom('drafts', 'one item', 'another'), { maxLength: 3 }),
  }),
  { maxLength: 40 },
);
const minimum = fc.integer({ min: 1, max: 5 });

const peopleOf = (some: readonly { subjectId: string; parts: readonly string[] }[], part: string) =>
  new Set(some.filter(({ parts }) => parts.includes(part)).map(({ subjectId }) => subjectId)).size;

test('every part is changed by nobody or by enough people, however many facts each has', () => {
  fc.assert(
    fc.property(held, minimum, (waiting, least) => {
      const together = inCompany(waiting, least);
      for (const part of ['drafts', 'one item', 'another']) {
        const people = peopleOf(together, part);
        expect(people === 0 || people >= least).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing waits that could be let in: any other allowed choice is a part of it', () => {
  fc.assert(
    fc.property(held, minimum, fc.infiniteStream(fc.boolean()), (waiting, least, coins) => {
      const some = waiting.filter(() => coins.next().value);
      const together = inCompany(waiting, least);
      expect(inCompany(some, least).every((each) => together.includes(each))).toBe(true);
    }),
  );
});

test('what changes nothing that is shown does not wait', () => {
  const alone = { subjectId: 'a', parts: [] };
  expect(inCompany([alone], 5)).toEqual([alone]);
});
