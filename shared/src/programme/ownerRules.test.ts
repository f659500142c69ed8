import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { ownerStandingOn, type OwnerFacts } from './ownerRules';
import { usualCalendar, type WorkingCalendar } from './workingCalendar';

const startsOn = '2026-08-31';
const standing = (
  today: string,
  facts: Partial<OwnerFacts> = {},
  calendar: WorkingCalendar = usualCalendar,
) => ownerStandingOn(today, { startsOn, calendar }, { canAct: true, lastActOn: null, ...facts });
const present = { state: 'present', since: null };

test('an owner is silent after two weeks of working days in which they did nothing', () => {
  expect(standing('2026-10-01', { lastActOn: '2026-09-18' })).toEqual(present);
  expect(standing('2026-10-02', { lastActOn: '2026-09-18' })).toEqual({
    ...{ state: 'silent', since: '2026-09-18' },
  });
});

test('days off raise no alarm', () => {
  const holidays = ['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24', '2026-09-25'];
  const calendar = { ...usualCalendar, holidays };
  expect(standing('2026-10-02', { lastActOn: '2026-09-18' }, calendar)).toEqual(present);
  expect(standing('2026-10-09', { lastActOn: '2026-09-18' }, calendar).state).toBe('silent');
});

test('who did nothing yet is silent two weeks after the start, and nobody before it', () => {
  expect(standing('2026-08-01')).toEqual(present);
  expect(standing('2026-09-11')).toEqual(present);
  expect(standing('2026-09-14')).toEqual({ state: 'silent', since: startsOn });
  expect(standing('2026-09-14', { lastActOn: '2026-06-01' }).since).toBe(startsOn);
});

test('whose account is closed, or who is no champion any more, is gone, whatever they did', () => {
  expect(standing('2026-09-01', { canAct: false, lastActOn: '2026-09-01' })).toEqual({
    ...{ state: 'gone', since: null },
  });
});

test('once silent, an owner stays so until something is heard of them', () => {
  const day = fc.nat({ max: 120 }).map((days) => addDays(startsOn, days));
  fc.assert(
    fc.property(day, day, fc.nat({ max: 60 }), (lastActOn, today, later) => {
      if (standing(today, { lastActOn }).state !== 'silent') return;
      expect(standing(addDays(today, later), { lastActOn }).state).toBe('silent');
      expect(standing(today, { lastActOn: today })).toEqual(present);
    }),
  );
});
