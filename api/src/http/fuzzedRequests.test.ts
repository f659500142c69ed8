import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  arbitraryRequests,
  openApiDocument,
  type ArbitraryRequest,
} from '../../local-tenant/testing/arbitraryRequests';
import { createTestProduct, type TestProduct } from '../../local-tenant/testProduct';

/** The same requests each time; another seed, or more of them, by these (docs/CONTRIBUTING.md). */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_126);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 10_000);

let it: TestProduct;
let tokens: readonly string[];
beforeAll(async () => {
  it = await createTestProduct({ switches: { enforceLimits: false } });
  tokens = await Promise.all(
    (['alice', 'alice', 'carol', 'dora', 'erin'] as const).map((name) => it.token(name)),
  );
});
afterAll(() => it.close());

async function answerTo({ method, address, headers, body }: ArbitraryRequest, token: string) {
  const response = await it.product.app.http.request(address, {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    body,
  });
  return { status: response.status, text: await response.text() };
}

test(`${requests} requests of every kind are answered, and none as our fault (seed ${seed})`, async () => {
  const served = await it.ask(null, '/api/openapi.json');
  const operations = arbitraryRequests(openApiDocument.parse(await served.json()));
  const numRuns = Math.ceil(requests / operations.size);
  const met = new Map<number, number>();
  for (const [name, request] of operations) {
    const anybody = fc.constantFrom(...tokens);
    await fc.assert(
      fc.asyncProperty(request, anybody, async (asked, token) => {
        const { status, text } = await answerTo(asked, token);
        met.set(status, (met.get(status) ?? 0) + 1);
        expect([name, status < 500 || text]).toEqual([name, true]);
      }),
      { numRuns, seed },
    );
  }
  expect([...met.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(requests);
  // Not everything was stopped at the door: some of it was done, or reached a rule.
  for (const status of [200, 202, 400, 403, 404, 409, 412, 413, 415]) {
    expect([status, (met.get(status) ?? 0) > 0]).toEqual([status, true]);
  }
});

test('nothing that was sent changed what all objects inherit', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
