import { describe, expect, test } from 'vitest';
import { canReachOut, comeBacksOf, optedOutPeople, toldOptOuts } from './outreachRules';

const reached = (userId: string, day: string) => ({
  ...{ clientKey: `${userId} ${day}`, userId, at: `${day}T09:00:00Z` },
});

test('somebody is reached out to once in two weeks at most', () => {
  const now = new Date('2026-11-26T09:00:00Z');
  const reach = (day: string) => canReachOut('carol', [reached('carol', day)], now);
  expect(reach('2026-11-12')).toEqual({ allowed: true });
  expect(reach('2026-11-13')).toEqual({ allowed: false, reason: 'reachedOutRecently' });
  expect(canReachOut('carol', [reached('ben', '2026-11-25')], now)).toEqual({ allowed: true });
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
  const answered = (userId: string, outcome: 'askedToStop' | 'willTry') => ({
    ...{ userId, outcome, outcomeAt: '2026-11-03T09:00:00Z' },
  });
  const outreaches = [
    answered('carol', 'askedToStop'),
    answered('dave', 'askedToStop'),
    answered('eve', 'willTry'),
  ];
  expect(optedOutPeople(choices, outreaches)).toEqual(new Set(['anna', 'dave']));
});

test('how many opted out is told where it is seen of nobody', () => {
  expect(toldOptOuts(30, 10, 5)).toBe(5);
  expect(toldOptOuts(30, 10, 4)).toBeNull();
  expect(toldOptOuts(30, 10, 0)).toBeNull();
  expect(toldOptOuts(20, 10, 5)).toBe(5);
  expect(toldOptOuts(20, 11, 5)).toBeNull();
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
    ).toEqual(new Map([['carol 2026-11-02', '2026-11-10']]));
    expect(backs(outreaches, '2026-11-30T09:00:00Z').size).toBe(1);
    expect(backs(outreaches, '2026-11-30T09:00:01Z')).toEqual(new Map());
    expect(backs(outreaches)).toEqual(new Map());
  });

  test('after the last outreach before it, and after none twice', () => {
    const outreaches = [reached('carol', '2026-11-02'), reached('carol', '2026-11-16')];
    expect(backs(outreaches, '2026-11-17T09:00:00Z')).toEqual(
      new Map([['carol 2026-11-16', '2026-11-17']]),
    );
    expect(backs(outreaches, '2026-11-03T09:00:00Z', '2026-11-17T09:00:00Z').size).toBe(2);
  });

  test('nobody else did', () => {
    expect(backs([reached('ben', '2026-11-02')], '2026-11-03T09:00:00Z')).toEqual(new Map());
  });
});
