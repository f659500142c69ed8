import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../local-tenant/testProduct';
import type { AppEnv } from './appEnv';
import { refuseUnlistedRoutes } from './listedRoutes';
import { routes } from '../routes';
import type { RouteAccess, Who } from './routeAccess';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const address = ({ path }: RouteAccess) =>
  path.replace(':clientKey', '11111111-1111-4111-8111-111111111111');
const ask = (route: RouteAccess, as: Parameters<TestProduct['ask']>[0]) =>
  it.ask(as, address(route), route.method === 'POST' ? {} : undefined);
const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const);

/** Who is refused a route, and with which reason. */
const refused: Readonly<Record<Who, Partial<Record<PersonName, string>>>> = {
  anyone: {},
  member: { frank: 'noProgramme' },
  anyChampion: {
    carol: 'championRoleRequired',
    dora: 'championRoleRequired',
    frank: 'championRoleRequired',
  },
  champion: {
    carol: 'championRoleRequired',
    dora: 'championRoleRequired',
    frank: 'championRoleRequired',
  },
  championOrLeader: {
    carol: 'championOrLeaderRoleRequired',
    frank: 'championOrLeaderRoleRequired',
  },
  admin: {
    alice: 'adminRoleRequired',
    bob: 'adminRoleRequired',
    carol: 'adminRoleRequired',
    dora: 'adminRoleRequired',
    frank: 'adminRoleRequired',
  },
};

describe.each(named)('%s', (_, route) => {
  test('asks for a token unless it is for anyone', async () => {
    expect((await ask(route, null)).status).toBe(route.who === 'anyone' ? 200 : 401);
  });

  test('refuses whoever it is not for, before it reads what they sent', async () => {
    for (const [name, code] of Object.entries(refused[route.who])) {
      if (code === 'noProgramme' && !route.programme) continue;
      const response = await ask(route, name as PersonName);
      expect([name, response.status]).toEqual([name, 403]);
      expect(await response.json()).toMatchObject({ code });
    }
  });

  test('lets in whom it is for', async () => {
    if (route.who === 'admin') {
      const token = await it.token('frank', { roles: ['Admin'] });
      expect([401, 403, 500]).not.toContain((await ask(route, { token })).status);
      return;
    }
    const welcome: PersonName[] =
      route.who === 'champion' || route.who === 'anyChampion'
        ? ['alice', 'bob']
        : ['alice', 'bob', 'dora'];
    for (const name of welcome) {
      expect([401, 403, 500]).not.toContain((await ask(route, name)).status);
    }
  });
});

describe('a champion', () => {
  const championRoutes = routes.filter(({ who }) => who === 'champion');

  test('by role alone, in a programme that names neither owner nor deputy so, is refused', async () => {
    const token = await it.token('carol', { roles: ['Champion'] });
    for (const route of championRoutes) {
      const response = await ask(route, { token });
      expect([route.path, response.status]).toEqual([route.path, 403]);
      expect(await response.json()).toMatchObject({ code: 'notYourProgramme' });
    }
  });

  test('who belongs to no programme sets one up', async () => {
    const token = await it.token('frank', { roles: ['Champion'] });
    for (const route of routes.filter(({ who }) => who === 'anyChampion')) {
      expect([401, 403, 500]).not.toContain((await ask(route, { token })).status);
    }
  });

  test('named by a programme but without the role is refused', async () => {
    const token = await it.token('alice', { roles: [] });
    for (const route of championRoutes) expect((await ask(route, { token })).status).toBe(403);
  });
});

test('the role Admin opens nothing of a programme: an admin is a member like others', async () => {
  const token = await it.token('carol', { roles: ['Admin'] });
  for (const route of routes.filter(({ who }) => who !== 'anyone' && who !== 'admin')) {
    const response = await ask(route, { token });
    const code = refused[route.who].carol;
    if (code === undefined) expect([401, 403, 500]).not.toContain(response.status);
    else {
      expect([route.path, response.status]).toEqual([route.path, 403]);
      expect(await response.json()).toMatchObject({ code });
    }
  }
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
  const page = await readFile(
    fileURLToPath(new URL('../../../docs/permissions.md', import.meta.url)),
    'utf8',
  );
  const rows = page
    .split('\n')
    .filter((line) => /^\| `(GET|POST) /.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual(
    routes.map(({ method, path, who, graph }) => [
      `\`${method} ${path}\``,
      whoInWords[who],
      graph.join(', ') || 'none',
    ]),
  );
});

const whoInWords: Readonly<Record<Who, string>> = {
  anyone: 'anyone, without a token',
  member: 'member',
  anyChampion: 'champion, in a programme or not',
  champion: 'champion of the programme',
  championOrLeader: 'champion of the programme, leader',
  admin: 'admin, in a programme or not',
};
