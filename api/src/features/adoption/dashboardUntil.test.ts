import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dashboardResponse } from '@last-mile/shared/adoption';
import {
  event,
  openFirmOfThirty,
  people,
  person,
  programmeOf,
  type FirmOfThirty,
} from './firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('the dashboard as it stood at the end of a week', () => {
  const asked = (until: string) =>
    firm.appFor(person(0), ['Champion']).request(`/api/adoption/dashboard?until=${until}`);

  test('ends with that week, and is otherwise what it says today', async () => {
    for (const index of [3, 4, 20])
      await firm.send(person(index), event({ at: '2026-11-03T09:00:00Z' }));
    await firm.send(person(5), event({ at: '2026-11-10T09:00:00Z' }));
    const today = await firm.dashboard();
    const then = dashboardResponse.parse(await (await asked('2026-W45')).json());
    expect(then.weeks).toEqual(today.weeks.slice(0, 3));
    expect(then.departments.map(({ active }) => active)).toEqual(
      today.departments.map(({ active }) => active.slice(0, 3)),
    );
    expect(then.retention).toEqual([{ startsOn: '2026-11-02', active: [{ state: 'hidden' }] }]);
    expect(then.draftingTime.weekly).toHaveLength(3);
    expect(then.library).toEqual(today.library);
    expect(await firm.dashboard()).toEqual(today);
  });

  test.each([
    ['2026-45', 'Use a week as 2026-W48.'],
    ['2025-W53', 'This year has no such week.'],
    ['2026-W47', 'Ask for a closed week from 2026-W43 to 2026-W46.'],
    ['2026-W42', 'Ask for a closed week from 2026-W43 to 2026-W46.'],
    ['2027-W01', 'Ask for a closed week from 2026-W43 to 2026-W46.'],
  ])('is refused for %s: %s', async (until, message) => {
    const response = await asked(until);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issues: [{ path: 'until', message }] });
  });

  test('is refused while no week is closed', async () => {
    firm.programme = programmeOf(randomUUID());
    const members = people.map((userId) => ({ userId, department: 'Audit', jobFamily: null }));
    await firm.membership.replace(firm.programme.clientKey, members, '2026-11-23');
    expect(await (await asked('2026-W46')).json()).toMatchObject({
      issues: [{ path: 'until', message: 'No week is closed yet.' }],
    });
  });

  test('takes no other question', async () => {
    expect((await asked('2026-W46&department=Tax')).status).toBe(400);
    expect((await asked('2026-W46&until=2026-W45')).status).toBe(400);
  });
});
