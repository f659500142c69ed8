import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letInTogether } from './letInTogether';

const person = fc.record({ labels: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')) });
const people = fc.array(person, { maxLength: 30 });
const minimum = fc.integer({ min: 1, max: 6 });

function carriers(held: readonly { labels: readonly string[] }[], label: string): number {
  return held.filter(({ labels }) => labels.includes(label)).length;
}

test('no figure is changed by fewer people than the smallest group', () => {
  fc.assert(
    fc.property(people, minimum, (held, least) => {
      const together = letInTogether(held, least);
      for (const label of ['a', 'b', 'c', 'd']) {
        const count = carriers(together, label);
        expect(count === 0 || count >= least).toBe(true);
      }
    }),
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

test('five whose other figure would change by one leave that one out', () => {
  const plain = Array.from({ length: 5 }, () => ({ labels: ['programme'] }));
  const telling = { labels: ['programme', 'programme active'] };
  expect(letInTogether([...plain, telling], 5)).toEqual(plain);
});
