import fc from 'fast-check';
import * as z from 'zod/mini';
import { goodRequests, unknownKey } from './goodRequests';

/** The part of an OpenAPI document that requests are made from. */
export const openApiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});
type Document = z.infer<typeof openApiDocument>;
type Schema = Record<string, unknown>;

/** A request to one of the API's addresses, good or not. */
export interface ArbitraryRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** Values on which parsers, databases and people's code are known to break. */
const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom<unknown>(
    ...['\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202e', '\ufeff', ' ', '\n', '%00', "'; --"],
    ...['x'.repeat(70_000), '9'.repeat(400), '𝔘'.repeat(300), '{{'.repeat(200), '<script>'],
    ...['0001-01-01', '9999-12-31', '2026-02-30', '2026-11-26T24:00:00Z', '+275760-09-13'],
    ...[1e308, -1e308, 5e-324, -0, 2 ** 53, 2 ** 31, -1, 0.1, true, null, [], {}],
    ...[[[[[[[[[[]]]]]]]]], Array.from({ length: 3_000 }, () => 'x')],
    ...[JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}') as unknown],
    ...[unknownKey.toUpperCase(), unknownKey, '"x"', 'W/"x"', '*'],
  ),
);

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\0', '%', '..', '../..', "'", 'a'.repeat(3_000), '__proto__', '-1', 'NaN'),
  fc.constantFrom('1e309', '2026-W46', '2026-W99', 'null', unknownKey, unknownKey.toUpperCase()),
);

/** A text whose characters a header may hold. */
const headerText = fc
  .string({ unit: 'binary-ascii', maxLength: 60 })
  .map((text) => text.replace(/[^\x20-\x7e]/g, '').trim());

const contentTypes = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    ...[
      'application/json; charset=utf-16',
      'application/merge-patch+json',
      'text/csv',
      'text/plain',
    ],
    ...['multipart/form-data', 'application/x-www-form-urlencoded', 'application/json;;;', ''],
  ),
  headerText,
);

const extraHeaders = fc.dictionary(
  fc.constantFrom(
    ...['if-none-match', 'if-match', 'content-encoding', 'accept', 'accept-encoding', 'range'],
    ...['transfer-encoding', 'x-forwarded-for', 'x-http-method-override', 'origin', 'cookie'],
    ...['x-request-id', 'expect', 'accept-language', 'content-length'],
  ),
  fc.oneof(headerText, fc.constantFrom('gzip', '*', '"x"', 'bytes=0-', 'PUT', '-1', '99999999999')),
  { maxKeys: 2 },
);

/** Requests to every operation of the document, by name. */
export function arbitraryRequests(document: Document): Map<string, fc.Arbitrary<ArbitraryRequest>> {
  return new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        `${method.toUpperCase()} ${path}`,
        requestsTo(path, method.toUpperCase(), operation, document),
      ]),
    ),
  );
}

function requestsTo(path: string, method: string, operation: Schema, document: Document) {
  const key = fc.oneof({ weight: 3, arbitrary: fc.constant(unknownKey) }, hostileText);
  const keys = fc.array(key, { minLength: 3, maxLength: 3 });
  const query = fc.dictionary(fc.constantFrom('other', ...queryNames(operation)), hostileText, {
    maxKeys: 4,
  });
  const shared = { keys, query, extra: extraHeaders, contentType: contentTypes };
  return fc
    .record({
      ...shared,
      body: method === 'GET' ? fc.constant(null) : bodiesOf(path, operation, document),
    })
    .map(({ keys: parts, query: asked, extra, contentType, body }): ArbitraryRequest => {
      const left = [...parts];
      const filled = path.replace(/\{\w+\}/g, () => encoded(left.pop() ?? ''));
      const search = Object.entries(asked).map(([name, value]) => `${name}=${encoded(value)}`);
      return {
        method,
        address: search.length === 0 ? filled : `${filled}?${search.join('&')}`,
        headers: { ...extra, ...(body === null ? {} : { 'content-type': contentType }) },
        body,
      };
    });
}

/** Half a character cannot be written in an address. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

function queryNames(operation: Schema): string[] {
  const parameters = z.array(z.looseObject({ in: z.string(), name: z.string() }));
  const listed = parameters.safeParse(operation['parameters']).data ?? [];
  return listed.filter((each) => each.in === 'query').map(({ name }) => name);
}

function bodiesOf(path: string, operation: Schema, document: Document) {
  const schema = (
    operation['requestBody'] as { content?: Record<string, { schema?: Schema }> } | undefined
  )?.content?.['application/json']?.schema;
  const good = goodRequests[path.replace(/\{(\w+)\}/g, ':$1')];
  const shaped: fc.Arbitrary<unknown>[] = [
    ...(schema === undefined ? [] : [fromSchema(schema, document, 0)]),
    ...(good === undefined ? [] : [fc.constant(null).map(() => good())]),
  ];
  const values = shaped.length === 0 ? hostileValues : fc.oneof(...shaped);
  const spoiled = fc
    .tuple(values, fc.array(fc.tuple(fc.nat(), hostileValues), { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => changes.reduce(spoil, value));
  return fc.oneof(
    { weight: 6, arbitrary: spoiled.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: values.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileValues.map((value) => JSON.stringify(value)) },
    fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
}

/** The value with something else in the place of its `at`th part. */
function spoil(value: unknown, [at, hostile]: [number, unknown]): unknown {
  const places = placesIn(value, []);
  return replaced(value, places[at % places.length] ?? [], hostile);
}

function placesIn(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || path.length > 6) return [path];
  const inside = Object.entries(value).slice(0, 40);
  return [path, ...inside.flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

function replaced(value: unknown, [name, ...rest]: readonly string[], hostile: unknown): unknown {
  if (name === undefined) return hostile;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, at) =>
      String(at) === name ? replaced(inner, rest, hostile) : inner,
    );
  }
  const object = value as Record<string, unknown>;
  return { ...object, [name]: replaced(object[name], rest, hostile) };
}

const deepest = 7;

/** Values of a JSON schema's form; where it says nothing, anything. */
function fromSchema(schema: Schema, document: Document, depth: number): fc.Arbitrary<unknown> {
  if (depth > deepest) return fc.constant(null);
  const inner = (each: unknown) => fromSchema(each as Schema, document, depth + 1);
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return inner(document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {});
  }
  const either = (schema['anyOf'] ?? schema['oneOf']) as unknown[] | undefined;
  if (either !== undefined) return fc.oneof(...either.map(inner));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries((schema['properties'] ?? {}) as Schema).map(([name, each]) => [
            name,
            inner(each),
          ]),
        ),
      );
    case 'array':
      return fc.array(inner(schema['items'] ?? {}), { maxLength: 3 });
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer(boundsOf(schema));
    case 'number':
      return fc.double({ ...boundsOf(schema), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function boundsOf(schema: Schema) {
  const { minimum, maximum } = schema;
  return {
    ...(typeof minimum === 'number' ? { min: minimum } : {}),
    ...(typeof maximum === 'number' ? { max: Math.min(maximum, 2 ** 31 - 1) } : {}),
  };
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema['format'] === 'uuid') return fc.oneof(fc.uuid(), fc.constant(unknownKey));
  const longest = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : 200;
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: Math.min(longest, 200) }),
    fc.constantFrom('2026-12-01', '2026-11', '2026-12-01T09:00:00Z', 'Europe/Berlin', 'audit'),
    fc.constantFrom('{{client}} {{', 'https://example.com/a', 'x'.repeat(longest), 'en', '"x"'),
    fc.uuid(),
  );
}
