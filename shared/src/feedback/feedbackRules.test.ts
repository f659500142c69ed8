import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { usualCalendar } from '../programme/workingCalendar';
import { responseDueOn } from './feedbackRules';
import { isWorkingDay, workingDaysBetween } from './workingDays';

const due = (
  at: string,
  feedback: Partial<Parameters<typeof responseDueOn>[0]> = {},
  calendar = usualCalendar,
) =>
  responseDueOn({ reason: 'wrong', reachedClient: false, ...feedback }, new Date(at), {
    timeZone: 'Europe/Berlin',
    calendar,
  });

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

test('a programme gives its own days, and a client still none', () => {
  const calendar = { ...usualCalendar, responseDays: 4, unsafeResponseDays: 0 };
  expect(due('2026-11-23T10:00:00Z', {}, calendar)).toBe('2026-11-27');
  expect(due('2026-11-23T10:00:00Z', { reason: 'unsafe' }, calendar)).toBe('2026-11-23');
  expect(due('2026-11-23T10:00:00Z', { reachedClient: true }, calendar)).toBe('2026-11-23');
});

test('nothing is due on a holiday', () => {
  const calendar = { ...usualCalendar, holidays: ['2026-12-25', '2026-12-28'] };
  expect(due('2026-12-24T10:00:00Z', {}, calendar)).toBe('2026-12-30');
  expect(due('2026-12-25T10:00:00Z', { reachedClient: true }, calendar)).toBe('2026-12-29');
});

test('a response is due on a working day, as many of them later as the programme gives', () => {
  const noon = fc.nat(400).map((days) => addDays('2026-01-01', days));
  const holidays = fc.array(fc.nat(420).map((days) => addDays('2026-01-01', days)));
  fc.assert(
    fc.property(noon, holidays, fc.nat(20), (sent, off, responseDays) => {
      const calendar = { ...usualCalendar, holidays: off, responseDays };
      const dueOn = due(`${sent}T12:00:00Z`, {}, calendar);
      expect(isWorkingDay(dueOn, calendar)).toBe(true);
      expect(workingDaysBetween(sent, dueOn, calendar)).toBe(responseDays);
    }),
  );
});
