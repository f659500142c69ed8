import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaseStage, type CaseStage } from '../../local-tenant/testing/caseStage';
import { goodRequests, unknownKey } from '../../local-tenant/testing/goodRequests';
import { addressOfThing, makeOneOfEach } from '../../local-tenant/testing/oneOfEach';
import { people, type PersonName } from '../../local-tenant/testProduct';
import { routes } from '../routes';
import type { RouteAccess } from './routeAccess';

let keys: Awaited<ReturnType<typeof makeOneOfEach>>;
let stage: CaseStage;

beforeAll(async () => {
  stage = await createCaseStage();
  keys = await makeOneOfEach(stage);
}, 60_000);
afterAll(() => stage.it.close());

/** Every route about one thing, by its key in the address. */
const keyed = routes.filter(({ path }) => path.includes('/:'));

/** Whose own address they are about somebody else's library, which is shared on purpose or not at all. */
const lenders = keyed.filter(({ path }) => path.startsWith('/api/library/lenders/'));

const tried = keyed.filter((route) => !lenders.includes(route));
const nameOf = ({ method, path }: RouteAccess) => `${method} ${path}`;

const addressOf = ({ path }: RouteAccess) => addressOfThing(path, keys);

/** A good request, about the things of this test where its words name one. */
function bodyOf({ method, path }: RouteAccess, as: PersonName): unknown {
  if (method === 'GET') return undefined;
  if (path === '/api/library/:clientKey/owner') return { eTag: '"x"', ownerId: people[as] };
  if (path === '/api/build-sessions/:clientKey/drafts') return { entries: [keys.entryKey] };
  return goodRequests[path]?.();
}

const ask = (route: RouteAccess, as: PersonName) => {
  const query = route.path.endsWith('/paragraphs') ? '?version=1' : '';
  return stage.it.ask(as, `${addressOf(route)}${query}`, bodyOf(route, as));
};

/** All that the lists hold, in their order. */
async function everything() {
  const stores = Object.entries(stage.it.product.lists.stores);
  const lists = await Promise.all(
    stores.map(async ([name, store]) => [name, await store.all()] as const),
  );
  return JSON.stringify(lists);
}

test('nothing of another programme is read, changed or told apart from nothing, by any route', async () => {
  const before = await everything();
  const answers = [];
  for (const route of tried) {
    const response = await ask(route, 'erin');
    answers.push([
      nameOf(route),
      response.status,
      ((await response.json()) as { code: string }).code,
    ]);
  }
  const otherwise: Readonly<Record<string, readonly unknown[]>> = {
    // A champion who asks to publish is told whose it is not, which whoever has its key may know.
    'POST /api/library/:clientKey/publication': [403, 'notYourProgramme'],
    // Counts are of the caller's own programme, whatever the key.
    'GET /api/adoption/items/:clientKey/paragraphs': [200, undefined],
  };
  expect(answers).toEqual(
    tried.map((route) => [nameOf(route), ...(otherwise[nameOf(route)] ?? [404, 'notFound'])]),
  );
  await stage.it.settle();
  expect(await everything()).toBe(before);
});

test('counts by paragraph of another programme are those of an item that is not there', async () => {
  const path = '/api/adoption/items/';
  const [theirs, nobodys] = await Promise.all(
    [keys[path] ?? '', unknownKey].map(async (key) =>
      (await stage.it.ask('erin', `${path}${key}/paragraphs?version=1`)).text(),
    ),
  );
  expect(theirs).toEqual(nobodys);
});

test('in their own programme the same requests find the same things', async () => {
  const missing = [];
  for (const route of tried) {
    // What is a reporter's own is theirs, not their champion's.
    const response = await ask(route, ownPart.has(route.path) ? 'dora' : 'alice');
    if (response.status === 404) missing.push(nameOf(route));
  }
  expect(missing).toEqual([]);
});

/** What only whoever wrote the feedback answers. */
const ownPart: ReadonlySet<string> = new Set([
  '/api/feedback/:clientKey/helped',
  '/api/feedback/:clientKey/case-consent',
]);

test("what is a person's own is nobody else's, not even their champion's", async () => {
  for (const route of tried.filter(({ path }) => ownPart.has(path))) {
    for (const name of ['alice', 'bob', 'carol'] as const) {
      const response = await ask(route, name);
      expect([nameOf(route), name, response.status]).toEqual([nameOf(route), name, 404]);
    }
  }
});

test('a member changes nothing of an author who is not them', async () => {
  const owned = tried.filter(
    ({ method, path }) =>
      method === 'POST' && path.startsWith('/api/library/') && !path.endsWith('/favourite'),
  );
  const token = await stage.it.tenant.entra.userToken(people.bob, { roles: [] });
  for (const route of owned) {
    const { status } = await stage.it.ask({ token }, addressOf(route), bodyOf(route, 'bob'));
    // For who they are, for what it is, or because it is not there for them.
    expect([nameOf(route), [403, 404, 409].includes(status), status]).toEqual([
      nameOf(route),
      true,
      status,
    ]);
  }
});

test('a library that is not shared is not there, by any way to copy from it', async () => {
  for (const route of lenders) {
    const address = route.path.replace(':lenderKey', stage.it.programme.clientKey);
    const body = route.method === 'POST' ? goodRequests[route.path]?.() : undefined;
    const response = await stage.it.ask('erin', address, body);
    expect([nameOf(route), response.status]).toEqual([nameOf(route), 404]);
  }
});

test('a draft of a programme is its author’s alone', async () => {
  const drafts = await (await stage.it.ask('erin', '/api/programme-drafts')).text();
  expect(drafts).not.toContain(keys['/api/programme-drafts/']);
});
