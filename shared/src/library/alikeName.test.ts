import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostAlikeNamed } from './alikeName';

const named = (...names: string[]) => names.map((name) => ({ name }));
const proposed = (name: string, ...names: string[]) => mostAlikeNamed(name, named(...names))?.name;

test('the same name is proposed, in any letter case and with other signs', () => {
  expect(proposed('Year-end letter', 'Year-end letters', 'year end LETTER')).toBe(
    'year end LETTER',
  );
});

test('else the name most like it', () => {
  expect(proposed('Draft a client email', 'Monthly report', 'Client emails')).toBe('Client emails');
  expect(proposed('Kundenberatung', 'Buchhaltung', 'Kunden-Beratung')).toBe('Kunden-Beratung');
  expect(proposed('Auditing', 'Audit', 'Advisory')).toBe('Audit');
});

test('and none where none is like it', () => {
  expect(proposed('Draft a client email', 'Monthly report', 'Audit')).toBeUndefined();
  expect(proposed('Audit')).toBeUndefined();
});

test('whatever it is called, a name is most like itself', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(name, fc.array(name), (one, others) => {
      const known = named(one, ...others);
      expect(mostAlikeNamed(one, known)).toBe(known[0]);
    }),
  );
});
