import { expect, test } from 'vitest';
import { measuringDates, standBeforeFigures } from './measuringDates';

test('each figure has the day on which it can first be known', () => {
  expect(measuringDates({ startsOn: '2026-08-24' })).toEqual({
    startsOn: '2026-08-24',
    firstRateOn: '2026-08-31',
    firstClosedOn: '2026-09-03',
    flowOn: '2026-09-10',
    fourWeeksOn: '2026-09-24',
    twelveWeeksOn: '2026-11-19',
  });
});

test('a programme without a figure has not begun, is in its first week, or nobody used anything', () => {
  const programme = { startsOn: '2026-08-24', timeZone: 'Europe/Berlin' };
  const standing = (now: string) => standBeforeFigures(programme, new Date(now));
  expect(standing('2026-08-23T21:59:00Z')).toBe('notStarted');
  // Midnight in Berlin.
  expect(standing('2026-08-23T22:00:00Z')).toBe('firstWeek');
  expect(standing('2026-08-30T12:00:00Z')).toBe('firstWeek');
  expect(standing('2026-08-31T12:00:00Z')).toBe('nothingCounted');
});
