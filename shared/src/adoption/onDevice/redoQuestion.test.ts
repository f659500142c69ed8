import { expect, test } from 'vitest';
import { redoQuestionAbout } from './redoQuestion';

const now = new Date('2026-11-25T12:00:00Z');
const hours = (ago: number) => new Date(now.getTime() - ago * 3_600_000);
const useOf = (itemKey: string, hoursAgo: number) => ({ itemKey, at: hours(hoursAgo) });
const asked = (uses: readonly ReturnType<typeof useOf>[], askedAt: Date | null = null) =>
  redoQuestionAbout(uses, { askedAt, now })?.itemKey ?? null;

test('the latest use is asked about, once it is known how it went', () => {
  expect(asked([useOf('a', 30), useOf('b', 2)])).toBe('b');
  expect(asked([useOf('a', 30), useOf('b', 0.5)])).toBe('a');
});

test('nobody is asked about what they no longer remember', () => {
  expect(asked([useOf('a', 7 * 24 + 1)])).toBeNull();
});

test('nobody is asked more often than weekly', () => {
  expect(asked([useOf('a', 2)], hours(6 * 24))).toBeNull();
  expect(asked([useOf('a', 2)], hours(7 * 24))).toBe('a');
});

test('nobody is asked about what they used before the last question', () => {
  expect(asked([useOf('a', 7 * 24)], hours(7 * 24))).toBeNull();
});

test('without a use there is nothing to ask', () => {
  expect(asked([])).toBeNull();
});
