import { describe, expect, test } from 'vitest';
import type { UsageKind } from './usageEvents';
import { weeklyActive, type MembershipSpan } from './weeklyActive';

const berlin = 'Europe/Berlin';
const week = '2026-11-16';

const did = (subjectId: string, at: string, kind: UsageKind = 'promptCopied') => ({
  subjectId,
  kind,
  at: new Date(at),
});
const member = (subjectId: string, span: Partial<MembershipSpan> = {}): MembershipSpan => ({
  subjectId,
  department: 'Tax',
  validFrom: '2026-01-05',
  validTo: null,
  ...span,
});

describe('weekly active', () => {
  test('counts a person once, however often and in whichever kind they acted', () => {
    const actions = [
      did('ann', '2026-11-16T09:00:00Z'),
      did('ann', '2026-11-17T09:00:00Z', 'promptOpened'),
      did('ann', '2026-11-18T09:00:00Z', 'templateInserted'),
      did('ben', '2026-11-18T09:00:00Z', 'templateInserted'),
    ];
    const members = [member('ann'), member('ben'), member('eve')];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([
      { eligible: 3, active: 2, aiUse: 1, templateUse: 2 },
    ]);
  });

  test('counts only those who were members on the last day of the week', () => {
    const actions = ['gone', 'new', 'back'].map((who) => did(who, '2026-11-17T09:00:00Z'));
    const members = [
      member('gone', { validTo: '2026-11-22' }),
      member('new', { validFrom: '2026-11-22' }),
      member('back', { validTo: '2026-11-18' }),
      member('back', { validFrom: '2026-11-20' }),
    ];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([
      { eligible: 2, active: 2 },
    ]);
  });

  test('leaves history where it was when someone changes department later', () => {
    const actions = [did('ann', '2026-11-10T09:00:00Z'), did('ann', '2026-11-17T09:00:00Z')];
    const members = [
      member('ann', { validTo: '2026-11-18' }),
      member('ann', { department: 'Audit', validFrom: '2026-11-18' }),
    ];
    const [before, after] = weeklyActive(actions, members, ['2026-11-09', week], berlin);
    expect([...(before?.departments.keys() ?? [])]).toEqual(['Tax']);
    expect([...(after?.departments.keys() ?? [])]).toEqual(['Audit']);
  });

  test("puts a late Sunday into the week the programme's time zone says", () => {
    const actions = [did('ann', '2026-11-22T22:59:00Z'), did('ben', '2026-11-22T23:01:00Z')];
    const members = [member('ann'), member('ben')];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([{ active: 1 }]);
  });

  test('says nobody is eligible before anybody was a member', () => {
    expect(weeklyActive([], [member('ann')], ['2025-12-15'], berlin)).toMatchObject([
      { eligible: 0, active: 0 },
    ]);
  });
});
