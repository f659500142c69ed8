import { expect, test } from 'vitest';
import { wordDiff } from './wordDiff';

const side = (before: string, after: string, which: 'before' | 'after') =>
  wordDiff(before, after)
    .filter((part) => part.in === 'both' || part.in === which)
    .map((part) => part.text)
    .join('');

test('a changed word is named, and the words around it are not', () => {
  expect(wordDiff('Write a short email', 'Write a friendly email')).toEqual([
    { in: 'both', text: 'Write a ' },
    { in: 'before', text: 'short' },
    { in: 'after', text: 'friendly' },
    { in: 'both', text: ' email' },
  ]);
});

test('the same text has no difference', () => {
  expect(wordDiff('one\n two', 'one\n two')).toEqual([{ in: 'both', text: 'one\n two' }]);
});

test.each([
  ['', 'all new 🚀'],
  ['all old', ''],
  ['a b c d e', 'b x d\r\ne f'],
  ['```js\nlet a = 1;\n```', '```js\nlet b = 1;\n\n```\n'],
])('both texts can be read back from the difference', (before, after) => {
  expect(side(before, after, 'before')).toBe(before);
  expect(side(before, after, 'after')).toBe(after);
});

test('two long texts with nothing in common are shown as replaced, at once', () => {
  const before = Array.from({ length: 10_000 }, (_, word) => `a${word}`).join(' ');
  const after = Array.from({ length: 10_000 }, (_, word) => `b${word}`).join(' ');
  expect(side(before, after, 'after')).toBe(after);
  expect(wordDiff(before, after).length).toBeLessThan(5);
});
