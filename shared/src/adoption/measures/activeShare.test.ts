import { describe, expect, test } from 'vitest';
import { mondaysBetween } from '../isoWeek';
import { activeShares } from './activeShare';
import { activityOf } from './activity';
import { did, member } from './testFacts';

const before = mondaysBetween('2026-08-10', '2026-08-17');
const after = mondaysBetween('2026-10-26', '2026-11-16');
const activity = activityOf(
  ['2026-08-12', '2026-09-16', '2026-11-04', '2026-11-05', '2026-11-17', '2026-10-28'].map((day) =>
    did('ann', `${day}T09:00:00Z`),
  ),
  'Europe/Berlin',
);
const sharesOf = (who: string, ...spans: ReturnType<typeof member>[]) =>
  activeShares(who, before, after, activity, spans);

describe('somebody’s active weeks', () => {
  test('are a share of the weeks before and one of those after, each week once', () => {
    expect(sharesOf('ann', member('ann'))).toEqual({ first: 0.5, second: 0.75 });
  });

  test('are none, and known to be, for somebody who was there and did nothing', () => {
    expect(sharesOf('ben', member('ben'))).toEqual({ first: 0, second: 0 });
  });

  test('are not looked at of who came after the first week or left before the last', () => {
    expect(sharesOf('ann', member('ann', { validFrom: '2026-08-17' }))).toBeNull();
    expect(sharesOf('ann', member('ann', { validTo: '2026-11-22' }))).toBeNull();
    expect(sharesOf('ann')).toBeNull();
  });

  test('may be those of somebody who changed department meanwhile', () => {
    const spans = [
      member('ann', { validTo: '2026-10-01' }),
      member('ann', { validFrom: '2026-10-01', department: 'Audit' }),
    ];
    expect(sharesOf('ann', ...spans)).toEqual({ first: 0.5, second: 0.75 });
  });

  test('are unknown where there are no weeks on one side', () => {
    expect(activeShares('ann', [], after, activity, [member('ann')])).toBeNull();
    expect(activeShares('ann', before, [], activity, [member('ann')])).toBeNull();
  });
});
