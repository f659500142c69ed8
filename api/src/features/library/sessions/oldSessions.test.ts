import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownItemsResponse, sessionResponse, sessionsResponse } from '@last-mile/shared/library';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../../local-tenant/testProduct';

const start = '2026-11-23T11:00:00Z';
const clock = { at: new Date(start) };
const dayAfter = (days: number) => new Date(Date.parse(start) + days * 86_400_000);
const path = '/api/build-sessions';
let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct({ now: () => clock.at, switches: { enforceLimits: false } });
});
afterAll(() => it.close());

async function answerTo(name: PersonName, address: string, body?: object): Promise<unknown> {
  const response = await it.ask(name, address, body);
  const answer = (await response.json()) as unknown;
  expect([address, response.status < 300, answer]).toEqual([address, true, answer]);
  return answer;
}

async function openSession(title: string): Promise<string> {
  const clientKey = randomUUID();
  await answerTo('alice', path, { clientKey, title, jobFamily: null });
  return clientKey;
}

async function add(name: PersonName, session: string, title: string): Promise<string> {
  const clientKey = randomUUID();
  const entry = { clientKey, kind: 'prompt', title, body: `What ${title} says.`, purpose: '' };
  await answerTo(name, `${path}/${session}/entries`, { ...entry, taskKey: null });
  return clientKey;
}

const sessions = async () =>
  sessionsResponse
    .parse(await answerTo('carol', path))
    .sessions.map(({ title, goesOn }) => [title, goesOn]);

const own = async (name: PersonName) =>
  ownItemsResponse
    .parse(await answerTo(name, '/api/library/own'))
    .items.map(({ clientKey, status, content }) => [clientKey, status, content.body]);

async function runOn(days: number): Promise<void> {
  clock.at = dayAfter(days);
  await it.product.retention.run();
  await it.settle();
}

test('a session in which nothing is done for a year goes, and nobody loses what they wrote', async () => {
  const old = await openSession('Old');
  const busy = await openSession('Busy');
  const drafted = await add('carol', old, 'drafted');
  const left = await add('carol', old, 'left');
  const ofBob = await add('bob', old, 'ofBob');
  const erased = await add('carol', old, 'erased');
  await answerTo('bob', `${path}/${old}/entries/${left}/vote`, { vote: true });
  await answerTo('alice', `${path}/${old}/drafts`, { entries: [drafted] });
  await it.database.query('UPDATE build_entry SET author_id = $1 WHERE entry_key = $2', [
    ...['00000000-0000-0000-0000-000000000000', erased],
  ]);
  expect(await sessions()).toEqual([
    ['Old', null],
    ['Busy', null],
  ]);

  clock.at = dayAfter(200);
  await add('carol', busy, 'later');
  await runOn(306);
  const day = dayAfter(365).toISOString().slice(0, 10);
  expect(await sessions()).toEqual([
    ['Old', day],
    ['Busy', null],
  ]);
  const room = sessionResponse.parse(await answerTo('carol', `${path}/${old}`));
  expect(room.session.goesOn).toBe(day);

  await runOn(366);
  expect(await sessions()).toEqual([['Busy', null]]);
  expect((await it.ask('carol', `${path}/${old}`)).status).toBe(404);
  const text = async (table: string) =>
    (await it.database.query(`SELECT row::text AS text FROM ${table} AS row`)).length;
  expect([await text('build_entry'), await text('build_vote')]).toEqual([1, 0]);
  expect(await own('bob')).toEqual([[ofBob, 'draft', 'What ofBob says.']]);
  expect(await own('carol')).toContainEqual([left, 'draft', 'What left says.']);
  expect((await own('carol')).map(([key]) => key)).not.toContain(erased);
  const trail = await it.database.query(
    `SELECT actor_id AS "actorId", subject, details FROM audit_trail
      WHERE action = 'library.sessionEnded'`,
  );
  expect(trail).toEqual([{ actorId: 'last-mile', subject: old, details: { entries: 2 } }]);
  const [item] = (await it.product.lists.stores.Library.all()).filter(
    ({ clientKey }) => clientKey === ofBob,
  );
  expect(item?.fields['AuthorId']).toBe(people.bob);
});
