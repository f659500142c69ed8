import { expect, test } from 'vitest';
import { TextNotStorable, TextTooLong } from '../sync/storedItem';
import { upstreamErrors } from './upstreamErrors';

test.each([
  [new TextTooLong('Words', 63_999), 'Use at most 63999 characters.'],
  [new TextNotStorable('Words'), 'Use characters that can be stored.'],
])('a text no column can hold is the caller’s to mend, by field: %s', (error, message) => {
  expect(upstreamErrors(error)).toMatchObject({
    status: 400,
    problem: { code: 'invalidRequest', issues: [{ path: 'Words', message }] },
  });
});

test('what is nobody’s meaning stays unknown', () => {
  expect(upstreamErrors(new Error('else'))).toBeUndefined();
});
