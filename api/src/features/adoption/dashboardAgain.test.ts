import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/database';
import { createDashboard } from './dashboard';
import { createUsageVersion } from './facts/usageVersion';
import {
  event,
  now,
  openFirmOfThirty,
  people,
  person,
  weekOf,
  type FirmOfThirty,
} from './firmOfThirty';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe('a dashboard looked at again', () => {
  const lastWeek = '2026-W47';

  /** Counts what is asked of the firm.database. */
  function counting() {
    const counted = { statements: 0 };
    const on: Database = {
      ...firm.database,
      query: (...asked) => {
        counted.statements += 1;
        return firm.database.query(...asked);
      },
    };
    return { counted, on };
  }

  test('asks the database nothing while nothing changed', async () => {
    const { counted, on } = counting();
    const look = createDashboard(firm.dependenciesOn(on, firm.usageVersion));
    const statementsOf = async (at: Date) => {
      const before = counted.statements;
      const answer = await look(firm.programme, at);
      return { statements: counted.statements - before, answer };
    };
    const first = await statementsOf(now);
    expect(first.statements).toBeGreaterThan(0);
    // The notification of what went before may still be on its way.
    await expect.poll(async () => (await statementsOf(now)).statements).toBe(0);
    const later = new Date(now.getTime() + 60_000);
    expect(await statementsOf(later)).toEqual({
      statements: 0,
      answer: { ...first.answer, asOf: later.toISOString() },
    });
  });

  test('shows a new event and new feedback at once', async () => {
    const { open } = (await firm.dashboard()).feedback;
    for (const index of [4, 5, 6, 7]) await firm.send(person(index), event());
    expect(weekOf(await firm.dashboard(), lastWeek)?.active).toMatchObject({ n: 0, of: 30 });
    await firm.send(person(8), event());
    firm.known.version += 1;
    const again = await firm.dashboard();
    expect(weekOf(again, lastWeek)?.active).toMatchObject({ n: 5, of: 30 });
    expect(again.feedback.open).toBe(open + 1);
    expect(again.library.published).toBe(5);
  });

  test('shows changed settings of the programme at once', async () => {
    await firm.dashboard();
    firm.programme = { ...firm.programme, startsOn: '2026-11-16' };
    expect(weekOf(await firm.dashboard(), '2026-W46')?.phase).toBe('before');
  });

  test('is another one the next day', async () => {
    expect(weekOf(await firm.view(firm.programme, now), lastWeek)?.state).toBe('provisional');
    const thursday = new Date('2026-11-26T12:00:00Z');
    expect(weekOf(await firm.view(firm.programme, thursday), lastWeek)?.state).toBe('closed');
  });

  test('on another instance shows events and members as soon as it is told', async () => {
    const elsewhere = await createUsageVersion(firm.database);
    const look = createDashboard(firm.dependenciesOn(firm.database, elsewhere));
    const active = async () => weekOf(await look(firm.programme, now), lastWeek)?.active;
    expect(await active()).toMatchObject({ n: 0, of: 30 });
    for (const index of [6, 7, 8, 9, 10]) await firm.send(person(index), event());
    await expect.poll(active).toMatchObject({ n: 5, of: 30 });
    const fewer = people.slice(0, 25).map((userId) => ({
      userId,
      department: 'Audit',
      jobFamily: null,
    }));
    await firm.membership.replace(firm.programme.clientKey, fewer, '2026-11-16');
    await expect.poll(active).toMatchObject({ n: 5, of: 25 });
    await elsewhere.close();
  });

  test('is told of nothing by what happens in the running week', async () => {
    const today = { at: '2026-11-25T09:00:00Z', itemKey: randomUUID() };
    await firm.send(person(7), event(today));
    // The notification of that item's first use comes in meanwhile, and none after it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = firm.usageVersion.current();
    await firm.send(person(7), event(today), event(today));
    await firm.send(person(8), event(today));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(firm.usageVersion.current()).toBe(before);
  });
});
