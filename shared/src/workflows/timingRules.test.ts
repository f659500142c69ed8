import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { mapOf, step } from './testMap';
import { canTime, timingPointOn, timingsOf, type TaskTiming } from './timingRules';
import { timingRequest, type TimingPoint } from './timings';

const map = mapOf([step('1'), step('2')]);
const unknown = { state: 'notEnoughData' };
const known = (value: number, n: number) => ({ state: 'known', value, n });

const form = (
  person: string,
  point: TimingPoint,
  minutes: readonly (number | null)[],
  at = '2026-09-01T09:00:00Z',
): TaskTiming => ({
  ...{ person, point, at },
  steps: minutes.map((each, index) => ({ stepKey: `${index + 1}`, minutes: each })),
});
const everyone = (count: number, point: TimingPoint, minutes: (index: number) => number[]) =>
  Array.from({ length: count }, (_, index) => form(`person ${index}`, point, minutes(index)));

describe('the point at which a task is timed', () => {
  const startsOn = '2026-08-31';
  const pointAfter = (days: number) => timingPointOn(addDays(startsOn, days), startsOn);

  test('is the baseline before the start and in the first two weeks', () => {
    expect([-30, 0, 13, 14].map(pointAfter)).toEqual(['baseline', 'baseline', 'baseline', null]);
  });

  test('is open from ten days before a point’s day until that day', () => {
    expect([19, 20, 30, 31].map(pointAfter)).toEqual([null, 'day30', 'day30', null]);
    expect([49, 50, 60, 61].map(pointAfter)).toEqual([null, 'day60', 'day60', null]);
    expect([79, 80, 90, 91].map(pointAfter)).toEqual([null, 'day90', 'day90', null]);
  });
});

describe('a form', () => {
  test('is taken at the open point, with the steps the map has', () => {
    expect(canTime(form('ann', 'day30', [5, null]), map, 'day30')).toEqual({ allowed: true });
  });

  test('is refused at another point, and when the map has changed meanwhile', () => {
    const refused = (reason: string) => ({ allowed: false, reason });
    expect(canTime(form('ann', 'day30', [5, 5]), map, 'day60')).toEqual(refused('timingNotOpen'));
    expect(canTime(form('ann', 'day30', [5, 5]), map, null)).toEqual(refused('timingNotOpen'));
    expect(canTime(form('ann', 'day30', [5]), map, 'day30')).toEqual(refused('stepsHaveChanged'));
    expect(canTime(form('ann', 'day30', [5, 5, 5]), map, 'day30')).toEqual(
      refused('stepsHaveChanged'),
    );
  });

  test('times at least one step, and none twice', () => {
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const problems = (steps: readonly object[]) =>
      timingRequest
        .safeParse({ clientKey: key, workflowKey: key, point: 'day30', steps })
        .error?.issues.map(({ message }) => message);
    expect(problems([{ stepKey: '1', minutes: null }])).toEqual(['Time at least one step.']);
    expect(
      problems([
        { stepKey: '1', minutes: 5 },
        { stepKey: '1', minutes: 6 },
      ]),
    ).toEqual(['A step is timed twice.']);
  });
});

describe('what people need for a task', () => {
  test('is the median of each step from five people on', () => {
    const timings = everyone(5, 'baseline', (index) => [10 + index, 20]);
    const four = timingsOf(timings.slice(0, 4), map);
    expect(four.steps.map(({ points }) => points.baseline)).toEqual([unknown, unknown]);
    const five = timingsOf(timings, map);
    expect(five.steps.map(({ points }) => points.baseline)).toEqual([known(12, 5), known(20, 5)]);
    expect(five.points.baseline).toEqual(known(32, 5));
    expect(five.points.day30).toEqual(unknown);
  });

  test('is unknown for the whole while one step is', () => {
    const timings = Array.from({ length: 6 }, (_, index) =>
      form(`person ${index}`, 'baseline', [10, index === 0 ? 5 : null]),
    );
    const { steps, points } = timingsOf(timings, map);
    expect(steps.map(({ points: each }) => each.baseline)).toEqual([known(10, 6), unknown]);
    expect(points.baseline).toEqual(unknown);
  });

  test('counts everybody once, by what they said last', () => {
    const timings = [
      form('person 0', 'baseline', [60, 60], '2026-09-02T09:00:00Z'),
      ...everyone(5, 'baseline', () => [10, 10]),
    ];
    const { points } = timingsOf(timings, map).steps[0] ?? {};
    expect(points?.baseline).toEqual(known(10, 5));
    const again = form('person 0', 'baseline', [10, 10], '2026-09-03T09:00:00Z');
    const median = (all: readonly TaskTiming[]) => timingsOf(all, map).points.baseline;
    expect(median([again, ...timings])).toEqual(known(20, 5));
  });

  test('compares the same people with their baseline, from ten on', () => {
    const before = everyone(10, 'baseline', (index) => [20 + index, 10]);
    const after = everyone(10, 'day60', (index) => [12 + index, 10]);
    const { since, steps } = timingsOf([...before, ...after], map);
    expect(since.day60).toMatchObject({ state: 'known', people: 10, shift: -8, low: -8, high: -8 });
    expect(steps[1]?.since.day60).toMatchObject({ state: 'known', difference: 0 });
    expect(since.day30).toEqual(unknown);
    expect(timingsOf([...before, ...after.slice(1)], map).since.day60).toEqual(unknown);
  });

  test('of somebody whose step is gone falls by what it took them', () => {
    const shorter = mapOf([step('1')]);
    const before = everyone(10, 'baseline', () => [20, 15]);
    const after = everyone(10, 'day30', () => [20]);
    const { since, points } = timingsOf([...before, ...after], shorter);
    expect(since.day30).toMatchObject({ state: 'known', first: 35, second: 20 });
    expect([points.baseline, points.day30]).toEqual([known(35, 10), known(20, 10)]);
  });

  test('does not depend on the order in which forms come', () => {
    const anyForm = fc
      .record({
        person: fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `person ${index}`)),
        point: fc.constantFrom('baseline' as const, 'day30' as const),
        minutes: fc.array(fc.option(fc.nat({ max: 120 })), { minLength: 2, maxLength: 2 }),
        second: fc.nat({ max: 59 }),
      })
      .map(({ person, point, minutes, second }) =>
        form(person, point, minutes, `2026-09-01T09:00:${String(second).padStart(2, '0')}Z`),
      );
    const distinct = fc.uniqueArray(anyForm, {
      selector: ({ person, point, at }) => `${person} ${point} ${at}`,
      maxLength: 40,
    });
    fc.assert(
      fc.property(distinct, (timings) => {
        expect(timingsOf(timings.toReversed(), map)).toEqual(timingsOf(timings, map));
      }),
    );
  });
});
