import { describe, expect, test } from 'vitest';
import { canReachOut, comeBacksOf, optedOutPeople } from './outreachRules';

const reached = (
  userId: string,
  day: string,
  outcome: 'askedToStop' | 'willTry' | null = null,
) => ({
  ...{ userId, at: `${day}T09:00:00Z`, outcome },
});

describe('somebody is reached out to', () => {
  const now = new Date('2026-11-26T09:00:00Z');
  const refused = (reason: string) => ({ allowed: false, reason });

  test('once in two weeks at most', () => {
    const reach = (day: string) => canReachOut('carol', [reached('carol', day)], new Set(), now);
    expect(reach('2026-11-12')).toEqual({ allowed: true });
    expect(reach('2026-11-13')).toEqual(refused('reachedOutRecently'));
    expect(canReachOut('carol', [reached('ben', '2026-11-25')], new Set(), now)).toEqual({
      allowed: true,
    });
  });

  test('not at all once they opted out', () => {
    expect(canReachOut('carol', [], new Set(['carol']), now)).toEqual(refused('optedOut'));
  });
});

test('somebody opts out by their own word or by asking a champion to stop, and can come back', () => {
  const said = (userId: string, optedOut: boolean, day: string) => ({
    ...{ userId, optedOut, at: `${day}T09:00:00Z` },
  });
  const choices = [
    said('anna', true, '2026-11-01'),
    said('ben', true, '2026-11-01'),
    said('ben', false, '2026-11-02'),
    said('carol', false, '2026-11-05'),
    said('dave', false, '2026-11-01'),
  ];
  const outreaches = [
    reached('carol', '2026-11-03', 'askedToStop'),
    reached('dave', '2026-11-03', 'askedToStop'),
    reached('eve', '2026-11-03', 'willTry'),
  ];
  expect(optedOutPeople(choices, outreaches)).toEqual(new Set(['anna', 'dave']));
});

describe('somebody came back', () => {
  const backs = (outreaches: readonly ReturnType<typeof reached>[], ...uses: string[]) =>
    comeBacksOf(
      outreaches,
      new Map([['carol', uses.map((use) => new Date(use))]]),
      'Europe/Berlin',
    );

  test('on the day they first used something within four weeks after', () => {
    const outreaches = [reached('carol', '2026-11-02')];
    expect(
      backs(outreaches, '2026-11-01T09:00:00Z', '2026-11-09T23:30:00Z', '2026-11-20T09:00:00Z'),
    ).toEqual([{ userId: 'carol', outreachOn: '2026-11-02', backOn: '2026-11-10' }]);
    expect(backs(outreaches, '2026-11-30T09:00:00Z')).toHaveLength(1);
    expect(backs(outreaches, '2026-11-30T09:00:01Z')).toEqual([]);
    expect(backs(outreaches)).toEqual([]);
  });

  test('after the last outreach before it, and after none twice', () => {
    const outreaches = [reached('carol', '2026-11-02'), reached('carol', '2026-11-16')];
    expect(backs(outreaches, '2026-11-17T09:00:00Z')).toEqual([
      { userId: 'carol', outreachOn: '2026-11-16', backOn: '2026-11-17' },
    ]);
    expect(backs(outreaches, '2026-11-03T09:00:00Z', '2026-11-17T09:00:00Z')).toHaveLength(2);
  });

  test('nobody else did', () => {
    expect(backs([reached('ben', '2026-11-02')], '2026-11-03T09:00:00Z')).toEqual([]);
  });
});
