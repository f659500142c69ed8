import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '@last-mile/shared/user';
import {
  departmentIn,
  event,
  inClosedWeek,
  now,
  openFirmOfThirty,
  people,
  person,
  weekOf,
  type FirmOfThirty,
} from '../firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('the dashboard', () => {
  test('counts distinct people of a week that is over, each kind apart', async () => {
    await firm.send(person(3), event(), event({ kind: 'templateInserted' }));
    await firm.send(person(4), event({ kind: 'promptOpened' }));
    expect(weekOf(await firm.dashboard(), '2026-W47')).toEqual({
      week: '2026-W47',
      startsOn: '2026-11-16',
      state: 'provisional',
      phase: 'active',
      active: { state: 'known', n: 2, of: 30 },
      aiUse: { state: 'known', n: 2, of: 30 },
      templateUse: { state: 'known', n: 1, of: 30 },
      surfaces: {
        teams: { state: 'known', n: 2, of: 30 },
        outlook: { state: 'known', n: 0, of: 30 },
        copilot: { state: 'known', n: 0, of: 30 },
      },
      lifecycle: { new: 2, returning: 0, resurrecting: 0, dormant: 0 },
      moved: { joined: { state: 'few' }, left: { state: 'few' } },
      revision: null,
    });
  });

  test('counts late events once five people changed, and then says what a closed week had said', async () => {
    const earlier = { at: '2026-11-11T09:00:00Z' };
    await firm.send(person(3), event(earlier));
    expect(weekOf(await firm.dashboard(), '2026-W46')).toMatchObject({
      ...{ state: 'closed', active: { n: 1 }, lifecycle: { new: 1 }, revision: null },
    });
    for (const index of [4, 5, 6, 7]) await firm.send(person(index), event(earlier));
    // The fifth has acted in that week before: nothing shows of what else they did.
    await firm.send(person(3), event(earlier));
    expect(weekOf(await firm.dashboard(), '2026-W46')).toMatchObject({
      ...{ active: { n: 1 }, lifecycle: { new: 1 }, revision: null },
    });
    await firm.send(person(8), event(earlier));
    expect(weekOf(await firm.dashboard(), '2026-W46')).toMatchObject({
      ...{ active: { n: 6 }, lifecycle: { new: 6 } },
      revision: { changedAt: now.toISOString(), wasActive: { state: 'known', n: 1, of: 30 } },
    });
    expect(weekOf(await firm.dashboard(), '2026-W47')).toMatchObject({ lifecycle: { dormant: 6 } });
  });

  test('lets late events in once five of a department changed, and the others wait', async () => {
    const members = people.map((userId, index) => ({
      ...{ userId, department: index < 15 ? 'Audit' : 'Tax', jobFamily: null },
    }));
    await firm.membership.replace(firm.programme.clientKey, members, '2026-10-19');
    const act = async (...indexes: number[]) => {
      for (const index of indexes) await firm.send(person(index), event(inClosedWeek));
    };
    const shown = async () => {
      const answer = await firm.dashboard();
      return [
        weekOf(answer, '2026-W46')?.active,
        departmentIn(answer, 'Audit', '2026-W46'),
        departmentIn(answer, 'Tax', '2026-W46'),
      ];
    };
    await act(0, 1, 15, 16);
    expect(await shown()).toMatchObject([{ n: 4 }, { n: 2 }, { n: 2 }]);
    await act(2, 3, 17, 18, 19);
    expect(await shown()).toMatchObject([{ n: 4 }, { n: 2 }, { n: 2 }]);
    await act(20, 21);
    expect(await shown()).toMatchObject([{ n: 9 }, { n: 2 }, { n: 7 }]);
    await act(4, 5, 6);
    expect(await shown()).toMatchObject([{ n: 14 }, { n: 7 }, { n: 7 }]);
  });

  test('shows groups once their week is closed: until then many still come late', async () => {
    for (const index of [0, 1, 15, 16, 20]) await firm.send(person(index), event());
    const answer = await firm.dashboard();
    expect(weekOf(answer, '2026-W47')).toMatchObject({ state: 'provisional', active: { n: 5 } });
    expect(departmentIn(answer, 'Audit', '2026-W47')).toEqual({ state: 'notEnoughData' });
    const thursday = await firm.view(firm.programme, new Date('2026-11-26T12:00:00Z'));
    expect(departmentIn(thursday, 'Audit', '2026-W47')).toEqual({ state: 'known', n: 4, of: 20 });
  });

  test('says nothing yet of the running week, rather than a low number', async () => {
    await firm.send(person(3), event({ at: '2026-11-24T09:00:00Z' }));
    expect(weekOf(await firm.dashboard(), '2026-W48')).toMatchObject({
      state: 'running',
      active: { state: 'notEnoughData' },
    });
  });

  test('starts where membership starts, with the weeks before the programme', async () => {
    const { weeks } = await firm.dashboard();
    expect(weeks.map(({ week, phase }) => `${week} ${phase}`)).toEqual([
      '2026-W43 before',
      '2026-W44 before',
      '2026-W45 before',
      '2026-W46 active',
      '2026-W47 active',
      '2026-W48 active',
    ]);
  });

  test('hides a department of four and bands one of six, so that neither figure can be had', async () => {
    for (const index of [0, 1, 2, 20, 21, 26]) await firm.send(person(index), event(inClosedWeek));
    const answer = await firm.dashboard();
    expect(departmentIn(answer, 'Board', '2026-W46')).toEqual({ state: 'hidden' });
    expect(departmentIn(answer, 'Tax', '2026-W46')).toEqual({
      ...{ state: 'band', of: 6, half: 'under' },
    });
    expect(departmentIn(answer, 'Audit', '2026-W46')).toEqual({ state: 'known', n: 3, of: 20 });
  });

  test('keeps hidden what it has hidden, when a late event would allow to show it', async () => {
    // Nobody in Tax and on the Board: what Audit has would say so of each of them.
    for (const index of [0, 1]) await firm.send(person(index), event(inClosedWeek));
    expect(departmentIn(await firm.dashboard(), 'Audit', '2026-W46')).toEqual({ state: 'hidden' });
    for (const index of [20, 21, 22, 23, 24]) await firm.send(person(index), event(inClosedWeek));
    const answer = await firm.dashboard();
    expect(weekOf(answer, '2026-W46')?.active).toMatchObject({ n: 7 });
    expect(departmentIn(answer, 'Tax', '2026-W46')).toMatchObject({ state: 'band', half: 'over' });
    expect(departmentIn(answer, 'Audit', '2026-W46')).toEqual({ state: 'hidden' });
  });

  test('leaves history where it was when someone moves or leaves', async () => {
    await firm.send(person(0), event());
    const before = await firm.dashboard();
    await firm.membership.replace(
      firm.programme.clientKey,
      people.slice(1).map((userId) => ({ userId, department: 'Audit', jobFamily: null })),
      '2026-11-25',
    );
    expect(await firm.dashboard()).toEqual(before);
  });

  test('hands the items that were used to the health of the library', async () => {
    const itemKey = randomUUID();
    await firm.send(person(0), event({ itemKey }), event({ itemKey }));
    expect((await firm.dashboard()).library.published).toBe(1);
  });

  test("is for the programme's champions and for leaders, not for members", async () => {
    const asked = async (userId: string, roles: readonly Role[]) =>
      (await firm.appFor(userId, roles).request('/api/adoption/dashboard')).status;
    expect(await asked(person(0), ['Champion'])).toBe(200);
    expect(await asked(person(1), ['Champion'])).toBe(200);
    expect(await asked(person(9), ['Champion'])).toBe(403);
    expect(await asked(person(2), ['Leader'])).toBe(200);
    expect(await asked(person(9), [])).toBe(403);
  });
});
