import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createTestProduct, type TestProduct } from '../../local-tenant/testProduct';
import { routes } from '../routes';
import { documentText } from './openApi';

const operation = z.looseObject({
  requestBody: z.optional(z.looseObject({})),
  responses: z.record(z.string(), z.looseObject({})),
});
const shape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

let it: TestProduct;
let document: unknown;
beforeAll(async () => {
  it = await createTestProduct();
  document = await (await it.ask(null, '/api/openapi.json')).json();
});
afterAll(() => it.close());

test('docs/openapi.json is what the API says of itself (npm run openapi writes it)', async () => {
  const kept = await readFile(
    fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url)),
    'utf8',
  );
  expect(kept).toBe(documentText(document));
});

test('the document has every route of the table and no other', () => {
  const { paths } = shape.parse(document);
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual(listed.sort());
});

test('every route that takes a body says which', () => {
  const { paths } = shape.parse(document);
  for (const { method, path, longestBody } of routes) {
    const described = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect([path, described?.requestBody !== undefined]).toEqual([path, longestBody > 0]);
  }
});

test('every reference in it leads to a shape that it has', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  const { components } = z
    .looseObject({ components: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(document);
  const dangling = references.filter(([, kind, name]) => !components[kind ?? '']?.[name ?? '']);
  expect(dangling).toEqual([]);
  expect(text).not.toContain('"#/$defs/');
});
