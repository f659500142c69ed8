import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FeedbackRequest } from '@last-mile/shared/feedback';
import { laterContent } from '@last-mile/shared/library';
import {
  createTestProduct,
  people,
  testConfig,
  type PersonName,
  type TestProduct,
} from '../local-tenant/testProduct';
import type { AppConfig } from './config';
import { createTestDatabase } from './db/testDatabase';
import { createLog } from './http/log';
import { createProduct, type Product } from './product';
import { rollSecret, rolledDigests, WrongSecret } from './rollSecret';

let it: TestProduct;
const later: Product[] = [];
const next = 'the next secret for tests, 32 characters or more';
const rolled: AppConfig = { ...testConfig(), previousSecrets: [testConfig().secret], secret: next };

beforeEach(async () => {
  it = await createTestProduct({ switches: { enforceLimits: false } });
  await rollSecret(it.database, testConfig());
  await it.product.members.run();
});
afterEach(async () => {
  await Promise.all(later.splice(0).map((product) => product.stop()));
  await it.close();
});

/** Stops what runs, rolls the secret and starts again with it. */
async function startWith(config: AppConfig): Promise<Product> {
  await it.product.stop();
  await it.product.handBack();
  await rollSecret(it.database, config);
  const product = await createProduct({
    ...{ config, database: it.database, log: createLog('silent') },
    send: (request) => it.tenant.send(request),
  });
  later.push(product);
  return product;
}

async function ask(product: Product, name: PersonName, path: string, body?: unknown) {
  const headers = {
    Authorization: `Bearer ${await it.token(name)}`,
    'Content-Type': 'application/json',
  };
  const init =
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await product.app.http.request(path, init);
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true);
  return answer.json() as Promise<Record<string, unknown>>;
}

const flag = (clientKey: string): FeedbackRequest => ({
  ...{ clientKey, kind: 'flag', reason: 'wrong', reachedClient: false, named: false },
  ...{ about: { type: 'tool' }, text: 'The fee is last year’s.', surface: 'teams' },
});

const draft = (clientKey: string) => ({
  clientKey,
  content: {
    ...{ kind: 'prompt', title: 'Sum up', purpose: '', body: 'Sum {{it}} up.', subject: null },
    ...{ jobFamilies: [], taskKey: null, assistant: 'Copilot Chat', language: 'en-GB', tags: [] },
    ...{ checkBeforeTrusting: '', ...laterContent },
  },
});

const used = (itemKey: string) => ({
  events: [
    {
      ...{ clientKey: randomUUID(), kind: 'promptCopied', at: new Date().toISOString() },
      ...{ itemKey, version: 1, surface: 'teams' },
    },
  ],
});

test('what was approved, marked, used and reported before the secret was rolled is still everybody’s own', async () => {
  const { product } = it;
  const [itemKey, feedbackKey] = [randomUUID(), randomUUID()];
  await ask(product, 'carol', '/api/library/drafts', draft(itemKey));
  await it.settle();
  const { eTag } = await ask(product, 'bob', `/api/library/${itemKey}`);
  await ask(product, 'bob', `/api/library/${itemKey}/publication`, { eTag });
  await ask(product, 'carol', `/api/library/${itemKey}/favourite`, { favourite: true });
  await ask(product, 'carol', '/api/events', used(itemKey));
  await ask(product, 'carol', '/api/feedback', flag(feedbackKey));
  await it.settle();
  const seen = async (from: Product) => ({
    item: await ask(from, 'carol', `/api/library/${itemKey}`),
    shelves: await ask(from, 'carol', '/api/library/shelves'),
    own: (await ask(from, 'carol', '/api/feedback/mine'))['items'],
  });
  const before = await seen(product);
  expect(JSON.stringify(before.shelves)).toContain(itemKey);
  expect(JSON.stringify(before.own)).toContain(feedbackKey);

  const after = await startWith(rolled);
  expect(await seen(after)).toEqual(before);
  // And somebody who goes on is not taken for a new person.
  await ask(after, 'carol', '/api/events', used(itemKey));
  expect(
    await it.database.query(
      `SELECT count(*)::int AS uses, count(DISTINCT subject_id)::int AS people FROM usage_event`,
    ),
  ).toEqual([{ uses: 2, people: 1 }]);
});

test('who was told of an answer is not told again', async () => {
  const { product } = it;
  const clientKey = randomUUID();
  await ask(product, 'carol', '/api/feedback', flag(clientKey));
  await it.settle();
  const { item } = (await ask(product, 'alice', `/api/feedback/${clientKey}`)) as {
    item: { eTag: string };
  };
  await ask(product, 'alice', `/api/feedback/${clientKey}/triage`, {
    eTag: item.eTag,
    act: { do: 'takeUp', note: null },
  });
  await it.settle();
  await product.notices?.run();
  const told = () => it.tenant.notifications(people.carol).map(({ activityType }) => activityType);
  expect(told()).toEqual(['feedbackAnswered']);

  const after = await startWith(rolled);
  expect(await after.notices?.run()).toBe(true);
  expect(told()).toEqual(['feedbackAnswered']);
});

test('no digest that the earlier secret can make is left', async () => {
  await ask(it.product, 'carol', '/api/feedback', flag(randomUUID()));
  await ask(it.product, 'bob', '/api/events', used(randomUUID()));
  const digests = async () => {
    const found = await Promise.all(
      rolledDigests.map(([table, column]) =>
        it.database.query<{ digest: Buffer }>(
          `SELECT ${column} AS digest FROM ${table} WHERE ${column} IS NOT NULL`,
        ),
      ),
    );
    return found.flat().map(({ digest }) => digest.toString('hex'));
  };
  const before = await digests();
  expect(before.length).toBeGreaterThan(3);
  await startWith(rolled);
  const after = await digests();
  expect(after).toHaveLength(before.length);
  expect(after.filter((digest) => before.includes(digest))).toEqual([]);
});

test('a start with another secret, or without one that it had, is refused and changes nothing', async () => {
  await expect(rollSecret(it.database, { ...testConfig(), secret: next })).rejects.toThrow(
    WrongSecret,
  );
  await it.product.stop();
  expect(await rollSecret(it.database, rolled)).toBe(1);
  expect(await rollSecret(it.database, rolled)).toBe(0);
  await expect(rollSecret(it.database, testConfig())).rejects.toThrow(WrongSecret);
  await expect(rollSecret(it.database, { ...rolled, previousSecrets: [] })).rejects.toThrow(
    WrongSecret,
  );
});

test('the secret is not rolled while an instance works with the earlier one', async () => {
  await expect(rollSecret(it.database, rolled)).rejects.toThrow('Another instance');
});

test('every digest of a person is rolled with the secret', async () => {
  const database = await createTestDatabase();
  try {
    const columns = await database.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`,
    );
    const known = rolledDigests.map(([table, column]) => `${table}.${column}`);
    // Of contents and seals, which hold nobody; and of coaching, whose list in SharePoint has them too.
    const others = [
      ...['feedback_receipt', 'feedback_answer', 'case_receipt', 'library_origin'].map(
        (table) => `${table}.content_digest`,
      ),
      ...['library_seal.seal', 'coaching_choice.person', 'coaching_turn.person'],
    ];
    expect(
      columns
        .map(({ name }) => name)
        .filter((name) => !known.includes(name))
        .sort(),
    ).toEqual(others.sort());
  } finally {
    await database.end();
  }
});
