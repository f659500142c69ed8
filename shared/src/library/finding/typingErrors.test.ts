import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typingErrors } from './typingErrors';

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  minLength: 4,
  maxLength: 12,
});
const place = fc.nat({ max: 11 });

test.each<[string, (word: string, at: number) => string]>([
  ['a letter missing', (text, at) => text.slice(0, at) + text.slice(at + 1)],
  ['a letter too many', (text, at) => `${text.slice(0, at)}x${text.slice(at)}`],
  ['a wrong letter', (text, at) => `${text.slice(0, at)}x${text.slice(at + 1)}`],
  [
    'two letters swapped',
    (text, at) =>
      text.slice(0, at) +
      text
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      text.slice(at + 2),
  ],
])('%s is one error at most', (_, spoil) => {
  fc.assert(
    fc.property(word, place, (text, at) => {
      expect(typingErrors(spoil(text, at % text.length), text, 2).whole).toBeLessThanOrEqual(1);
    }),
  );
});

test('a word typed right has none, and neither has its beginning', () => {
  fc.assert(
    fc.property(word, word, (text, rest) => {
      expect(typingErrors(text, text, 2)).toEqual({ whole: 0, beginning: 0 });
      expect(typingErrors(text, text + rest, 2).beginning).toBe(0);
    }),
  );
});

test('the distance is that of the plain table, as far as it is asked for', () => {
  fc.assert(
    fc.property(word, word, fc.nat({ max: 3 }), (typed, text, most) => {
      const { whole, beginning } = typingErrors(typed, text, most);
      const plain = plainDistance(typed, text);
      const nearest = Math.min(
        ...Array.from({ length: text.length + 1 }, (_, end) =>
          plainDistance(typed, text.slice(0, end)),
        ),
      );
      expect(whole > most).toBe(plain > most);
      expect(beginning > most).toBe(nearest > most);
      if (plain <= most) expect(whole).toBe(plain);
      if (nearest <= most) expect(beginning).toBe(nearest);
    }),
  );
});

/** Optimal string alignment as its definition has it. */
function plainDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const distance = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (__, column) =>
      row === 0 ? column : column === 0 ? row : 0,
    ),
  );
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      distance[row]![column] = Math.min(
        distance[row - 1]![column]! + 1,
        distance[row]![column - 1]! + 1,
        distance[row - 1]![column - 1]! + (isSame ? 0 : 1),
        isSwapped ? distance[row - 2]![column - 2]! + 1 : Infinity,
      );
    }
  }
  return distance[one.length]![other.length]!;
}
