import { afterAll, beforeAll, expect, test } from 'vitest';
import { librarySettingsResponse, type LibrarySettingsResponse } from '@last-mile/shared/programme';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';

const path = '/api/programme/library';
const second = '00000000-0000-4000-8000-000000000102';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

async function read(name: 'alice' | 'erin' = 'alice'): Promise<LibrarySettingsResponse> {
  const response = await it.ask(name, path);
  expect(response.status).toBe(200);
  return librarySettingsResponse.parse(await response.json());
}

async function save(wanted: Partial<LibrarySettingsResponse>, name: 'alice' | 'erin' = 'alice') {
  const { eTag, reviewAfterDays, sharesLibrary, librariesFrom } = {
    ...(await read(name)),
    ...wanted,
  };
  return it.ask(name, path, { eTag, reviewAfterDays, sharesLibrary, librariesFrom });
}

test('a programme reviews after ninety days, shares nothing and takes nothing until it is told to', async () => {
  expect(await read()).toEqual({
    eTag: expect.any(String) as string,
    reviewAfterDays: 90,
    sharesLibrary: false,
    librariesFrom: [],
    tagNames: [],
    others: [],
  });
});

test('only a library that its own champion shares can be taken', async () => {
  const refused = await save({ librariesFrom: [second] });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    issues: [{ path: 'librariesFrom.0', message: 'This programme shares no library.' }],
  });
  expect((await save({ sharesLibrary: true }, 'erin')).status).toBe(200);
  expect((await read()).others).toEqual([{ clientKey: second, name: 'Another one', shared: true }]);
  expect((await save({ librariesFrom: [second.toUpperCase(), second] })).status).toBe(200);
  expect((await read()).librariesFrom).toEqual([second]);
});

test('a programme does not take its own', async () => {
  await save({ sharesLibrary: true });
  expect((await save({ librariesFrom: [it.programme.clientKey] })).status).toBe(400);
});

test('what is shared no more is still named where it was taken, so that it can be let go', async () => {
  await save({ sharesLibrary: true }, 'erin');
  await save({ librariesFrom: [second] });
  await save({ sharesLibrary: false }, 'erin');
  expect((await read()).others).toEqual([
    { clientKey: second, name: 'Another one', shared: false },
  ]);
  expect((await save({ librariesFrom: [] })).status).toBe(200);
  expect((await read()).others).toEqual([]);
});

test('who changed it is remembered, and what they chose', async () => {
  await save({ reviewAfterDays: 60 });
  const [audited] = await it.database.query(
    `SELECT actor_id AS actor, details FROM audit_trail
      WHERE action = 'programme.librarySettingsSaved' AND subject = $1 ORDER BY at DESC LIMIT 1`,
    [it.programme.clientKey],
  );
  expect(audited).toEqual({
    actor: people.alice,
    details: { reviewAfterDays: 60, sharesLibrary: true, librariesFrom: '', tagNames: 0 },
  });
});

test('a period under a month or over a year is refused, and what somebody else saved is not overwritten', async () => {
  expect((await save({ reviewAfterDays: 29 })).status).toBe(400);
  expect((await save({ reviewAfterDays: 366 })).status).toBe(400);
  const { eTag } = await read();
  expect((await save({ reviewAfterDays: 120 })).status).toBe(200);
  const late = await save({ eTag, reviewAfterDays: 45 });
  expect(late.status).toBe(412);
  const { current } = (await late.json()) as { current: unknown };
  expect(librarySettingsResponse.parse(current).reviewAfterDays).toBe(120);
});
