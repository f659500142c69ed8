import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  event,
  openFirmOfThirty,
  people,
  person,
  programmeOf,
  type FirmOfThirty,
} from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('habit', () => {
  const tuesdays = ['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10'];
  const on = (day: string, times = 1) =>
    Array.from({ length: times }, () => event({ at: `${day}T09:00:00Z` }));

  test('tells how firmly people use AI over the last four closed weeks', async () => {
    await firm.send(person(3), ...tuesdays.flatMap((day) => on(day, 15)));
    await firm.send(person(4), ...tuesdays.flatMap((day) => on(day)));
    await firm.send(person(5), ...on('2026-11-03', 4));
    await firm.send(person(6), ...on('2026-11-03', 3));
    // In a week that is not closed yet.
    await firm.send(person(7), ...on('2026-11-17', 60));
    expect((await firm.dashboard()).habit).toEqual({
      ...{ state: 'known', weeks: 4, of: 30 },
      ...{ power: 1, habitual: 1, novice: 1, low: 1, none: 26 },
    });
  });

  test('of fewer than ten people is hidden: it would say too much of each', async () => {
    const nine = people.slice(0, 9);
    const members = nine.map((userId) => ({ userId, department: 'Audit', jobFamily: null }));
    await firm.membership.replace(firm.programme.clientKey, members, '2026-10-19');
    expect((await firm.dashboard()).habit).toEqual({ state: 'hidden' });
  });

  test('is not known before four weeks are closed', async () => {
    const members = people.map((userId) => ({ userId, department: 'Audit', jobFamily: null }));
    firm.programme = programmeOf(randomUUID());
    await firm.membership.replace(firm.programme.clientKey, members, '2026-10-26');
    expect((await firm.dashboard()).habit).toEqual({ state: 'notEnoughData' });
  });

  test('counts late actions once five people have some', async () => {
    const low = async () => {
      const { habit } = await firm.dashboard();
      return habit.state === 'known' ? habit.low : null;
    };
    expect(await low()).toBe(0);
    for (const index of [3, 4, 5, 6]) await firm.send(person(index), ...on('2026-11-03'));
    expect(await low()).toBe(0);
    await firm.send(person(7), ...on('2026-11-03'));
    // The view that lets them in is answered with what was known; then it is worked out again.
    await expect.poll(low).toBe(5);
  });
});
