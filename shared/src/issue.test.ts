import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { issueAt, issuesOf } from './issue';
import { clientKey, singleLine, webAddress } from './text';

const order = z.strictObject({
  key: clientKey,
  title: singleLine,
  size: z.enum(['small', 'large']),
  count: z.number().check(z.minimum(1), z.maximum(9)),
  lines: z.array(singleLine).check(z.minLength(1), z.maxLength(2)),
  code: z.string().check(z.minLength(2), z.maxLength(4)),
  link: webAddress,
});
const good = {
  ...{ key: crypto.randomUUID(), title: 'Pens', size: 'small', count: 3, lines: ['blue'] },
  ...{ code: 'abc', link: 'https://example.com' },
};

const refused = (change: object) => {
  const { error } = order.safeParse({ ...good, ...change });
  return error === undefined
    ? []
    : issuesOf(error).map(({ path, code, limit, message }) => [path, code, limit, message]);
};

test.each([
  [{}],
  [{ key: 'x' }, ['key', 'uuid', undefined, 'Use a UUID.']],
  [{ title: ' ' }, ['title', 'empty', undefined, 'Write something here.']],
  [{ title: 'a\nb' }, ['title', 'oneLine', undefined, 'Use one line only.']],
  [{ title: 'x'.repeat(256) }, ['title', 'tooLong', 255, 'Use at most 255 characters.']],
  [{ lines: [] }, ['lines', 'tooFew', 1, 'Use at least 1.']],
  [{ lines: ['a', 'b', 'c'] }, ['lines', 'tooMany', 2, 'Use at most 2.']],
  [{ lines: ['a', ''] }, ['lines.1', 'empty', undefined, 'Write something here.']],
  [{ count: 0 }, ['count', 'tooSmall', 1, 'Use 1 or more.']],
  [{ count: 10 }, ['count', 'tooLarge', 9, 'Use 9 or less.']],
  [{ code: 'a' }, ['code', 'tooShort', 2, 'Use at least 2 characters.']],
  [{ link: 'ftp://x' }, ['link', 'webAddress', undefined, issueAt('', 'webAddress').message]],
  [{ size: 'huge' }, ['size', 'unknownValue', undefined, issueAt('', 'unknownValue').message]],
  [{ count: 'one' }, ['count', 'wrongForm', undefined, issueAt('', 'wrongForm').message]],
  [{ colour: 'red' }, ['colour', 'unknownField', undefined, 'This field is not known.']],
])('what is wrong has a code, the limit it is about and a sentence: %o', (change, ...issues) => {
  expect(refused(change)).toEqual(issues);
});

test('every place that is wrong is named', () => {
  expect(refused({ title: '', count: 99 }).map(([path]) => path)).toEqual(['title', 'count']);
});
