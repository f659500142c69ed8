import type { DashboardWeek } from '@last-mile/shared/adoption';
import { expect, test } from 'vitest';
import { week } from '../../../testing/dashboard';
import type { MeasuredWeek } from '../weekReading';
import { toSegments } from './weekSegments';

function measured(
  startsOn: string,
  phase: DashboardWeek['phase'],
  state: DashboardWeek['state'] = 'closed',
): MeasuredWeek {
  const share = { state: 'known' as const, n: 1, of: 2 };
  return { week: week(startsOn, phase, share, state), n: 1, of: 2, rate: 0.5 };
}

const drawn = (weeks: readonly MeasuredWeek[]) =>
  toSegments(weeks).map(({ look, joined, weeks: drawnWeeks }) => ({
    look,
    joined,
    days: drawnWeeks.map(({ week }) => week.startsOn),
  }));

test('each phase is a line of its own, joined to the one before', () => {
  expect(
    drawn([
      measured('2026-01-05', 'before'),
      measured('2026-01-12', 'before'),
      measured('2026-01-19', 'active'),
      measured('2026-01-26', 'active', 'provisional'),
    ]),
  ).toEqual([
    { look: 'before', joined: false, days: ['2026-01-05', '2026-01-12'] },
    { look: 'active', joined: true, days: ['2026-01-12', '2026-01-19'] },
    { look: 'provisional', joined: true, days: ['2026-01-19', '2026-01-26'] },
  ]);
});

test('nothing is drawn across a week that is not known', () => {
  expect(drawn([measured('2026-01-05', 'active'), measured('2026-01-19', 'active')])).toEqual([
    { look: 'active', joined: false, days: ['2026-01-05'] },
    { look: 'active', joined: false, days: ['2026-01-19'] },
  ]);
});
