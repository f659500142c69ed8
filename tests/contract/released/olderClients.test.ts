import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { brokenForOlderClients, type ApiDocument, type Schema } from './olderClients';

async function read(path: string): Promise<ApiDocument> {
  return JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8')) as ApiDocument;
}

test('a tab or pane of the last release goes on with the API of now', async () => {
  const released = await read('openapi.json');
  const now = await read('../../../docs/openapi.json');
  expect(Object.keys(released.paths).length).toBeGreaterThan(100);
  expect(brokenForOlderClients(released, now)).toEqual([]);
});

test('answers may gain properties, also of shapes that people send', async () => {
  const now = await read('../../../docs/openapi.json');
  const found = Object.values(now.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ content }) =>
        closedIn(now, content?.['application/json']?.schema ?? {}),
      ),
    ),
  );
  // Health and readiness have no shape of a name, and no client.
  expect([...new Set(found)].filter((at) => at !== '')).toEqual([]);
});

/** Which shapes under this one refuse properties that they do not know. */
function closedIn(
  document: ApiDocument,
  schema: Schema,
  at = '',
  seen = new Set<string>(),
): string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    if (seen.has(name)) return [];
    seen.add(name);
    return closedIn(document, document.components.schemas[name] ?? {}, name, seen);
  }
  const {
    properties = {},
    items,
    anyOf = [],
    oneOf = [],
    additionalProperties: others,
    propertyNames,
  } = schema;
  const inner: [string, Schema][] = [
    ...Object.entries(properties),
    ...[...anyOf, ...oneOf, ...(items ? [items] : [])].map((each): [string, Schema] => ['', each]),
    ...(typeof others === 'object' ? [['', others] as [string, Schema]] : []),
  ];
  return [
    ...(others === false || propertyNames?.enum
      ? [at.replaceAll(/\.+/g, '.').replace(/\.$/, '')]
      : []),
    ...inner.flatMap(([name, each]) => closedIn(document, each, `${at}.${name}`, seen)),
  ];
}

const text: Schema = { type: 'string', minLength: 1, maxLength: 20 };
const state: Schema = { type: 'string', enum: ['open', 'closed'] };
const thing: Schema = {
  type: 'object',
  properties: { text, state, note: { type: ['string', 'null'] }, size: { type: 'number' } },
  required: ['text', 'state', 'note'],
};

/** One route of each kind; `sent` is refused where it says more than is known, `answered` is not. */
function api(changes: { sent?: Schema; answered?: Schema; status?: string; path?: string } = {}) {
  const { sent = thing, answered = thing, status = '200', path = '/things' } = changes;
  const json = (schema: Schema) => ({ 'application/json': { schema } });
  return {
    paths: {
      [path]: {
        post: {
          requestBody: { required: true, content: json({ ...sent, additionalProperties: false }) },
          responses: { [status]: { content: json({ $ref: '#/components/schemas/Thing' }) } },
        },
      },
    },
    components: { schemas: { Thing: answered }, parameters: {} },
  } satisfies ApiDocument;
}

const changed = (name: string, schema: Schema): Schema => ({
  ...thing,
  properties: { ...thing.properties, [name]: schema },
});
function without(name: string): Schema {
  const kept = Object.entries(thing.properties ?? {}).filter(([each]) => each !== name);
  const properties = Object.fromEntries(kept);
  const required = thing.required?.filter((each) => each !== name);
  return { ...thing, properties, ...(required && { required }) };
}
const requiring = (...names: string[]): Schema => ({ ...thing, required: names });

describe('an older client is broken by', () => {
  test.each<[string, ReturnType<typeof api>, string]>([
    ['a route that is gone', api({ path: '/other' }), 'is gone'],
    ['a status that is gone', api({ status: '202' }), 'answers no 200'],
    [
      'a property that is newly required',
      api({ sent: requiring('text', 'state', 'note', 'size') }),
      'body.size may be missing',
    ],
    ['a property that is refused now', api({ sent: without('size') }), 'body.size is refused'],
    [
      'a shorter text',
      api({ sent: changed('text', { ...text, maxLength: 10 }) }),
      'body.text may break maxLength',
    ],
    [
      'a form that is asked for',
      api({ sent: changed('text', { ...text, format: 'uuid' }) }),
      'body.text may break format',
    ],
    [
      'a value that is taken no more',
      api({ sent: changed('state', { type: 'string', enum: ['open'] }) }),
      'body.state may be "closed"',
    ],
    [
      'null that is taken no more',
      api({ sent: changed('note', { type: 'string' }) }),
      'body.note may be null',
    ],
    [
      'another type',
      api({ sent: changed('size', { type: 'integer' }) }),
      'body.size may be number',
    ],
    ['an answer without what it had', api({ answered: without('text') }), 'answer 200 lacks text'],
    [
      'an answer that may lack it',
      api({ answered: requiring('state', 'note') }),
      'answer 200.text may be missing',
    ],
    [
      'an answer that may be null',
      api({ answered: changed('text', { ...text, type: ['string', 'null'] }) }),
      'answer 200.text may be null',
    ],
    [
      'an answer with a value that nobody knew',
      api({ answered: changed('state', { type: 'string', enum: ['open', 'closed', 'late'] }) }),
      'answer 200.state may be "late"',
    ],
    [
      'an answer longer than it was',
      api({ answered: changed('text', { ...text, maxLength: 30 }) }),
      'answer 200.text may break maxLength',
    ],
  ])('%s', (_what, now, line) => {
    expect(brokenForOlderClients(api(), now)).toEqual([`POST /things ${line}`]);
  });
});

test.each<[string, ReturnType<typeof api>]>([
  ['nothing', api()],
  ['a new property of an answer', api({ answered: changed('more', { type: 'string' }) })],
  ['a new property of a request that may be left out', api({ sent: changed('more', text) })],
  ['a longer text in a request', api({ sent: changed('text', { ...text, maxLength: 30 }) })],
  [
    'a value less in an answer',
    api({ answered: changed('state', { type: 'string', enum: ['open'] }) }),
  ],
  ['a property of a request that is required no more', api({ sent: requiring('text') })],
])('%s breaks no older client', (_what, now) => {
  expect(brokenForOlderClients(api(), now)).toEqual([]);
});
