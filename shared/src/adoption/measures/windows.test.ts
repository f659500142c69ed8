import { expect, test } from 'vitest';
import { mondaysBetween } from '../isoWeek';
import { windowsOf } from './windows';

const startsOn = '2026-08-24';
const closedUntil = (last: string, first = '2026-07-06') =>
  windowsOf(mondaysBetween(first, last), startsOn);

test('windows end with the last closed week and look back twelve', () => {
  const { lastTwelve } = closedUntil('2026-11-09');
  expect(lastTwelve).toHaveLength(12);
  expect(lastTwelve[0]).toBe('2026-08-24');
  expect(lastTwelve.at(-1)).toBe('2026-11-09');
});

test('a window is as short as what was measured', () => {
  expect(closedUntil('2026-07-13').lastTwelve).toEqual(['2026-07-06', '2026-07-13']);
  expect(windowsOf([], startsOn)).toEqual({
    ...{ lastTwelve: [], beforeStart: [], lastFour: [], habit: [] },
  });
});

test('the weeks before the programme and the last four since its start have none in common', () => {
  const { beforeStart, lastFour } = closedUntil('2026-09-07');
  expect(beforeStart).toEqual(mondaysBetween('2026-07-06', '2026-08-17'));
  expect(lastFour).toEqual(['2026-08-24', '2026-08-31', '2026-09-07']);
  expect(closedUntil('2026-11-09').lastFour).toEqual(mondaysBetween('2026-10-19', '2026-11-09'));
});

test('a week in which the programme started on a Wednesday lies before it', () => {
  const { beforeStart } = windowsOf(['2026-08-17', '2026-08-24', '2026-08-31'], '2026-08-26');
  expect(beforeStart).toEqual(['2026-08-17', '2026-08-24']);
});

test('habit looks at twelve weeks once twelve lie behind the start, at four until then', () => {
  expect(closedUntil('2026-11-09').habit).toEqual(mondaysBetween('2026-08-24', '2026-11-09'));
  expect(closedUntil('2026-11-02').habit).toEqual(mondaysBetween('2026-10-12', '2026-11-02'));
});

test('habit is not spoken of before four weeks are closed', () => {
  expect(closedUntil('2026-07-20').habit).toEqual([]);
  expect(closedUntil('2026-07-27').habit).toEqual(mondaysBetween('2026-07-06', '2026-07-27'));
});
