import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedFamily } from '@last-mile/shared/programme';
import { familiesIn } from './familiesIn';

test('families are written one a line; who had an id keeps it', () => {
  const before = [{ id: 'advice', name: 'Advisory' }];
  expect(familiesIn('Advisory\n\n Steuern & Prüfung \nAdvisory', before)).toEqual([
    { id: 'advice', name: 'Advisory' },
    { id: 'steuern-prufung', name: 'Steuern & Prüfung' },
    { id: 'advisory', name: 'Advisory' },
  ]);
});

test('whatever is written gets ids that can be kept, each its own', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 6 }), (lines) => {
      const families = familiesIn(lines.join('\n'), []);
      expect(families.every((family) => namedFamily.safeParse(family).success)).toBe(true);
      expect(new Set(families.map(({ id }) => id)).size).toBe(families.length);
    }),
  );
});
