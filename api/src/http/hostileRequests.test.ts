import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '@last-mile/shared/problem';
import { createTestProduct, type TestProduct } from '../../local-tenant/testProduct';
import { routes } from '../routes';

let it: TestProduct;
let token: string;
beforeAll(async () => {
  it = await createTestProduct();
  token = await it.token('alice');
});
afterAll(() => it.close());

const key = '11111111-1111-4111-8111-111111111111';
const posts = routes.filter(({ method, body }) => method === 'POST' && body === undefined);
const files = routes.filter(({ body }) => body !== undefined);
const addressOf = (path: string) => path.replace(':clientKey', key);

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

const content = {
  ...{ kind: 'prompt', title: 'T', purpose: '', body: 'B', subject: null, jobFamilies: [] },
  ...{ taskKey: null, assistant: null, language: 'en', tags: [], checkBeforeTrusting: '' },
  ...{ stepKey: null, placeholders: [], exampleOutput: '', sources: [] },
};

/** Requests as they should be, to be spoiled in one place. */
const good: Readonly<Record<string, () => Record<string, unknown>>> = {
  '/api/programme/job-families': () => ({
    eTag: '"x"',
    jobTitles: [{ name: 'Audit Senior', jobFamily: 'audit' }],
    departments: [],
  }),
  '/api/programme/standards': () => ({ eTag: '"x"', required: ['goal'] }),
  '/api/programme/working-calendar': () => ({
    ...{ eTag: '"x"', workingDays: ['monday'], responseDays: 3, unsafeResponseDays: 1 },
    holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
  }),
  '/api/programme/library': () => ({
    ...{ eTag: '"x"', reviewAfterDays: 90, sharesLibrary: true, librariesFrom: [key] },
  }),
  '/api/programme/plan': () => ({
    ...{ eTag: '"x"', deputyIds: [key], sponsorId: key, weeklyHours: 8, lighterHours: 2 },
    budget: { amount: 100, currency: 'EUR' },
    targets: [{ metric: 'activeRate', value: 0.6, by: '2027-03-31' }],
  }),
  '/api/programme-drafts': () => ({
    clientKey: crypto.randomUUID(),
    eTag: null,
    draft: {
      ...{ name: 'AI in audit', groupId: key, ownerId: key, deputyIds: [key], sponsorId: key },
      ...{ weeklyHours: 8, lighterHours: 2.5, budget: { amount: 100, currency: 'EUR' } },
      ...{ startsOn: '2027-01-04', weeks: 8, timeZone: 'Europe/Berlin', workingDays: ['monday'] },
      holidays: [{ day: '2027-01-06', name: 'Epiphany' }],
      targets: [{ metric: 'activeRate', value: 0.6, by: '2027-03-31' }],
      jobFamilies: [{ id: 'audit', name: 'Audit' }],
    },
  }),
  '/api/programme-drafts/:clientKey/start': () => ({ eTag: '"x"' }),
  '/api/programme/week/marks': () => ({
    ...{ clientKey: crypto.randomUUID(), key: 'useDecays 2026-W46', mark: { as: 'done' } },
  }),
  '/api/programme/owner': () => ({ eTag: '"x"', ownerId: key }),
  '/api/programme/ending': () => ({
    ...{ eTag: '"x"', ending: { how: 'stop', reason: 'Enough' }, message: 'Thank you.' },
  }),
  '/api/programme/effort': () => ({
    ...{ eTag: null, week: '2026-11-02', hours: 7.5, spend: 100, note: 'Two sessions' },
  }),
  '/api/library/starter': () => ({ families: ['people-finance'] }),
  '/api/library/import': () => ({
    rows: [
      { row: 1, kind: 'prompt', title: 'T', purpose: '', body: 'B', author: '', sourceUrl: '' },
    ],
  }),
  '/api/library/import/likeness': () => ({ rows: [{ row: 1, text: 'B' }] }),
  '/api/library/lenders/:lenderKey/copies': () => ({
    ...{ importKey: key, items: [{ clientKey: key, version: 1 }], tasks: [], jobFamilies: [] },
  }),
  '/api/library/imports/removal': () => ({ importKey: key }),
  '/api/library/drafts': () => ({ clientKey: crypto.randomUUID(), content, original: null }),
  '/api/library/:clientKey/content': () => ({ eTag: '"x"', content, originalVersion: 1 }),
  '/api/library/:clientKey/submission': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/return': () => ({ eTag: '"x"', note: 'Say for whom.' }),
  '/api/library/:clientKey/publication': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/renewal': () => ({ eTag: '"x"' }),
  '/api/library/owners': () => ({ from: 'x', ownerId: key }),
  '/api/library/:clientKey/owner': () => ({ eTag: '"x"', ownerId: key }),
  '/api/library/:clientKey/retirement': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/reinstatement': () => ({ eTag: '"x"' }),
  '/api/library/:clientKey/restoration': () => ({ eTag: '"x"', from: { approved: 1 } }),
  '/api/library/:clientKey/favourite': () => ({ favourite: true }),
  '/api/build-sessions': () => ({
    clientKey: crypto.randomUUID(),
    title: 'Friday session',
    jobFamily: null,
  }),
  '/api/build-sessions/:clientKey/entries': () => ({
    clientKey: crypto.randomUUID(),
    ...{ kind: 'prompt', title: 'T', body: 'B', purpose: '', taskKey: null },
  }),
  '/api/build-sessions/:clientKey/entries/:entryKey/vote': () => ({ vote: true }),
  '/api/build-sessions/:clientKey/closing': () => ({ closed: true }),
  '/api/build-sessions/:clientKey/drafts': () => ({ entries: [crypto.randomUUID()] }),
  '/api/feedback': () => ({
    clientKey: crypto.randomUUID(),
    kind: 'suggestion',
    reason: null,
    reachedClient: false,
    about: { type: 'tool' },
    text: 'Words',
    named: true,
    surface: 'teams',
  }),
  '/api/feedback/:clientKey/helped': () => ({
    ...{ clientKey: crypto.randomUUID(), helped: false, words: 'Still wrong' },
  }),
  '/api/suggestions/:clientKey/vote': () => ({ vote: true }),
  '/api/feedback/:clientKey/triage': () => ({
    eTag: '"x"',
    act: { do: 'assign', to: null },
  }),
  '/api/feedback/triage': () => ({
    items: [{ clientKey: key, eTag: '"x"' }],
    act: { do: 'takeUp', note: null },
  }),
  '/api/practice/sessions': () => ({
    ...{ clientKey: crypto.randomUUID(), eTag: null, jobFamily: null, title: 'T' },
    ...{ workflowKey: null, scenario: 'S', exercise: null },
    ...{ startsAt: '2026-12-01T09:00:00Z', minutes: 20 },
  }),
  '/api/practice/sessions/:clientKey/place': () => ({
    ...{ eTag: '"x"', place: { kind: 'existingMeeting', eventId: 'x' } },
  }),
  '/api/practice/sessions/:clientKey/cancellation': () => ({ eTag: '"x"' }),
  '/api/practice/check-ins': () => ({ clientKey: crypto.randomUUID(), sessionKey: key }),
  '/api/practice/practised': () => ({
    ...{ clientKey: crypto.randomUUID(), sessionKey: key, worked: 'Words' },
  }),
  '/api/workflows': () => ({
    ...{ clientKey: crypto.randomUUID(), task: 'T', jobFamily: 'audit', purpose: '' },
  }),
  '/api/workflows/timings': () => ({
    ...{ clientKey: crypto.randomUUID(), workflowKey: key, point: 'baseline' },
    steps: [{ stepKey: '1', minutes: 5 }],
  }),
  '/api/workflows/:clientKey/map': () => ({
    ...{ eTag: '"x"', task: 'T', jobFamily: 'audit', purpose: '', escalation: null },
    steps: [
      {
        ...{ id: '1', name: 'S', aiHelps: '', actor: null, tool: null, minutes: null },
        ...{ waitMinutes: null, frictions: [], sources: [], branches: false },
      },
    ],
    slot: { stepKey: '1', why: 'W' },
  }),
  '/api/workflows/:clientKey/tool': () => ({ eTag: '"x"', tool: 'T', why: 'W' }),
  '/api/checkpoints/decisions': () => ({
    ...{ clientKey: crypto.randomUUID(), day: 30, rule: null, change: 'Less of it' },
    ...{ ownerId: 'someone', dueOn: '2026-12-10' },
  }),
  '/api/checkpoints/decisions/:clientKey/look-back': () => ({
    ...{ eTag: '"x"', day: 60, result: 'worked', note: 'It did' },
  }),
  '/api/saved-time': () => ({
    ...{ clientKey: crypto.randomUUID(), month: '2026-11', use: 'learning' },
  }),
  '/api/cases': () => ({
    ...{ clientKey: crypto.randomUUID(), fromFeedback: key },
    ...{ input: 'Put in', wentWrong: 'Came out', mustHold: 'Must come out' },
  }),
  '/api/cases/:clientKey/retirement': () => ({ eTag: '"x"', reason: 'Too old' }),
  '/api/cases/:clientKey/walks': () => ({
    ...{ clientKey: crypto.randomUUID(), version: 1, outcome: 'held', note: 'Fine' },
  }),
  '/api/assistant-changes': () => ({
    ...{ clientKey: crypto.randomUUID(), assistant: 'Copilot Chat', changedOn: '2026-11-20' },
    what: 'A new model',
  }),
  '/api/feedback/:clientKey/case-consent': () => ({ consent: false }),
  '/api/events': () => ({
    events: [
      {
        clientKey: crypto.randomUUID(),
        kind: 'promptCopied',
        at: new Date().toISOString(),
        itemKey: key,
        version: 1,
        surface: 'teams',
      },
    ],
  }),
  '/api/coaching/choice': () => ({ optedOut: true }),
  '/api/coaching/outreach': () => ({
    ...{ clientKey: crypto.randomUUID(), userId: key, way: 'teamsChat' },
  }),
  '/api/coaching/outreach/:clientKey/outcome': () => ({
    ...{ eTag: '"x"', outcome: 'willTry', note: null },
  }),
  '/api/practice/tasks/:clientKey/helpers': () => ({ offering: true }),
};

test('every route that takes JSON is in this file', () => {
  expect(Object.keys(good).sort()).toEqual(posts.map(({ path }) => path).sort());
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
    const places = Object.keys(good[path]!());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), anyValue, async (place, value) => {
        const spoiled = { ...good[path]!(), [place]: value };
        const response = await post(path, JSON.stringify(spoiled));
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('rows and events with any one value in any one place are answered the same way', async () => {
    const [list] = Object.entries(good[path]!()).find(([, value]) => Array.isArray(value)) ?? [];
    if (list === undefined) return;
    const [row] = good[path]!()[list] as Record<string, unknown>[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(row!)), anyValue, async (place, value) => {
        const response = await post(path, JSON.stringify({ [list]: [{ ...row, [place]: value }] }));
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  test('an object inside with any one value in any one place is answered the same way', async () => {
    const [name, inside] = Object.entries(good[path]!()).find(([, value]) => isObject(value)) ?? [];
    if (name === undefined) return;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(inside as object)),
        anyValue,
        async (place, value) => {
          const spoiled = { ...(inside as object), [place]: value };
          const response = await post(path, JSON.stringify({ ...good[path]!(), [name]: spoiled }));
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
      await post(path, JSON.stringify({ ...good[path]!(), extra: true })),
    );
    expect(refusal).toMatchObject({
      code: 'invalidRequest',
      issues: [{ path: 'extra', message: 'This field is not known.' }],
    });
  });

  test('another media type is refused as such', async () => {
    const response = await post(path, JSON.stringify(good[path]!()), 'text/plain');
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
  const request = { ...good['/api/feedback']!(), [place]: `Words ${value}` };
  expect(await expectRefusal(await post('/api/feedback', JSON.stringify(request)))).toMatchObject({
    issues: [{ path: place, message: 'Use characters that can be stored.' }],
  });
});

test('no message of a refusal quotes what was sent', async () => {
  const secret = 'Zebra4711';
  const response = await post(
    '/api/feedback',
    JSON.stringify({ ...good['/api/feedback']!(), kind: secret, surface: secret }),
  );
  expect(JSON.stringify(await response.json())).not.toContain(secret);
});
