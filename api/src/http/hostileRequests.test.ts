import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '@last-mile/shared/problem';
import { createTestProduct, type TestProduct } from '../../local-tenant/testProduct';
import { goodRequests, unknownKey } from '../../local-tenant/testing/goodRequests';
import { routes } from '../routes';

let it: TestProduct;
let token: string;
beforeAll(async () => {
  it = await createTestProduct();
  token = await it.token('alice', { roles: ['Champion', 'Admin'] });
});
afterAll(() => it.close());

const posts = routes.filter(({ method, body }) => method === 'POST' && body === undefined);
const files = routes.filter(({ body }) => body !== undefined);
const addressOf = (path: string) => path.replace(':clientKey', unknownKey);

function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  contentType = 'application/json',
) {
  return it.product.app.http.request(addressOf(path), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': contentType },
    body,
  });
}

/** A refusal is a problem with a code and a sentence, and never our fault. */
async function expectRefusal(response: Response) {
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  const refusal = problem.parse(await response.json());
  expect(refusal.code).toMatch(/^\w+$/);
  expect(refusal.message).toMatch(/^[A-Z].*\.$/);
  return refusal;
}

test('every route that takes JSON has a good request', () => {
  expect(Object.keys(goodRequests).sort()).toEqual(posts.map(({ path }) => path).sort());
});

const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\0', '\ud800', 1e308, -0, '9'.repeat(400), '__proto__', [], {}, null),
);

describe.each(posts.map(({ path }) => path))('POST %s', (path) => {
  test('any JSON is answered, and never as our fault', async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        const response = await post(path, JSON.stringify(value));
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  test('a good request with any one value in any one place is answered the same way', async () => {
    const places = Object.keys(goodRequests[path]!());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), anyValue, async (place, value) => {
        const spoiled = { ...goodRequests[path]!(), [place]: value };
        const response = await post(path, JSON.stringify(spoiled));
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('rows and events with any one value in any one place are answered the same way', async () => {
    const [list] =
      Object.entries(goodRequests[path]!()).find(([, value]) => Array.isArray(value)) ?? [];
    if (list === undefined) return;
    const [row] = goodRequests[path]!()[list] as Record<string, unknown>[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(row!)), anyValue, async (place, value) => {
        const response = await post(path, JSON.stringify({ [list]: [{ ...row, [place]: value }] }));
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('an object inside with any one value in any one place is answered the same way', async () => {
    const [name, inside] =
      Object.entries(goodRequests[path]!()).find(([, value]) => isObject(value)) ?? [];
    if (name === undefined) return;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(inside as object)),
        anyValue,
        async (place, value) => {
          const spoiled = { ...(inside as object), [place]: value };
          const response = await post(
            path,
            JSON.stringify({ ...goodRequests[path]!(), [name]: spoiled }),
          );
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('what is no JSON is malformed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        fc.pre(!isJson(bytes));
        const refusal = await expectRefusal(await post(path, new Uint8Array(bytes)));
        expect(refusal.code).toBe('malformedJson');
      }),
      { numRuns: 50 },
    );
  });

  test('an unknown field is refused by its name', async () => {
    const refusal = await expectRefusal(
      await post(path, JSON.stringify({ ...goodRequests[path]!(), extra: true })),
    );
    expect(refusal).toMatchObject({
      code: 'invalidRequest',
      issues: [{ path: 'extra', message: 'This field is not known.' }],
    });
  });

  test('another media type is refused as such', async () => {
    const response = await post(path, JSON.stringify(goodRequests[path]!()), 'text/plain');
    expect(response.status).toBe(415);
    expect((await expectRefusal(response)).code).toBe('unsupportedMediaType');
  });

  test('a body over the limit is too large, said or not in its length', async () => {
    const { longestBody } = posts.find((route) => route.path === path)!;
    const response = await post(path, `"${'x'.repeat(longestBody)}"`);
    expect(response.status).toBe(413);
    expect((await expectRefusal(response)).code).toBe('bodyTooLarge');
    const lied = await it.product.app.http.request(addressOf(path), {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Content-Length': String(longestBody + 1),
      },
      body: '{}',
    });
    expect(lied.status).toBe(413);
  });

  test('JSON nested beyond reason is refused', async () => {
    await expectRefusal(await post(path, `${'['.repeat(100_000)}${']'.repeat(100_000)}`));
    await expectRefusal(await post(path, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`));
  });
});

describe.each(files.map(({ path, body = '' }) => [path, body] as const))(
  'POST %s',
  (path, type) => {
    const words = fc.constantFrom(
      'user',
      'date',
      'count',
      'Report Refresh Date',
      '__proto__',
      ',',
      '"',
      '\r\n',
      '\n',
      ';',
    );
    const anyTable = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 12 })));

    test('any bytes and any table are answered, and never as our fault', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.uint8Array({ maxLength: 300 }),
            anyTable.map((parts) => new TextEncoder().encode(parts.join(''))),
          ),
          async (bytes) => {
            const response = await post(path, new Uint8Array(bytes), type);
            expect(response.status).toBeLessThan(500);
          },
        ),
        { numRuns: 300 },
      );
    });

    test('another media type is refused as such', async () => {
      const refusal = await expectRefusal(await post(path, '{}'));
      expect(refusal.code).toBe('unsupportedMediaType');
    });

    test('a body over the limit is too large', async () => {
      const longestBody = files.find((route) => route.path === path)?.longestBody ?? 0;
      const response = await post(path, 'x'.repeat(longestBody + 1), type);
      expect((await expectRefusal(response)).code).toBe('bodyTooLarge');
    });
  },
);

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isJson(bytes: Uint8Array) {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

test('any query is answered, and never as our fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom('q', 'kind', 'status', 'task', 'jobFamily', 'cursor', 'other'),
        fc.string({ unit: 'binary', maxLength: 300 }),
      ),
      async (query) => {
        const address = `/api/library?${new URLSearchParams(query).toString()}`;
        expect((await it.ask({ token }, address)).status).toBeLessThan(500);
      },
    ),
    { numRuns: 200 },
  );
});

test('any item key and any address is answered, and never as our fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (name) => {
      const part = encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''));
      for (const address of [`/api/library/${part}`, `/tab/${part}`, `/${part}`]) {
        expect((await it.ask({ token }, address)).status).toBeLessThan(500);
      }
    }),
    { numRuns: 150 },
  );
  for (const address of ['/tab/%', '/tab/%2e%2e/%2e%2e/package.json', '/api/library/%E0%A4%A']) {
    expect((await it.ask({ token }, address)).status).toBe(404);
  }
});

test.each([
  ['text', '\0', 'NUL'],
  ['text', '\ud83d half', 'half a character'],
])('a text with what cannot be stored is refused: %s %s', async (place, value) => {
  const request = { ...goodRequests['/api/feedback']!(), [place]: `Words ${value}` };
  expect(await expectRefusal(await post('/api/feedback', JSON.stringify(request)))).toMatchObject({
    issues: [{ path: place, message: 'Use characters that can be stored.' }],
  });
});

test('no message of a refusal quotes what was sent', async () => {
  const secret = 'Zebra4711';
  const response = await post(
    '/api/feedback',
    JSON.stringify({ ...goodRequests['/api/feedback']!(), kind: secret, surface: secret }),
  );
  expect(JSON.stringify(await response.json())).not.toContain(secret);
});
