import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GraphError } from '../graph/graphError';
import { createLog } from './log';
import { plainError } from './plainError';

const marked = 'Zyxel Marker';

/** Errors as libraries throw them, with what somebody wrote in their message. */
const quoting: readonly (readonly [string, (words: string) => Error])[] = [
  [
    'Graph, which repeats what was sent',
    (words) => new GraphError({ status: 400, code: 'invalidRequest', message: words }),
  ],
  [
    'PostgreSQL, which repeats a value',
    (words) =>
      Object.assign(new Error(`invalid input syntax for type uuid: ${words}`), {
        ...{ severity: 'ERROR', code: '22P02', detail: `Key (${words}) exists`, table: 'outbox' },
      }),
  ],
  [
    'JSON, which shows what it could not read',
    (words) => {
      try {
        JSON.parse(words);
      } catch (error) {
        return error as Error;
      }
      return new SyntaxError(words);
    },
  ],
  [
    'a library of whose errors nobody knows',
    (words) => new (class Unheard extends Error {})(words),
  ],
  [
    'a package, which throws a plain error',
    (words) => {
      const error = new Error(words);
      error.stack = `Error: ${words}\n    at parse (/app/node_modules/careless/index.js:1:1)`;
      return error;
    },
  ],
  ['code that quotes', (words) => new Error(`cannot take "${words.replaceAll('"', '')}"`)],
  [
    'code that names an address',
    (words) => new Error(`no ${words.replace(/\W/g, '')}@example.com`),
  ],
  ['a cause', (words) => new Error('failed', { cause: new SyntaxError(words) })],
  ['a name', (words) => Object.assign(new Error('failed'), { name: words })],
  ['a code', (words) => Object.assign(new Error('failed'), { code: words })],
];

describe.each(quoting)('of an error of %s', (_, errorWith) => {
  test('the log keeps no word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (around) => {
        const kept = JSON.stringify(plainError(errorWith(`${around} ${marked}\n    at ${marked}`)));
        expect(kept).not.toContain('Zyxel');
      }),
      { numRuns: 50 },
    );
  });
});

test('what support needs is kept: kind, codes, place, and Graph’s own id of the call', () => {
  const requestId = '11111111-2222-4333-8444-555555555555';
  const refused = new GraphError({ status: 429, code: 'tooMany', message: marked, requestId });
  expect(plainError(refused)).toMatchObject({
    ...{ name: 'GraphError', status: 429, code: 'tooMany', graphRequestId: requestId },
    stack: expect.arrayContaining([expect.stringContaining('plainError.test')]) as unknown,
  });
  expect(plainError(new Error('No definition of the list Library'))).toMatchObject({
    message: 'No definition of the list Library',
  });
});

test('a line has its event, its sentence and the fields of the event', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  log.tell('listening', { port: 3001 });
  log.tell('request', { requestId: 'x', method: 'GET', route: '/api/me', status: 200, ms: 1 });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      ...{ level: 30, event: 'listening', port: 3001, msg: 'the API listens' },
      time: expect.any(String) as unknown,
    },
  ]);
});
