import { describe, expect, test } from 'vitest';
import { activityOf, mondaysBetween, windowsOf } from '../adoption';
import { did, member } from '../adoption/measures/testFacts';
import { againstOthers } from './againstOthers';

const closed = mondaysBetween('2026-08-03', '2026-11-16');
const windows = windowsOf(closed, '2026-08-31');
const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index}`);
const [group, others] = [people('in', 12), people('out', 11)];
const activeIn = (who: string, mondays: readonly string[]) =>
  mondays.map((monday) => did(who, `${monday}T12:00:00Z`));
const activity = activityOf(
  [
    // Half of the programme's people a week of four before, and all of them three or four of four now.
    ...group.flatMap((who, index) => [
      ...activeIn(who, windows.beforeStart.slice(0, index % 2)),
      ...activeIn(who, windows.lastFour.slice(index % 2)),
    ]),
    ...others.flatMap((who, index) => activeIn(who, windows.lastFour.slice(0, index % 2))),
  ],
  'Europe/Berlin',
);
const spans = (who: readonly string[]) => who.map((each) => member(each));
const compared = (one: readonly string[], other: readonly string[]) =>
  againstOthers(spans(one), spans(other), activity, windows);

describe('a programme beside people who have not started', () => {
  test('is compared by how each person’s share of active weeks changed', () => {
    // From 1/8 to 7/8 of the weeks; the others from none to 5/44.
    const found = compared(group, others);
    expect(found).toMatchObject({ state: 'known', people: 12, others: 11, change: 0.75 });
    if (found.state !== 'known') return;
    expect(found.othersChange).toBeCloseTo(5 / 44, 12);
    expect(found.low).toBeGreaterThan(0);
  });

  test('is not compared with fewer than ten people, nor by fewer', () => {
    const unknown = { state: 'notEnoughData' };
    expect(compared(group, others.slice(2))).toEqual(unknown);
    expect(compared(group.slice(3), others)).toEqual(unknown);
  });

  test('counts nobody on both sides', () => {
    expect(compared([...group, ...others.slice(0, 1)], others)).toMatchObject({
      ...{ people: 12, others: 10 },
    });
  });

  test('is not compared before a week of the programme is closed', () => {
    const early = windowsOf(closed, '2026-11-23');
    expect(againstOthers(spans(group), spans(others), activity, early).state).toBe('notEnoughData');
  });
});
