import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryResponse, starterResponse } from '@last-mile/shared/library';
import { createTestProduct, people, type TestProduct } from '../../../../local-tenant/testProduct';
import { starterLibrary } from './starterLibrary';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const path = '/api/library/starter';

async function take(...families: string[]) {
  const response = await it.ask('alice', path, { families });
  expect(response.status).toBe(200);
  return starterResponse.parse(await response.json());
}

async function titled(title: string) {
  await it.settle();
  const response = await it.ask('bob', `/api/library?q=${encodeURIComponent(title)}`);
  const { items } = libraryResponse.parse(await response.json());
  return items.find(({ content }) => content.title === title);
}

const forFamily = (family: string) =>
  starterLibrary.filter(
    ({ content: { jobFamilies } }) => jobFamilies.length === 0 || jobFamilies.includes(family),
  ).length;

test('the starter library comes on request, as drafts, and never twice', async () => {
  expect(await titled('Request for documents')).toBeUndefined();
  const finance = forFamily('people-finance');
  expect(await take('people-finance')).toEqual({ added: finance, known: 0 });
  expect(await take('people-finance')).toEqual({ added: 0, known: finance });
  expect(await titled('Request for documents')).toBeUndefined();
  const rest = starterLibrary.length - finance;
  expect(
    await take('client-advisory', 'account-management', 'operations-delivery', 'people-finance'),
  ).toEqual({ added: rest, known: finance });
  expect(await titled('Request for documents')).toMatchObject({
    status: 'draft',
    importedBy: people.alice,
    provenance: { origin: 'starter', sessionKey: null },
    // The programme of the test has none of the families it was written for.
    content: { jobFamilies: [], language: 'en-GB' },
  });
});

test('whoever took it does not publish it; another champion does', async () => {
  await take('client-advisory');
  const item = await titled('Everything has arrived');
  const publish = (who: 'alice' | 'bob') =>
    it.ask(who, `/api/library/${item!.clientKey}/publication`, { eTag: item!.eTag });
  expect(await (await publish('alice')).json()).toMatchObject({ code: 'importerCannotPublish' });
  expect((await publish('bob')).status).toBe(200);
});

test('a job family that it was not written for is named, and nothing is taken', async () => {
  const response = await it.ask('alice', path, { families: ['audit'] });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ issues: [{ path: 'families.0' }] });
});
