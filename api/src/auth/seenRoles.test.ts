import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestProduct, people, type TestProduct } from '../../local-tenant/testProduct';

let it: TestProduct;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-26T09:00:00Z');
  it = await createTestProduct({ now: () => new Date(now) });
});
afterEach(() => it.close());

const standingOf = (userId: string) => it.product.app.seenRoles.standingOf(userId, 'Champion');
const minute = 60_000;

/** Opens Last Mile with a token that was issued just now. */
async function open(name: keyof typeof people, roles?: readonly string[]) {
  const token = await it.token(name, roles && { roles: [...roles] });
  expect((await it.ask({ token }, '/api/me')).status).toBe(200);
  return token;
}

describe('a role', () => {
  test('is known of whoever has opened Last Mile with it', async () => {
    expect(await standingOf(people.alice)).toBe('neverSeen');
    await open('alice');
    expect(await standingOf(people.alice)).toBe('held');
    expect(await standingOf(people.bob)).toBe('neverSeen');
  });

  test('is lost with the first token that does not say it, and an older token does not bring it back', async () => {
    const older = await open('alice');
    now += minute;
    await open('alice', []);
    expect(await standingOf(people.alice)).toBe('lost');
    now += 6 * minute;
    await it.ask({ token: older }, '/api/me');
    expect(await standingOf(people.alice)).toBe('lost');
    await open('alice');
    expect(await standingOf(people.alice)).toBe('held');
  });

  test('is of no use to a closed account', async () => {
    await open('alice');
    const alice = it.tenant.directory.user(people.alice)!;
    it.tenant.directory.addUsers([{ ...alice, accountEnabled: false }]);
    now += 6 * minute;
    expect(await standingOf(people.alice)).toBe('accountClosed');
  });
});

test('people who never had a role are not kept, and nobody by name or object id', async () => {
  await open('carol');
  await open('alice');
  const rows = await it.database.query<{ person: Buffer; roles: string[] }>(
    'SELECT * FROM seen_roles',
  );
  expect(rows).toMatchObject([{ roles: ['Champion'] }]);
  expect(rows[0]!.person).toHaveLength(32);
});

test('what is no news is not written again', async () => {
  await open('alice');
  const [before] = await it.database.query('SELECT issued_at FROM seen_roles');
  now += 10 * minute;
  await open('alice');
  const another = await it.another();
  const token = await it.token('alice');
  await another.app.http.request('/api/me', { headers: { Authorization: `Bearer ${token}` } });
  expect(await it.database.query('SELECT issued_at FROM seen_roles')).toEqual([before]);
});
