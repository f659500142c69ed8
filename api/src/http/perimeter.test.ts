import { copyFile, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTestProduct,
  people,
  testTeamsAppId,
  type TestProduct,
} from '../../local-tenant/testProduct';

let it: TestProduct;
let folder: string;
const script = `console.log(${JSON.stringify('x'.repeat(2000))});`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-mile-built-'));
  for (const name of ['tab', 'pane']) {
    await mkdir(join(folder, name, 'assets'), { recursive: true });
    await writeFile(
      join(folder, name, 'index.html'),
      '<!doctype html><head><!--last-mile-config--></head>',
    );
    await copyFile(join(folder, name, 'index.html'), join(folder, name, 'sign-in.html'));
    await writeFile(join(folder, name, 'assets', 'main-B1cd_3f-.js'), script);
    await writeFile(join(folder, name, 'events.js'), script);
  }
  await writeFile(join(folder, 'secret.txt'), 'not for anyone');
  it = await createTestProduct({
    hostOrigins: ['http://localhost:3000'],
    folders: { tab: join(folder, 'tab'), pane: join(folder, 'pane'), icons: join(folder, 'none') },
    logLevel: 'debug',
  });
});
afterAll(async () => {
  await it.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  Promise.resolve(it.product.app.http.request(path, { headers }));

function policyOf(response: Response) {
  const policy = response.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
}

describe('an answer of the API', () => {
  test.each([
    ['done', 'carol', '/api/me'],
    ['from the cache', 'carol', '/api/library'],
    ['refused', null, '/api/me'],
    ['not found', 'carol', '/api/nothing/here'],
  ] as const)('%s carries its headers', async (_, name, path) => {
    await it.ask(name, path);
    const { headers } = await it.ask(name, path);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toMatch(/no-store|private, no-cache/);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
  });

  test('tells no other site anything, and asks no browser to keep a cookie', async () => {
    const origin = { Origin: 'https://elsewhere.example', Cookie: 'a=b' };
    const preflight = await it.product.app.http.request('/api/me', {
      method: 'OPTIONS',
      headers: { ...origin, 'Access-Control-Request-Method': 'GET' },
    });
    for (const { headers } of [await get('/api/health', origin), preflight]) {
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(told(headers)).toEqual([]);
    }
  });

  test("has a request id of ours, not the caller's", async () => {
    const response = await get('/api/health', { 'X-Request-Id': 'mine' });
    expect(response.headers.get('x-request-id')).not.toBe('mine');
  });
});

describe('the page of a built app', () => {
  test('gets the configuration and a nonce that its policy names, another one each time', async () => {
    const [one, other] = [await get('/tab/'), await get('/tab/')];
    const html = await one.text();
    const config = /<script type="application\/json" id="last-mile-config">(.*?)<\/script>/.exec(
      html,
    );
    expect(JSON.parse(config![1]!)).toEqual({
      clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
      tenantId: it.tenant.tenantId,
      apiScope: 'api://localhost:3001/1a57a171-1e00-4c11-8d00-c11e47000001/access_as_user',
      teamsAppId: testTeamsAppId,
      hostOrigins: ['http://localhost:3000'],
    });
    const nonce = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(html)![1]!;
    expect(policyOf(one).get('style-src')).toEqual(["'self'", `'nonce-${nonce}'`]);
    expect(await other.text()).not.toContain(nonce);
    expect(one.headers.get('cache-control')).toBe('no-store');
  });

  test('may be framed by the hosts and by nobody else', async () => {
    const response = await get('/tab/');
    const ancestors = policyOf(response).get('frame-ancestors');
    expect(ancestors).toContain('https://*.cloud.microsoft');
    expect(ancestors).toContain('https://outlook.office.com');
    expect(ancestors).toContain('http://localhost:3000');
    expect(ancestors).not.toContain('*');
    expect(response.headers.has('x-frame-options')).toBe(false);
  });

  test('runs scripts of our own; Office.js on the pane alone', async () => {
    const [tab, pane] = [await get('/tab/'), await get('/pane/')].map(policyOf);
    expect(tab!.get('script-src')).toEqual(["'self'"]);
    expect(pane!.get('script-src')).toContain('https://appsforoffice.microsoft.com');
    for (const policy of [tab!, pane!]) {
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('connect-src')).toContain('https://login.microsoftonline.com');
      expect(JSON.stringify([...policy])).not.toContain('unsafe');
    }
  });

  test('that signs people in by itself has Office.js too, and nobody may frame it', async () => {
    const signIn = policyOf(await get('/pane/sign-in.html'));
    expect(signIn.get('script-src')).toEqual(policyOf(await get('/pane/')).get('script-src'));
    expect(signIn.get('connect-src')).toContain('https://login.microsoftonline.com');
    expect(signIn.get('frame-ancestors')).toEqual(["'none'"]);
    expect(signIn.get('frame-src')).toEqual(["'none'"]);
  });

  test('may write to the clipboard', async () => {
    const allowed = (await get('/tab/')).headers.get('permissions-policy');
    expect(allowed).toContain('clipboard-write=(self)');
  });
});

describe('a file of a built app', () => {
  test('named by its content is kept for good, compressed where that is understood', async () => {
    const response = await get('/tab/assets/main-B1cd_3f-.js', { 'Accept-Encoding': 'br, gzip' });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const packed = Buffer.from(await response.arrayBuffer());
    expect(gunzipSync(packed).toString()).toBe(script);
    expect(await (await get('/tab/assets/main-B1cd_3f-.js')).text()).toBe(script);
  });

  test('with a name that stays is asked for again, and not sent again', async () => {
    const first = await get('/pane/events.js');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/pane/events.js', { 'If-None-Match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  test.each([
    '/tab/../secret.txt',
    '/tab/%2e%2e/secret.txt',
    '/tab/..%2fsecret.txt',
    '/tab/none.js',
  ])('%s is not found', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('not for anyone');
  });

  test('of a new build beside the running API is served', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(join(folder, 'tab', 'index.html'), '<!doctype html><title>new</title>');
    await writeFile(join(folder, 'tab', 'assets', 'main-N3wN3wN3.js'), 'new');
    expect(await (await get('/tab/')).text()).toContain('<title>new</title>');
    expect(await (await get('/tab/assets/main-N3wN3wN3.js')).text()).toBe('new');
  });
});

/** Headers that would open an answer to other sites, keep a cookie, or say what runs here. */
const told = (headers: Headers) =>
  [...headers.keys()].filter((name) =>
    /^access-control-|^set-cookie|^server$|powered-by/.test(name),
  );

/** Kept by whoever asked for ever, for an hour, or asked about every time; pages and what is not there, not at all. */
const keptFor = {
  ever: 'public, max-age=31536000, immutable',
  anHour: 'public, max-age=3600',
  noTime: 'no-cache',
  never: 'no-store',
};

test.each([
  ['/tab/', 'never'],
  ['/tab/assets/main-B1cd_3f-.js', 'ever'],
  ['/pane/', 'never'],
  ['/pane/events.js', 'noTime'],
  ['/icons/none.png', 'never'],
  ['/privacy', 'anHour'],
  ['/terms', 'anHour'],
  ['/.well-known/microsoft-officeaddins-allowed.json', 'anHour'],
  ['/nothing/here', 'never'],
] as const)('%s carries the headers of everything we serve, kept for %s', async (path, kept) => {
  const { headers } = await get(path, { Origin: 'https://elsewhere.example' });
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|strict-origin-when-cross-origin)$/);
  expect(headers.get('cache-control')).toBe(keptFor[kept]);
  expect(told(headers)).toEqual([]);
});

test.each(['/privacy', '/terms'])('%s is a page anyone can read', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(/<h1>\w.*<\/h1>/);
  expect(policyOf(response).get('frame-ancestors')).toEqual(["'none'"]);
});

test('a person who asks too often is told to wait, others are not', async () => {
  const stage = await createTestProduct({ rateLimit: { burst: 3, perSecond: 1 } });
  try {
    const statuses = [];
    for (let asked = 0; asked < 4; asked += 1) {
      statuses.push((await stage.ask('carol', '/api/me')).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await stage.ask('carol', '/api/me');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await stage.ask('bob', '/api/me')).status).toBe(200);
  } finally {
    await stage.close();
  }
});

test('the log holds no name, no id, no words and no token', async () => {
  const token = await it.token('carol');
  const words = 'Marked-words-4711';
  await it.ask('carol', '/api/feedback', { text: words });
  await it.ask('carol', `/api/library?q=${words}`);
  await it.ask('carol', `/api/library/${people.alice}`);
  await it.ask({ token: `${token}x` }, '/api/me');
  await it.database.query('ALTER TABLE feedback_receipt RENAME TO feedback_receipt_gone');
  const failed = await it.ask('carol', '/api/feedback', {
    clientKey: people.bob,
    kind: 'suggestion',
    reason: null,
    reachedClient: false,
    about: { type: 'tool' },
    text: words,
    named: true,
    surface: 'teams',
  });
  await it.database.query('ALTER TABLE feedback_receipt_gone RENAME TO feedback_receipt');
  expect(failed.status).toBe(500);
  expect(await failed.json()).toEqual({
    code: 'internal',
    message: 'Something went wrong on our side.',
  });

  const log = it.logged.join('');
  expect(log).toContain('unexpected error');
  expect(log).toContain('/api/library/:clientKey');
  for (const personal of [words, 'Carol', 'example.com', ...Object.values(people), token]) {
    expect(log).not.toContain(personal);
  }
});
