import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ada, addItems, adminApp, createScratch, person, site } from './scratchTenant';

const oddText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('', ' ', "'", '"', '%', '%zz', '../..', '\u0000', '𝄞', 'null', '-1', '1e9', '{}'),
);
const segment = fc.oneof(
  fc.constantFrom(
    'sites',
    'lists',
    'items',
    'fields',
    'delta',
    'versions',
    'users',
    'groups',
    'me',
    'subscriptions',
    'events',
    'permissions',
    'columns',
    'copilot',
    'reports',
    "getMicrosoft365CopilotUsageUserDetail(period='D8')",
    'teamwork',
    'sendActivityNotification',
    'admin',
    'reportSettings',
  ),
  oddText.map((text) => encodeURIComponent(text)),
  fc.constantFrom('%', '%E0%A4%A', "items('1')", '$batch', 'root', 'x:', ':'),
);
const option = fc.tuple(
  fc.constantFrom(
    '$filter',
    '$select',
    '$expand',
    '$top',
    '$skiptoken',
    '$orderby',
    '$deltatoken',
    '$format',
    'token',
    '$odd',
  ),
  fc.oneof(
    oddText,
    fc.constantFrom(
      'fields/Title',
      'fields/Title eq',
      "fields/Title eq 'a",
      'fields/Title eq 1',
      '((((',
      'fields($select=)',
      'fields($select=Title',
      'startswith(fields/Title)',
      'fields/Key eq 2026-99-99',
    ),
  ),
);
const headers = fc.dictionary(
  fc.constantFrom('if-match', 'prefer', 'content-type', 'client-request-id', 'authorization'),
  fc.constantFrom('', 'x', '"', 'W/"', 'application/json', 'text/plain', 'application/xml'),
);
const body = fc.oneof(
  fc.constantFrom('', '{', 'null', '[]', '"x"', '{"fields":1}', '{"fields":{"Title":{}}}'),
  fc.json(),
  fc.constantFrom(
    '{"requests":{}}',
    '{"requests":[1]}',
    '{"requests":[{"id":"a"}]}',
    '{"requests":[{"id":"a","method":"GET","url":"http://x y"}]}',
    '{"fields":{"__proto__":"x","constructor":"y"}}',
    '{"columns":[null],"displayName":"x"}',
    '{"changeType":"updated","resource":"sites/x/lists/y","notificationUrl":"not an address"}',
    '{"start":{"dateTime":"noon"},"end":null,"attendees":[{}]}',
    '{"topic":{"value":1},"recipients":[null],"activityType":{}}',
    '{"roles":["king"],"grantedTo":[{"application":null}]}',
    '{"displayConcealedNames":"yes"}',
  ),
);

test('A Errors: a malformed request is always a Graph-shaped 4xx, and writes nothing', async () => {
  const { tenant, admin, createList } = await createScratch('plain HTTP');
  tenant.directory.addUsers([person(ada, 'Ada Hart')]);
  const list = await createList([{ name: 'Key', text: {}, indexed: true }]);
  await addItems(admin, list, [{ Title: 'kept', Key: 'k' }]);
  const token = await tenant.entra.appToken(adminApp, 'https://graph.microsoft.com');
  const snapshot = async () =>
    JSON.stringify([
      (await admin.send('GET', `${site}/lists`)).body,
      (await admin.send('GET', `${list}/columns`)).body,
      (await admin.send('GET', `${list}/items?$expand=fields`)).body['value'],
    ]);
  const before = await snapshot();

  const path = fc.oneof(
    fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
    fc
      .tuple(
        fc.constantFrom(`${list}/items`, `${list}/items/1`, `${list}/items/delta`, list, site),
        segment,
      )
      .map(([known, odd]) => `${known}/${odd}`),
    fc.constantFrom(`${list}/items`, `${list}/items/1/fields`, `${list}/columns`, '/$batch'),
    fc.constantFrom(
      '/subscriptions',
      `/users/${ada}/events`,
      `/users/${ada}/teamwork/sendActivityNotification`,
      '/teamwork/sendActivityNotificationToRecipients',
      '/admin/reportSettings',
      `${site}/permissions`,
    ),
  );
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'OPTIONS'),
    path,
    options: fc.array(option, { maxLength: 2 }),
    headers,
    body,
  });
  const malformed = 2000;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const query = asked.options
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');
      const response = await tenant.send(
        new Request(`https://graph.microsoft.com/v1.0${asked.path}?${query}`, {
          method: asked.method,
          headers: { authorization: `Bearer ${token}`, ...asked.headers },
          ...(asked.method === 'GET' ? {} : { body: asked.body }),
        }),
      );
      expect(response.status).toBeLessThan(500);
      if (response.status >= 400) {
        const { error } = (await response.json()) as {
          error: { code: unknown; message: unknown; innerError: Record<string, unknown> };
        };
        expect(error.code).toBeTypeOf('string');
        expect(error.message).toBeTypeOf('string');
        expect(error.innerError['request-id']).toBe(response.headers.get('request-id'));
        refused += 1;
      } else if (asked.path === '/$batch') {
        // The outer answer is 200 even if all fail; what is inside must have failed in Graph's shape.
        const { responses } = (await response.json()) as {
          responses: { status: number; body: { error: { code: unknown } } }[];
        };
        for (const inner of responses) {
          expect([inner.status >= 400 && inner.status < 500, typeof inner.body.error.code]).toEqual(
            [true, 'string'],
          );
        }
        refused += 1;
      } else if (asked.method !== 'GET') {
        // What was accepted was not malformed after all: only an empty change or an empty item may be.
        expect([asked.method, asked.path, asked.body, response.status]).toEqual([
          asked.method,
          expect.stringMatching(/\/(?:items|fields)$/) as string,
          expect.stringMatching(/^\s*\{/) as string,
          expect.any(Number) as number,
        ]);
        await tidy(response, asked.method);
        fc.pre(false);
      } else {
        // A request that can be answered was not malformed and does not count.
        fc.pre(false);
      }
    }),
    // Bounded in time: enough skips for what turns out well formed, and no endless shrinking.
    {
      numRuns: malformed,
      maxSkipsPerRun: 5,
      interruptAfterTimeLimit: 20_000,
      markInterruptAsFailure: true,
    },
  );
  expect(refused).toBeGreaterThanOrEqual(malformed);
  const after = await snapshot();
  expect(withoutChanges(after)).toEqual(withoutChanges(before));

  /** Takes back the empty item an acceptable `{}` makes, so that whatever else was written shows. */
  async function tidy(response: Response, method: string): Promise<void> {
    if (method !== 'POST') return;
    const { id } = (await response.json()) as { id: string };
    await admin.send('DELETE', `${list}/items/${id}`);
  }
});

/** Leaves out what an empty but valid change moves: versions and times. */
function withoutChanges(text: string): string {
  return text
    .replaceAll(/\},\d+\\"/g, '}')
    .replaceAll(/"(?:lastModifiedDateTime|Modified|_UIVersionString)":"[^"]*"/g, '""');
}
