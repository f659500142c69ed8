import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../db/database';
import { createDashboard } from '../dashboard';
import {
  event,
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
  await firm.dashboard();
});
afterEach(() => firm.close());

const five = [4, 5, 6, 7, 8].map(person);

const sendLate = async (userIds: readonly string[]) => {
  for (const userId of userIds) await firm.send(userId, event());
};

/** The dashboard as an instance sees it that just started, and how much it had to decide for that. */
async function lookAnew() {
  let decided = 0;
  const on: Database = {
    ...firm.database,
    transaction(work) {
      decided += 1;
      return firm.database.transaction(work);
    },
  };
  const look = createDashboard(firm.dependenciesOn(on, firm.usageVersion));
  const answer = await look(firm.programme, now);
  return { decided, active: weekOf(answer, '2026-W47')?.active };
}

const nobody = { state: 'known', n: 0, of: 30 };
const allFive = { state: 'known', n: 5, of: 30 };

test('what came late is decided on by who looks first, whichever instance took it', async () => {
  await sendLate(five);
  expect(await lookAnew()).toEqual({ decided: 1, active: allFive });
  expect(await lookAnew()).toEqual({ decided: 0, active: allFive });
});

test('what waits for company is not decided on again until something else comes late', async () => {
  await sendLate(five.slice(0, 4));
  expect(await lookAnew()).toEqual({ decided: 1, active: nobody });
  expect(await lookAnew()).toEqual({ decided: 0, active: nobody });
  await sendLate(five.slice(4));
  expect(await lookAnew()).toEqual({ decided: 1, active: allFive });
});

test('what waits is decided on again once other people are members', async () => {
  await sendLate(five.slice(0, 4));
  await lookAnew();
  // They had left before that week was over: what they did in it tells nothing of anybody who is shown.
  const others = people.filter((userId) => !five.includes(userId));
  await firm.membership.replace(
    firm.programme.clientKey,
    others.map((userId) => ({ userId, department: 'Audit', jobFamily: null })),
    '2026-11-16',
  );
  expect(await lookAnew()).toEqual({ decided: 1, active: { state: 'known', n: 0, of: 25 } });
  expect(await firm.database.query("SELECT FROM held_fact WHERE fact = 'usage_event'")).toEqual([]);
});
