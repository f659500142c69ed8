import { afterAll, beforeAll, expect, test } from 'vitest';
import { meResponse } from '@last-mile/shared/programme';
import { createTestProduct, people, type TestProduct } from '../local-tenant/testProduct';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

test('anyone can ask whether the API is well', async () => {
  const response = await it.ask(null, '/api/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('a member is told who they are and what they are in which programme', async () => {
  const me = meResponse.parse(await (await it.ask('carol', '/api/me')).json());
  expect(me).toEqual({
    userId: people.carol,
    displayName: 'Carol Example',
    roles: [],
    programme: it.programme,
    standing: 'member',
    jobFamily: 'audit',
    sampleData: false,
  });
});

test('owner, deputy and sponsor are told their standing', async () => {
  const standing = async (name: 'alice' | 'bob' | 'dora') =>
    meResponse.parse(await (await it.ask(name, '/api/me')).json()).standing;
  expect(await standing('alice')).toBe('owner');
  expect(await standing('bob')).toBe('deputy');
  expect(await standing('dora')).toBe('sponsor');
});

test('a person in no programme is told so', async () => {
  const me = meResponse.parse(await (await it.ask('frank', '/api/me')).json());
  expect(me.programme).toBeNull();
  const library = await it.ask('frank', '/api/library');
  expect(library.status).toBe(403);
  expect(await library.json()).toMatchObject({ code: 'noProgramme' });
});
