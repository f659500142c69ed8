import { expect, test } from 'vitest';
import { askableWeek, closedMondays } from './askableWeeks';

const zone = 'Europe/Berlin';
const wednesday = new Date('2026-11-25T12:00:00Z');

test('the dashboard is asked about closed weeks only', () => {
  expect(askableWeek('2026-W46', wednesday, zone)).toBe('2026-W46');
  // Over since Sunday, provisional until Thursday.
  expect(askableWeek('2026-W47', wednesday, zone)).toBeNull();
  expect(askableWeek('2027-W01', wednesday, zone)).toBeNull();
  expect(askableWeek(null, wednesday, zone)).toBeNull();
});

test('a week 53 is asked of a year that has one', () => {
  const later = new Date('2028-06-01T12:00:00Z');
  expect(askableWeek('2026-W53', later, zone)).toBe('2026-W53');
  expect(askableWeek('2027-W53', later, zone)).toBeNull();
});

test('the weeks to choose from go back to the first measured one, the latest first', () => {
  expect(closedMondays('2026-11-02', wednesday, zone)).toEqual(['2026-11-09', '2026-11-02']);
  expect(closedMondays('2026-12-07', wednesday, zone)).toEqual([]);
});
