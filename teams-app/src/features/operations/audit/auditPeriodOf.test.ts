import { expect, test } from 'vitest';
import { auditPeriodOf, lastSevenDays } from './auditPeriodOf';

test('a period holds both of its days whole, also where one of them has 23 or 25 hours', () => {
  expect(auditPeriodOf({ from: '2026-10-25', until: '2026-10-25' })).toEqual({
    from: new Date(2026, 9, 25).toISOString(),
    until: new Date(2026, 9, 26).toISOString(),
  });
  expect(auditPeriodOf({ from: '2026-12-31', until: '2027-01-01' })?.until).toBe(
    new Date(2027, 0, 2).toISOString(),
  );
});

test('days in the wrong order, or none, are no period', () => {
  expect(auditPeriodOf({ from: '2026-10-26', until: '2026-10-25' })).toBeUndefined();
  expect(auditPeriodOf({ from: '', until: '2026-10-25' })).toBeUndefined();
  expect(auditPeriodOf({ from: '2026-10-25', until: '' })).toBeUndefined();
});

test('the last seven days end with today, over the end of a month', () => {
  expect(lastSevenDays(new Date(2026, 2, 3, 23, 59))).toEqual({
    from: '2026-02-25',
    until: '2026-03-03',
  });
});
