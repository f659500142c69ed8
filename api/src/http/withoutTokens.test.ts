import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem } from '@last-mile/shared/problem';
import * as z from 'zod/mini';
import { createCaseStage, type CaseStage } from '../../local-tenant/testing/caseStage';
import { goodRequests, unknownKey } from '../../local-tenant/testing/goodRequests';
import { addressOfThing, makeOneOfEach } from '../../local-tenant/testing/oneOfEach';
import { people, testClientSecret, type TestProduct } from '../../local-tenant/testProduct';
import { routes } from '../routes';
import { ownCalendar, type RouteAccess, type Who } from './routeAccess';

/**
 * Every route, while Entra gives the app no new token and the one it had has ended. What people are told
 * by their own tokens is not touched by that: those are checked with keys that are kept.
 */

const forTokens = { path: '/oauth2/v2.0/token' };

let stage: CaseStage;
let keys: Awaited<ReturnType<typeof makeOneOfEach>>;
let tokens: Readonly<Record<Who | 'reporter' | 'nobodys', string>>;
/** What was answered to anybody in trouble. */
const told: string[] = [];
/** The keys of what the API said it will keep. */
const acknowledged: string[] = [];
/** What becomes an item of a list under the key that it was sent with. */
const ownItems = [
  '/api/feedback',
  '/api/library/drafts',
  '/api/saved-time',
  '/api/assistant-changes',
].map((path) => `POST ${path}`);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  stage = await createCaseStage();
  keys = await makeOneOfEach(stage);
  const { it } = stage;
  const [alice, carol] = await Promise.all([it.token('alice'), it.token('carol')]);
  tokens = {
    ...{ anyone: carol, member: carol, anyChampion: alice, champion: alice },
    ...{ championOrLeader: alice, reporter: await it.token('dora') },
    admin: await it.token('carol', { roles: ['Admin'] }),
    nobodys: await it.token('frank'),
  };
  // Everybody has been here before: who they are is known for minutes.
  await Promise.all(Object.values(tokens).map((token) => it.ask({ token }, '/api/me')));
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await stage.it.close();
});

/** MSAL looks at the clock of the machine, the product at its own: only the app's tokens end by this. */
const endTokens = () => vi.setSystemTime(Date.now() + 2 * 60 * 60_000);
beforeEach(() => {
  endTokens();
});
afterEach(() => {
  stage.it.tenant.faults.clear();
});

const nameOf = ({ method, path }: RouteAccess) => `${method} ${path}`;

/** Whoever the route is for; what is a person's own is asked for by whoever has it, or has nothing to lose. */
function callerOf({ path, who }: RouteAccess, callers: typeof tokens): string {
  if (path.endsWith('/helped') || path.endsWith('/case-consent')) return callers.reporter;
  return path.startsWith('/api/me/') ? callers.nobodys : callers[who];
}

const everyDay = '?from=2026-11-01T00:00:00Z&until=2026-11-30T00:00:00Z';
const queries: Readonly<Record<string, string>> = {
  '/api/adoption/items/:clientKey/paragraphs': '?version=1',
  '/api/admin/audit': everyDay,
  '/api/admin/audit/export': everyDay,
  '/api/directory/people': '?q=Carol',
  '/api/directory/groups': '?q=First',
  '/api/feedback/vendor-pack': `?keys=${unknownKey}`,
  '/api/library/export': '?format=csv',
  '/api/people': '?q=Carol',
  '/api/people/erasure': `?userId=${unknownKey}`,
  '/api/programme/people': '?q=Carol',
};

/** Of what a route changes, as it is now: an edit of another version would be refused by itself. */
async function eTagNow(path: string): Promise<string> {
  const addressed = addressOfThing(path, keys);
  const isIt = (key: string) =>
    path.includes(':') ? addressed.includes(key) : key === stage.it.programme.clientKey;
  const { stores } = stage.it.product.lists;
  const items = await Promise.all(Object.values(stores).map((store) => store.all()));
  return items.flat().find(({ clientKey }) => isIt(clientKey))?.eTag ?? '"x"';
}

async function bodyOf({ path, body }: RouteAccess): Promise<unknown> {
  if (body === 'text/csv') return 'Report Refresh Date\n';
  const good = goodRequests[path]?.() ?? {};
  // Ends the programme for whatever comes after it.
  if (path === '/api/programme/ending') return good;
  if (path === '/api/build-sessions/:clientKey/drafts') return { entries: [keys.entryKey] };
  return good['eTag'] === '"x"' ? { ...good, eTag: await eTagNow(path) } : good;
}

async function ask(route: RouteAccess, callers = tokens) {
  const { method, path } = route;
  const address = addressOfThing(path, keys).replace(':lenderKey', unknownKey);
  const body = method === 'POST' ? await bodyOf(route) : null;
  const response = await stage.it.product.app.http.request(`${address}${queries[path] ?? ''}`, {
    method,
    headers: {
      authorization: `Bearer ${callerOf(route, callers)}`,
      'content-type': route.body ?? 'application/json',
    },
    body: body === null || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const refused = problem.safeParse(parsed(text));
  const key = z.object({ clientKey: z.string() }).safeParse(body);
  return {
    name: nameOf(route),
    status: response.status,
    code: refused.success ? refused.data.code : null,
    wait: Number(response.headers.get('retry-after')),
    text,
    key: response.status === 202 && key.success ? key.data.clientKey : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Asked at each call: what people typed cannot be known beforehand. */
const searches = ['GET /api/directory/people', 'GET /api/directory/groups', 'GET /api/people'];

/** Whether the table says that an answer may wait for Graph. */
const mayNeedGraph = (route: RouteAccess) =>
  searches.includes(nameOf(route)) ||
  route.graph.some((each) => each.startsWith('Sites.Selected') || each === ownCalendar);

interface Trouble {
  readonly what: string;
  readonly begin: (faults: TestProduct['tenant']['faults']) => void;
  /** What whoever needs Graph is told, where it is always the same. */
  readonly code?: string;
  /** In how many seconds they are told to try again. */
  readonly wait: number;
}

const troubles: readonly Trouble[] = [
  {
    what: 'has too much to do',
    begin: (faults) => {
      faults.answer(429, { ...forTokens, retryAfter: 30 });
    },
    wait: 30,
  },
  {
    what: 'fails',
    begin: (faults) => {
      faults.answer(500, forTokens);
    },
    wait: 5,
  },
  {
    what: 'is away',
    begin: (faults) => {
      faults.answer(503, { ...forTokens, retryAfter: 60 });
    },
    wait: 60,
  },
  {
    what: 'does not answer in time',
    begin: (faults) => {
      faults.slow(20_000, forTokens);
    },
    wait: 5,
  },
  {
    what: 'hangs up',
    begin: (faults) => {
      faults.dropBefore(forTokens);
    },
    wait: 5,
  },
  {
    what: 'answers no JSON',
    begin: (faults) => {
      faults.answer(200, forTokens);
    },
    wait: 5,
  },
  {
    what: 'takes the credential of the app for expired',
    begin: (faults) => {
      faults.answer(401, forTokens);
    },
    code: 'appRefused',
    wait: 60,
  },
];

const away = ['sharePointUnavailable', 'calendarUnavailable', 'peopleUnavailable'];

describe.each(troubles)('while Entra $what', ({ begin, code, wait }) => {
  let answers: Awaited<ReturnType<typeof ask>>[];

  beforeAll(async () => {
    endTokens();
    begin(stage.it.tenant.faults);
    answers = [];
    for (const route of routes.filter((each) => !mayNeedGraph(each))) {
      answers.push(await ask(route));
    }
    answers.push(...(await Promise.all(routes.filter(mayNeedGraph).map((route) => ask(route)))));
    stage.it.tenant.faults.clear();
    for (const { key, name } of answers)
      if (key !== null && ownItems.includes(name)) acknowledged.push(key);
    for (const { text } of answers) told.push(text);
  });

  test('what PostgreSQL can answer is answered', () => {
    const kept = routes.filter((route) => !mayNeedGraph(route)).map(nameOf);
    const failed = answers.filter(({ name, status }) => kept.includes(name) && status >= 500);
    expect(failed).toEqual([]);
  });

  test('what needs Graph says so, and when to try again', () => {
    const refused = answers.filter(({ status }) => status >= 500 || status === 401);
    expect(refused.map(({ name }) => name)).toEqual(expect.arrayContaining(needingGraph));
    const otherwise = refused.filter(
      (each) =>
        each.status !== 503 ||
        each.wait !== wait ||
        !(code === undefined ? away : [code]).includes(each.code ?? ''),
    );
    expect(otherwise).toEqual([]);
  });

  test('and afterwards it is answered as ever', async () => {
    for (const name of [...searches, 'GET /api/practice/meetings']) {
      const route = routes.find((each) => nameOf(each) === name);
      expect([name, route && (await ask(route)).status]).toEqual([name, 200]);
    }
  });
});

/** Each in its own way: a search, an edit, what takes two writes, a calendar. */
const needingGraph = [
  ...searches,
  'POST /api/programme/standards',
  'POST /api/library/:clientKey/content',
  'POST /api/workflows/:clientKey/map',
  'POST /api/practice/sessions/:clientKey/cancellation',
  'POST /api/programme-drafts/:clientKey/start',
  'GET /api/practice/meetings',
  'POST /api/practice/sessions/:clientKey/place',
];

test('an instance that begins in it knows nobody yet, and says so', async () => {
  const { it } = stage;
  it.tenant.faults.answer(503, { ...forTokens, retryAfter: 60 });
  const { app } = await it.another();
  const codeOf = async (path: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await app.http.request(path, { headers });
    const refused = problem.safeParse(await response.json());
    const wait = response.headers.get('retry-after');
    return [response.status, refused.success ? refused.data.code : null, wait];
  };
  expect(await codeOf('/api/ready', '')).toEqual([200, null, null]);
  expect(await codeOf('/api/library', tokens.member)).toEqual([503, 'peopleUnavailable', '60']);
  expect(await codeOf('/api/feedback', tokens.champion)).toEqual([
    ...[503, 'accountCheckUnavailable', '60'],
  ]);
  expect(await codeOf('/api/me/data', tokens.member)).toEqual([200, null, null]);
  it.tenant.faults.clear();
  expect(await codeOf('/api/library', tokens.member)).toEqual([200, null, null]);
  expect(await codeOf('/api/feedback', tokens.champion)).toEqual([200, null, null]);
});

describe('while Entra gives nothing on behalf of a person', () => {
  const calendars = routes.filter(({ graph }) => graph.includes(ownCalendar));
  const refusals = async () => {
    const callers = { ...tokens, champion: await stage.it.token('alice') };
    const given: unknown[] = [];
    for (const route of calendars) {
      const { status, text } = await ask(route, callers);
      told.push(text);
      const { code, claims } = problem.parse(parsed(text));
      given.push({ status, code, claims });
    }
    return given;
  };
  afterEach(() => {
    stage.it.tenant.entra.demands.clear();
  });

  test('what it demands of them reaches them as it is', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    stage.it.tenant.entra.demands.add({ kind: 'interaction_required', claims });
    const demanded = { status: 401, code: 'interaction_required', claims };
    expect(await refusals()).toEqual(calendars.map(() => demanded));
  });

  test('a token of theirs that it does not take any more is to be had anew', async () => {
    const { directory } = stage.it.tenant;
    const alice = directory.user(people.alice)!;
    directory.addUsers([{ ...alice, accountEnabled: false }]);
    const refused = await refusals();
    directory.addUsers([alice]);
    expect(refused).toEqual(calendars.map(() => ({ status: 401, code: 'interaction_required' })));
  });

  test('they are not asked for what the app lacks', async () => {
    stage.it.tenant.faults.answer(401, forTokens);
    expect(await refusals()).toEqual(calendars.map(() => ({ status: 503, code: 'appRefused' })));
  });
});

test('what was refused is done when it is asked again, and what was kept is in SharePoint once', async () => {
  const { it } = stage;
  for (const route of routes.filter(mayNeedGraph)) {
    const { name, status, code } = await ask(route);
    expect([name, code, status < 500]).toEqual([name, code, true]);
  }
  // Delivery rests for a while after a failure.
  stage.setNow('2026-11-23T11:10:00Z');
  await it.settle();
  const { sharePoint } = it.tenant;
  const held = sharePoint
    .lists()
    .flatMap(({ id }) => sharePoint.items(id))
    .map(({ fields }) => fields['ClientKey']);
  expect(held.length).toBe(new Set(held).size);
  expect(acknowledged.length).toBe(ownItems.length * troubles.length);
  expect(acknowledged.filter((key) => !held.includes(key))).toEqual([]);
});

test('no token and no secret was in an answer or in the log', () => {
  const { logged } = stage.it;
  expect(told.length).toBeGreaterThan(routes.length * troubles.length);
  expect(logged.join('')).toContain('appRefused');
  for (const text of [...told, ...logged]) {
    expect(text).not.toMatch(/eyJ[\w-]{10}|Bearer|client_secret|client_assertion|AADSTS/);
    expect(text).not.toContain(testClientSecret);
  }
});
