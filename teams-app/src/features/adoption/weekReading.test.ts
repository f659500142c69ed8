import type { DashboardWeek, PeopleShare } from '@last-mile/shared/adoption';
import { describe, expect, test } from 'vitest';
import { week as weekOn } from '../../testing/dashboard';
import { changeBetween, measuredWeeks, numberInPhase, readDashboard } from './weekReading';

const known = (n: number, of: number): PeopleShare => ({ state: 'known', n, of });
const hidden: PeopleShare = { state: 'hidden' };

function week(
  number: number,
  active: PeopleShare,
  { state = 'closed', phase = 'active' }: Partial<Pick<DashboardWeek, 'state' | 'phase'>> = {},
): DashboardWeek {
  return {
    ...weekOn(`2026-01-${String(number).padStart(2, '0')}`, phase, active, state),
    week: `2026-W${String(number)}`,
    templateUse: hidden,
  };
}

describe('reading the weeks', () => {
  test('the running week is not measured', () => {
    const weeks = [week(10, known(5, 10)), week(11, known(1, 10), { state: 'running' })];
    expect(measuredWeeks(weeks).map(({ week: { week: name } }) => name)).toEqual(['2026-W10']);
    expect(readDashboard({ weeks }).current?.n).toBe(5);
  });

  test('a hidden last week stays unknown: an older week does not stand in for it', () => {
    const weeks = [week(10, known(5, 10)), week(11, hidden)];
    const reading = readDashboard({ weeks });
    expect(reading.latest?.week).toBe('2026-W11');
    expect(reading.current).toBeUndefined();
  });

  test('the week before the programme is the last one of that phase, or unknown', () => {
    const weeks = [
      week(8, known(3, 10), { phase: 'before' }),
      week(9, known(2, 10), { phase: 'before' }),
      week(10, known(6, 10)),
    ];
    expect(readDashboard({ weeks }).before?.n).toBe(2);
    expect(readDashboard({ weeks: weeks.slice(2) }).before).toBeUndefined();
  });

  test('nobody eligible is unknown, never 0 %', () => {
    expect(measuredWeeks([week(10, known(0, 0))])).toEqual([]);
  });

  test('decay looks at closed weeks of the programme only', () => {
    const weeks = [
      week(9, known(9, 10), { phase: 'before' }),
      week(10, known(8, 10)),
      week(11, known(6, 10)),
      week(12, known(2, 10), { state: 'provisional' }),
    ];
    expect(readDashboard({ weeks }).decay?.flagged).toBe(false);
  });

  test('a change that fewer than five people made is not shown', () => {
    expect(changeBetween({ n: 10, rate: 0.5 }, { n: 14, rate: 0.7 }, 5)).toBeNull();
    expect(changeBetween({ n: 10, rate: 0.5 }, { n: 15, rate: 0.75 }, 5)).toBe(25);
  });

  test('a week has its number in its phase', () => {
    const weeks = [week(9, hidden, { phase: 'before' }), week(10, hidden), week(11, hidden)];
    expect(numberInPhase(weeks, weeks[2]!)).toBe(2);
  });
});
