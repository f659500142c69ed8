import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { usualCalendar, workListResponse } from '@last-mile/shared/programme';
import { createTestProduct, people, type TestProduct } from '../../../../local-tenant/testProduct';

let now: Date;
let it: TestProduct;

/** The programme begins on Monday, 2 November. */
beforeEach(async () => {
  now = new Date('2026-11-02T08:00:00Z');
  it = await createTestProduct({ now: () => now });
});
afterEach(() => it.close());

/** As a deputy reads it: what deputies do is no word of the owner's. */
async function ownerOn(day: string) {
  now = new Date(`${day}T08:00:00Z`);
  const response = await it.ask('bob', '/api/programme/week');
  return workListResponse.parse(await response.json()).owner;
}

const writeDown = (name: 'alice' | 'bob', week: string) =>
  it.ask(name, '/api/programme/effort', {
    ...{ eTag: null, week, hours: 1, spend: 0, note: null },
  });

const present = { state: 'present', since: null };

describe('an owner', () => {
  test('is silent after two weeks of working days without an act, and present with one', async () => {
    expect(await ownerOn('2026-11-13')).toEqual(present);
    expect(await ownerOn('2026-11-16')).toEqual({ state: 'silent', since: '2026-11-02' });
    expect((await writeDown('bob', '2026-11-02')).status).toBe(200);
    expect(await ownerOn('2026-11-16')).toMatchObject({ state: 'silent' });
    expect((await writeDown('alice', '2026-11-09')).status).toBe(200);
    expect(await ownerOn('2026-11-16')).toEqual(present);
    expect(await ownerOn('2026-11-27')).toEqual(present);
    expect(await ownerOn('2026-11-30')).toEqual({ state: 'silent', since: '2026-11-16' });
  });

  test('is not silent because of holidays', async () => {
    const read = await it.ask('bob', '/api/programme/working-calendar');
    const calendar = (await read.json()) as object;
    const saved = await it.ask('bob', '/api/programme/working-calendar', {
      ...calendar,
      ...{ workingDays: usualCalendar.workingDays },
      holidays: [{ day: '2026-11-11', name: null }],
    });
    expect(saved.status).toBe(200);
    expect(await ownerOn('2026-11-16')).toEqual(present);
    expect(await ownerOn('2026-11-17')).toMatchObject({ state: 'silent' });
  });

  test('is gone with their account', async () => {
    const alice = it.tenant.directory.user(people.alice)!;
    it.tenant.directory.addUsers([{ ...alice, accountEnabled: false }]);
    expect(await ownerOn('2026-11-03')).toEqual({ state: 'gone', since: null });
  });

  test('is gone once their token does not have the role any more', async () => {
    await it.ask('alice', '/api/me');
    expect(await ownerOn('2026-11-03')).toEqual(present);
    await it.ask({ token: await it.token('alice', { roles: [] }) }, '/api/me');
    expect(await ownerOn('2026-11-03')).toEqual({ state: 'gone', since: null });
  });
});
