import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../db/database';
import { createDashboard } from '../dashboard';
import { createEventIntake } from '../facts/eventIntake';
import {
  event,
  now,
  openFirmOfThirty,
  people,
  person,
  tenantId,
  weekOf,
  type FirmOfThirty,
} from '../firmOfThirty';
import { createLetInAhead } from './letInAhead';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
  await firm.dashboard();
});
afterEach(() => firm.close());

const five = [4, 5, 6, 7, 8].map(person);

/** What came late of these people, committed by an instance that says nothing of it. */
const commit = (userIds: readonly string[]) =>
  firm.usage.record(
    userIds.map((userId) => ({
      person: { tenantId, userId },
      candidates: [event()],
    })),
    firm.programme.timeZone,
    now,
  );

const aheadOn = (database: Database, errors: unknown[] = []) => {
  const letInAhead = createLetInAhead({
    ...{ database, now: () => now },
    onError: (error) => errors.push(error),
  });
  return () => letInAhead(firm.programme.timeZone);
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
  const answer = await createDashboard(firm.dependenciesOn(on, firm.usageVersion))(
    firm.programme,
    now,
  );
  return { decided, active: weekOf(answer, '2026-W47')?.active };
}

const nobody = { state: 'known', n: 0, of: 30 };
const allFive = { state: 'known', n: 5, of: 30 };

test('whoever looks after late facts were let in has nothing to decide', async () => {
  await commit(five);
  await aheadOn(firm.database)();
  expect(await lookAnew()).toEqual({ decided: 0, active: allFive });
});

test('a device is answered once it is decided that what it sent late has to wait', async () => {
  await firm.send(person(4), event());
  expect(await lookAnew()).toEqual({ decided: 0, active: nobody });
});

test('who sent nothing late does not wait for a decision', async () => {
  const takeIn = createEventIntake(
    firm.usage,
    () => Promise.reject(new Error('nothing is to be decided')),
    () => now,
  );
  const today = event({ at: '2026-11-25T09:00:00Z' });
  const batch = { person: { tenantId, userId: person(4) }, candidates: [today] };
  expect(await takeIn(batch, firm.programme.timeZone)).toEqual({
    ...{ accepted: 1, known: 0, refused: [] },
  });
});

test('what waits for company is let in with the next ones, whichever instance takes them', async () => {
  await commit(five.slice(0, 4));
  await aheadOn(firm.database)();
  expect(await lookAnew()).toEqual({ decided: 0, active: nobody });
  await commit(five.slice(4));
  await Promise.all([aheadOn(firm.database)(), aheadOn(firm.database)()]);
  expect(await lookAnew()).toEqual({ decided: 0, active: allFive });
});

test('what an instance committed that died before it decided shows in the next view', async () => {
  await commit(five);
  expect(await lookAnew()).toEqual({ decided: 1, active: allFive });
  expect(await lookAnew()).toEqual({ decided: 0, active: allFive });
});

test('an event is kept though it cannot be let in, and is let in by who looks next', async () => {
  const errors: unknown[] = [];
  const broken: Database = {
    ...firm.database,
    transaction: () => Promise.reject(new Error('the database restarts')),
  };
  await commit(five);
  await aheadOn(broken, errors)();
  expect(errors).toEqual([new Error('the database restarts')]);
  expect(await lookAnew()).toEqual({ decided: 1, active: allFive });
});

test('what waits is decided again once other people are members', async () => {
  await commit(five.slice(0, 4));
  await aheadOn(firm.database)();
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
