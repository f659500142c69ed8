import { expect, test } from 'vitest';
import { responseDueOn } from './feedbackRules';

const due = (at: string, feedback: Partial<Parameters<typeof responseDueOn>[0]> = {}) =>
  responseDueOn(
    { reason: 'wrong', reachedClient: false, ...feedback },
    new Date(at),
    'Europe/Berlin',
  );

test('a flag is due after two working days', () => {
  expect(due('2026-11-23T10:00:00Z')).toBe('2026-11-25');
});

test('an unsafe output is due the next working day', () => {
  expect(due('2026-11-20T10:00:00Z', { reason: 'unsafe' })).toBe('2026-11-23');
});

test('what reached a client is due the same day', () => {
  expect(due('2026-11-23T10:00:00Z', { reason: 'unsafe', reachedClient: true })).toBe('2026-11-23');
});

test('what arrives at the weekend counts from Monday', () => {
  expect(due('2026-11-21T10:00:00Z')).toBe('2026-11-25');
  expect(due('2026-11-22T10:00:00Z', { reachedClient: true })).toBe('2026-11-23');
});

test("the day is the programme's, not the server's", () => {
  expect(due('2026-11-23T23:30:00Z', { reachedClient: true })).toBe('2026-11-24');
});
