import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../adoption';
import { dashboardWith, weekWith } from '../adoption/testDashboard';
import { targetMetrics, type PlannedTarget } from './programmePlan';
import {
  baselineWeek,
  canChangePlan,
  canFreezeBaseline,
  frozenOf,
  isReached,
  isToldOf,
  lastClosedWeek,
  metricOn,
  resultsAreDue,
  resultWeek,
  wayTo,
  withBaselines,
} from './targetRules';

const startsOn = '2026-08-31';
const schedule = { startsOn, timeZone: 'Europe/Berlin' };
const known = (value: number): Measure => ({ state: 'known', value, n: 900 });
const unknown: Measure = { state: 'notEnoughData' };
const target = (value: number, from: Measure | null, more: Partial<PlannedTarget> = {}) => ({
  ...{ metric: 'activeRate' as const, value, by: '2026-11-29' },
  baseline: from && frozenOf(from, '2026-W35', '2026-09-03T08:00:00Z'),
  ...more,
});

describe('a baseline', () => {
  test('is what was so at the end of the week before the start, and is kept with it', () => {
    expect(baselineWeek(startsOn)).toBe('2026-W35');
    expect(frozenOf(known(0.22), baselineWeek(startsOn), '2026-09-03T08:00:00Z')).toEqual({
      ...{ state: 'known', value: 0.22, n: 900 },
      ...{ week: '2026-W35', frozenAt: '2026-09-03T08:00:00Z' },
    });
    expect(frozenOf({ state: 'hidden' }, '2026-W35', '2026-09-03T08:00:00Z').state).toBe(
      'notEnoughData',
    );
  });

  test('is frozen once, when its week no longer moves', () => {
    const freeze = (day: string, figure = known(0.22), from: Measure | null = null) =>
      canFreezeBaseline(target(0.6, from), figure, new Date(`${day}T08:00:00Z`), schedule);
    const refused = (reason: string) => ({ allowed: false, reason });
    expect(freeze('2026-09-03')).toEqual({ allowed: true });
    expect(freeze('2026-09-03', unknown)).toEqual({ allowed: true });
    expect(freeze('2026-09-02')).toEqual(refused('weekNotClosed'));
    expect(freeze('2026-09-03', { state: 'pending' })).toEqual(refused('figuresPending'));
    expect(freeze('2026-09-03', known(0.3), unknown)).toEqual(refused('baselineFrozen'));
  });
});

describe('what a target is set for', () => {
  const nothing = dashboardWith({});

  test('is read from the dashboard at the end of its last week', () => {
    const dashboard = dashboardWith({
      weeks: [
        weekWith('2026-W34', { state: 'known', n: 1, of: 900 }),
        weekWith('2026-W35', { state: 'known', n: 198, of: 900 }),
      ],
      draftingTime: { ...nothing.draftingTime, weekly: [known(30), known(20)] },
      trust: { keptShare: known(0.8), redoRate: known(0.2), flagsPer100: known(2) },
      feedback: { ...nothing.feedback, insideDue: known(0.9) },
    });
    expect(targetMetrics.map((metric) => metricOn(metric, dashboard))).toEqual([
      ...[0.22, 20, 0.8, 0.2, 2, 0.9].map(known),
    ]);
  });

  test('is unknown where the dashboard does not know it', () => {
    expect(targetMetrics.map((metric) => metricOn(metric, nothing))).toEqual(
      targetMetrics.map(() => unknown),
    );
    const hidden = dashboardWith({ weeks: [weekWith('2026-W35', { state: 'hidden' })] });
    expect(metricOn('activeRate', hidden)).toEqual(unknown);
  });
});

describe('a result', () => {
  const week = (endedOn: string | null) =>
    resultWeek({ startsOn, ended: endedOn === null ? null : { endedOn } });

  test('is what was so at the end of the last week that was over, on day 90 at the latest', () => {
    expect(week(null)).toBe('2026-W48');
    expect(week('2027-03-01')).toBe('2026-W48');
    expect(week('2026-10-25')).toBe('2026-W43');
    expect(week('2026-10-28')).toBe('2026-W43');
    expect(week('2026-09-03')).toBeNull();
  });

  test('is frozen once the programme is over and that week no longer moves', () => {
    const due = (at: string, endedOn: string | null) =>
      resultsAreDue(
        { startsOn, ended: endedOn === null ? null : { endedOn } },
        new Date(`${at}T08:00:00Z`),
        schedule,
      );
    expect([due('2026-11-29', null), due('2026-12-02', null), due('2026-12-03', null)]).toEqual([
      ...[false, false, true],
    ]);
    expect([due('2026-10-28', '2026-10-28'), due('2026-10-29', '2026-10-28')]).toEqual([
      ...[false, true],
    ]);
    expect(due('2026-09-03', '2026-09-03')).toBe(true);
  });

  test('is not there yet while it runs: the last closed week says where it stands', () => {
    const closed = (at: string) => lastClosedWeek(schedule, new Date(`${at}T08:00:00Z`));
    expect(['2026-08-20', '2026-09-09', '2026-09-10', '2026-09-17'].map(closed)).toEqual([
      ...[null, null, '2026-W36', '2026-W37'],
    ]);
  });
});

describe('a target', () => {
  test('is reached from above where less is better, and from below elsewhere', () => {
    const minutes = target(12, known(20), { metric: 'draftingMinutes' });
    expect([11, 12, 13].map((value) => isReached(minutes, known(value)))).toEqual([
      ...[true, true, false],
    ]);
    const rate = target(0.6, known(0.2));
    expect([0.59, 0.6].map((value) => isReached(rate, known(value)))).toEqual([false, true]);
    expect(isReached(rate, unknown)).toBeNull();
  });

  test('is so far away, in whichever direction it lies', () => {
    expect(wayTo(target(12, known(20)), known(16))).toBe(0.5);
    expect(wayTo(target(20, known(12)), known(10))).toBe(-0.25);
  });

  test('is nowhere near while the figure or the baseline is not known', () => {
    expect(wayTo(target(12, known(20)), unknown)).toBeNull();
    expect(wayTo(target(12, unknown), known(16))).toBeNull();
    expect(wayTo(target(12, null), known(16))).toBeNull();
    expect(wayTo(target(12, known(12)), known(16))).toBeNull();
  });

  test('lies between nothing and all of the way, as the figure lies between', () => {
    const value = fc.nat({ max: 100 });
    fc.assert(
      fc.property(value, value, value, (from, to, now) => {
        const way = wayTo(target(to, known(from)), known(now));
        expect(way === null).toBe(from === to);
        if (way === null) return;
        const isBetween = (now - from) * (now - to) <= 0;
        expect(way >= 0 && way <= 1).toBe(isBetween);
      }),
    );
  });
});

describe('a plan', () => {
  const programme = { ownerId: 'olga', sponsorId: 'lea', startsOn };
  const wanted = {
    ...{ deputyIds: ['dirk'], sponsorId: 'lea' },
    targets: [{ metric: 'activeRate' as const, value: 0.6, by: '2026-11-29' }],
  };
  const facts = { sponsorIsLeader: true, isFrozen: false };

  test('is changed while its programme runs, also where nothing new is known of its sponsor', () => {
    expect(canChangePlan(programme, wanted, { ...facts, sponsorIsLeader: false })).toEqual({
      allowed: true,
    });
  });

  test.each<[string, Partial<typeof wanted>, Partial<typeof facts>, string]>([
    ['once its results are frozen', {}, { isFrozen: true }, 'resultFrozen'],
    ['to an owner who is a deputy too', { deputyIds: ['olga'] }, {}, 'ownerIsDeputy'],
    ['to an owner who sponsors too', { sponsorId: 'olga' }, {}, 'sponsorIsOwner'],
    [
      'to a sponsor who is no leader',
      { sponsorId: 'max' },
      { sponsorIsLeader: false },
      'sponsorNotLeader',
    ],
    ['to no target for how many use it', { targets: [] }, {}, 'noActiveRateTarget'],
    [
      'to two targets for a figure',
      { targets: [...wanted.targets, ...wanted.targets] },
      {},
      'targetTwice',
    ],
    [
      'to a target before the start',
      { targets: wanted.targets.map((each) => ({ ...each, by: startsOn })) },
      {},
      'targetBeforeStart',
    ],
  ])('is not changed %s', (_, change, other, reason) => {
    expect(canChangePlan(programme, { ...wanted, ...change }, { ...facts, ...other })).toEqual({
      allowed: false,
      reason,
    });
  });

  test('keeps the baseline of a figure whose target moves', () => {
    const { baseline } = target(0.6, known(0.22));
    const moved = withBaselines(
      [
        { metric: 'activeRate', value: 0.7, by: '2026-11-29' },
        { metric: 'redoRate', value: 0.1, by: '2026-11-29' },
      ],
      [target(0.6, known(0.22))],
    );
    expect(moved.map((each) => each.baseline)).toEqual([baseline, null]);
  });
});

test('how feedback is answered is told of a week until the week after is over, and never later', () => {
  const days = ['2026-08-30', '2026-09-06', '2026-09-07', '2026-11-26'];
  expect(days.map((day) => isToldOf('answeredInTime', '2026-W35', day))).toEqual([
    ...[true, true, false, false],
  ]);
  expect(isToldOf('activeRate', '2026-W35', '2026-11-26')).toBe(true);
});
