import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { problem } from '@last-mile/shared/problem';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { goodRequests, unknownKey } from '../../local-tenant/testing/goodRequests';
import { spoiledTokens } from '../../local-tenant/testing/spoiledTokens';
import { createTestProduct, people, type TestProduct } from '../../local-tenant/testProduct';
import type { AppEnv } from './appEnv';
import { refuseUnlistedRoutes } from './listedRoutes';
import { routes } from '../routes';
import type { Who } from './routeAccess';

let it: TestProduct;
let operations: readonly Operation[];
beforeAll(async () => {
  it = await createTestProduct();
  const carol = it.tenant.directory.user(people.carol)!;
  const closed = { id: disabledPerson, userPrincipalName: 'gone@example.com' };
  const closedMember = { id: disabledMember, userPrincipalName: 'gone.too@example.com' };
  it.tenant.directory.addUsers([
    { ...carol, ...closed, accountEnabled: false },
    { ...carol, ...closedMember, accountEnabled: false },
  ]);
  it.tenant.directory.addGroup({
    ...{ id: it.programme.groupId, displayName: 'First programme' },
    memberIds: [people.alice, people.bob, people.carol, disabledMember],
  });
  operations = await documentedOperations();
});
afterAll(() => it.close());

/** A route as the API's own document names it, and who it is for as docs/permissions.md says in words. */
interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: Who;
}

const openApiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

async function documentedOperations(): Promise<Operation[]> {
  const document = openApiDocument.parse(await (await it.ask(null, '/api/openapi.json')).json());
  const rows = new Map((await permissionRows()).map(([route = '', who = '']) => [route, who]));
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((name) => {
      const operation = {
        method: name.toUpperCase() as Operation['method'],
        path: path.replace(/\{(\w+)\}/g, ':$1'),
      };
      const said = rows.get(`\`${operation.method} ${operation.path}\``);
      const who = Object.entries(whoInWords).find(([, words]) => words === said)?.[0];
      if (who === undefined) throw new Error(`${nameOf(operation)} is not in docs/permissions.md`);
      return { ...operation, who: who as Who };
    }),
  );
}

const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method} ${path}`;
const addressOf = (path: string) => path.replace(/:\w+/g, unknownKey);

/** The code of a refusal, or the status where there is none. */
async function answerTo({ method, path }: Operation, token: string | null, body: unknown = {}) {
  const as = token === null ? null : { token };
  const response = await it.ask(as, addressOf(path), method === 'POST' ? body : undefined);
  const answer: unknown = await response.json().catch(() => null);
  const refusal = problem.safeParse(answer);
  return { status: response.status, code: refusal.success ? refusal.data.code : null };
}

/** What answers a caller otherwise than it should, by name: none, if all is well. */
async function answeredWrongly(
  expected: (operation: Operation) => string | undefined,
  token: string | null,
) {
  const wrong: unknown[] = [];
  for (const operation of operations) {
    const code = expected(operation);
    // Whoever is refused is refused with the best of requests; whoever is welcome changes nothing.
    const body = code === undefined ? {} : goodRequests[operation.path]?.();
    const answer = await answerTo(operation, token, body);
    const isRight =
      code === undefined
        ? answer.status < 500 && ![401, 403].includes(answer.status)
        : answer.code === code && answer.status === (code.startsWith('token_') ? 401 : 403);
    if (!isRight) wrong.push([nameOf(operation), code, answer]);
  }
  return wrong;
}

/** Also for people who are in no programme, or in none yet. */
const beforeAnyProgramme = [
  ...['GET /api/me', 'GET /api/programmes'],
  ...['GET /api/me/data', 'GET /api/me/erasure', 'POST /api/me/erasure'],
];

/** Why a kind of route refuses somebody; what is left out is open to them. */
type Refusals = Partial<Record<Who, string | undefined>>;

const notAnAdmin: Refusals = { admin: 'adminRoleRequired' };
const notAChampion: Refusals = {
  ...notAnAdmin,
  champion: 'championRoleRequired',
  anyChampion: 'championRoleRequired',
};
const noRole: Refusals = { ...notAChampion, championOrLeader: 'championOrLeaderRoleRequired' };
const disabled = 'accountDisabled';
const disabledPerson = '00000000-0000-4000-8000-0000000000d1';
const disabledMember = '00000000-0000-4000-8000-0000000000d2';

interface Caller {
  readonly what: string;
  readonly token: () => Promise<string>;
  readonly refused: Refusals;
}

const callers: readonly Caller[] = [
  { what: 'the owner', token: () => it.token('alice'), refused: notAnAdmin },
  { what: 'a deputy', token: () => it.token('bob'), refused: notAnAdmin },
  {
    what: 'the sponsor, who is a leader',
    token: () => it.token('dora'),
    refused: notAChampion,
  },
  { what: 'a member', token: () => it.token('carol'), refused: noRole },
  {
    what: 'the owner of another programme, in that one',
    token: () => it.token('erin'),
    refused: notAnAdmin,
  },
  {
    what: 'a champion by role alone, whom the programme names neither owner nor deputy',
    token: () => it.token('carol', { roles: ['Champion'] }),
    refused: {
      ...notAnAdmin,
      ...{ champion: 'notYourProgramme', championOrLeader: 'notYourProgramme' },
    },
  },
  {
    what: 'a leader who is a member',
    token: () => it.token('carol', { roles: ['Leader'] }),
    refused: notAChampion,
  },
  {
    what: 'an owner who lost the role',
    token: () => it.token('alice', { roles: [] }),
    refused: noRole,
  },
  {
    what: 'an admin, who is a member like others in a programme',
    token: () => it.token('carol', { roles: ['Admin'] }),
    refused: { ...noRole, admin: undefined },
  },
  {
    what: 'somebody in no programme',
    token: () => it.token('frank'),
    refused: { ...noRole, member: 'noProgramme' },
  },
  {
    what: 'a champion in no programme, who may set one up',
    token: () => it.token('frank', { roles: ['Champion'] }),
    refused: {
      ...notAnAdmin,
      ...{ member: 'noProgramme', champion: 'noProgramme', championOrLeader: 'noProgramme' },
    },
  },
  {
    what: 'an admin in no programme',
    token: () => it.token('frank', { roles: ['Admin'] }),
    refused: { ...noRole, member: 'noProgramme', admin: undefined },
  },
  {
    what: 'a leader in no programme',
    token: () => it.token('frank', { roles: ['Leader'] }),
    refused: { ...notAChampion, member: 'noProgramme', championOrLeader: 'noProgramme' },
  },
  {
    what: 'everything at once, on an account that is disabled',
    token: () =>
      it.tenant.entra.userToken(disabledPerson, { roles: ['Champion', 'Leader', 'Admin'] }),
    refused: {
      ...{ member: disabled, anyChampion: disabled },
      ...{ champion: disabled, championOrLeader: disabled, admin: disabled },
    },
  },
  {
    what: 'a member without a role, on an account that is disabled',
    token: () => it.tenant.entra.userToken(disabledMember),
    refused: { ...noRole, member: disabled },
  },
];

describe('every route of the API document', () => {
  test('has its row in docs/permissions.md, and each row its route', async () => {
    const rows = (await permissionRows()).map(([route]) => route);
    expect(operations.map((each) => `\`${nameOf(each)}\``).sort()).toEqual(rows.sort());
  });

  test('asks for a token unless it is for anyone', async () => {
    expect(
      await answeredWrongly(({ who }) => (who === 'anyone' ? undefined : 'token_missing'), null),
    ).toEqual([]);
  });

  test.each(callers)('answers $what as their standing says', async ({ token, refused }) => {
    const expected = (operation: Operation) => {
      const code = refused[operation.who];
      const isOpen = code === 'noProgramme' && beforeAnyProgramme.includes(nameOf(operation));
      return isOpen ? undefined : code;
    };
    expect(await answeredWrongly(expected, await token())).toEqual([]);
  });

  test.each(spoiledTokens)('refuses $what with $code', async ({ code, make }) => {
    const expected = ({ who }: Operation) => (who === 'anyone' ? undefined : code);
    expect(await answeredWrongly(expected, await make(it))).toEqual([]);
  });

  test.each(['alice', 'carol', null] as const)('carries its headers, asked by %s', async (name) => {
    for (const { method, path } of operations) {
      const { headers } = await it.ask(name, addressOf(path), method === 'POST' ? {} : undefined);
      expect([path, Object.fromEntries(headers)]).toEqual([
        path,
        expect.objectContaining({
          'cache-control': expect.stringMatching(/^(no-store|private, no-cache)$/) as string,
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'cross-origin-resource-policy': 'same-origin',
          'permissions-policy': expect.stringContaining('camera=()') as string,
          'referrer-policy': 'no-referrer',
          'strict-transport-security': 'max-age=31536000',
          'x-content-type-options': 'nosniff',
          'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        }),
      ]);
      const told = [...headers.keys()].filter((key) => /^access-control-|^set-cookie/.test(key));
      expect([path, told]).toEqual([path, []]);
    }
  });

  test('takes no token from its address or a cookie, where others could read it', async () => {
    const token = await it.token('alice');
    for (const { method, path, who } of operations.filter((each) => each.who !== 'anyone')) {
      const response = await it.product.app.http.request(
        `${addressOf(path)}?access_token=${token}`,
        { method, headers: { Cookie: `access_token=${token}` } },
      );
      expect([path, who, response.status]).toEqual([path, who, 401]);
    }
  });
});

test('what a client claims about itself in headers authorises nothing', async () => {
  const token = await it.token('carol');
  const response = await it.product.app.http.request('/api/feedback', {
    headers: {
      Authorization: `Bearer ${token}`,
      'X-User-Roles': 'Champion',
      'X-MS-CLIENT-PRINCIPAL-ID': people.alice,
      'X-Teams-Team-Id': it.programme.groupId,
    },
  });
  expect(response.status).toBe(403);
});

test('a disabled account with a role is shut out, though its token still holds', async () => {
  const stage = await createTestProduct();
  try {
    const token = await stage.token('bob');
    const bob = stage.tenant.directory.user(people.bob)!;
    stage.tenant.directory.addUsers([{ ...bob, accountEnabled: false }]);
    const response = await stage.ask({ token }, '/api/feedback');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'accountDisabled' });
  } finally {
    await stage.close();
  }
});

test('an account that is disabled while it works is shut out within five minutes', async () => {
  let now = Date.now();
  const stage = await createTestProduct({ now: () => new Date(now) });
  try {
    const statusAfter = async (ms: number) => {
      now += ms;
      return (await stage.ask('bob', '/api/feedback')).status;
    };
    expect(await statusAfter(0)).toBe(200);
    const bob = stage.tenant.directory.user(people.bob)!;
    stage.tenant.directory.addUsers([{ ...bob, accountEnabled: false }]);
    expect(await statusAfter(5 * 60_000)).toBe(403);
    stage.tenant.directory.addUsers([bob]);
    expect(await statusAfter(5 * 60_000)).toBe(200);
  } finally {
    await stage.close();
  }
});

test('an account is asked about anew, whatever was read of it for other reasons', async () => {
  let now = Date.now();
  const stage = await createTestProduct({ now: () => new Date(now) });
  try {
    // Reads the group, and with it everybody in it.
    expect((await stage.ask('carol', '/api/library')).status).toBe(200);
    const bob = stage.tenant.directory.user(people.bob)!;
    stage.tenant.directory.addUsers([{ ...bob, accountEnabled: false }]);
    now += 4 * 60_000;
    expect((await stage.ask('bob', '/api/feedback')).status).toBe(403);
  } finally {
    await stage.close();
  }
});

test('a member who is disabled, or leaves the group, is shut out of everything within minutes', async () => {
  let now = Date.now();
  const stage = await createTestProduct({ now: () => new Date(now) });
  const { directory } = stage.tenant;
  const carol = directory.user(people.carol)!;
  const answers = async () => {
    const token = await stage.token('carol');
    const given: unknown[] = [];
    for (const path of ['/api/library', '/api/me', '/api/me/data']) {
      const response = await stage.ask({ token }, path);
      given.push(response.ok ? 200 : ((await response.json()) as { code: string }).code);
    }
    return given;
  };
  try {
    const before = stage.tenant.meter.calls();
    expect(await answers()).toEqual([200, 200, 200]);
    const askedOnce = stage.tenant.meter.calls() - before;
    directory.addUsers([{ ...carol, accountEnabled: false }]);
    now += 5 * 60_000;
    expect(await answers()).toEqual(['accountDisabled', 'accountDisabled', 'accountDisabled']);
    directory.addUsers([carol]);
    directory.addGroup({
      ...{ id: stage.programme.groupId, displayName: 'First programme' },
      memberIds: [people.alice, people.bob],
    });
    now += 5 * 60_000;
    // What is held about them stays theirs to see.
    expect(await answers()).toEqual(['noProgramme', 200, 200]);
    // The groups were read, once each time, and nobody was asked about.
    expect(stage.tenant.meter.calls() - before).toBe(3 * askedOnce);
  } finally {
    await stage.close();
  }
});

test('a sponsor without the role, whom no group has to name, is asked about by themselves', async () => {
  const stage = await createTestProduct();
  try {
    const token = await stage.token('dora', { roles: [] });
    const dora = stage.tenant.directory.user(people.dora)!;
    stage.tenant.directory.addUsers([{ ...dora, accountEnabled: false }]);
    const response = await stage.ask({ token }, '/api/library');
    expect(await response.json()).toMatchObject({ code: 'accountDisabled' });
  } finally {
    await stage.close();
  }
});

test('a route that is not in the table does not start, nor a line that nobody answers', () => {
  const app = new Hono<AppEnv>();
  app.get('/api/health', (c) => c.json({}));
  app.post('/api/backdoor', (c) => c.json({}));
  expect(() => {
    refuseUnlistedRoutes(app, routes, () => []);
  }).toThrow('POST /api/backdoor is not in http/routeAccess.ts');
  expect(() => {
    refuseUnlistedRoutes(new Hono(), routes, () => []);
  }).toThrow('Nobody answers GET /api/health');
});

test('docs/permissions.md lists exactly these routes', async () => {
  expect(await permissionRows()).toEqual(
    routes.map(({ method, path, who, graph }) => [
      `\`${method} ${path}\``,
      whoInWords[who],
      graph.join(', ') || 'none',
    ]),
  );
});

/** The cells of each row about a route. */
async function permissionRows(): Promise<string[][]> {
  const page = await readFile(
    fileURLToPath(new URL('../../../docs/permissions.md', import.meta.url)),
    'utf8',
  );
  return page
    .split('\n')
    .filter((line) => /^\| `(GET|POST) /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const whoInWords: Readonly<Record<Who, string>> = {
  anyone: 'anyone, without a token',
  member: 'member',
  anyChampion: 'champion, in a programme or not',
  champion: 'champion of the programme',
  championOrLeader: 'champion of the programme, leader',
  admin: 'admin, in a programme or not',
};
