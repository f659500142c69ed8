import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilter } from './filterParser';
import { GraphFailure } from './graphFailure';

test('a comparison is a path, an operator and a literal of its kind', () => {
  expect(parseFilter("fields/Title eq 'it''s'")).toEqual([
    { path: 'fields/Title', operator: 'eq', literal: { kind: 'text', value: "it's" } },
  ]);
  expect(parseFilter('fields/Score ge -1.5e2')).toEqual([
    { path: 'fields/Score', operator: 'ge', literal: { kind: 'number', value: -150 } },
  ]);
  expect(parseFilter('createdDateTime lt 2026-11-23T10:00:00Z')).toEqual([
    {
      path: 'createdDateTime',
      operator: 'lt',
      literal: { kind: 'date', value: '2026-11-23T10:00:00Z' },
    },
  ]);
  expect(parseFilter('fields/Open ne null')).toEqual([
    { path: 'fields/Open', operator: 'ne', literal: { kind: 'null', value: null } },
  ]);
});

test('words inside a text are not operators', () => {
  const [only, ...more] = parseFilter("fields/Title eq 'a and (b) or startswith(c,''d'')'");
  expect(more).toEqual([]);
  expect(only?.literal.value).toBe("a and (b) or startswith(c,'d')");
});

test('conditions joined by and are one flat list, whatever their parentheses', () => {
  const nested = "(id gt 1 and ((startswith(fields/A,'x')))) and (fields/A ne 'y' and id le 9)";
  const flat = "id gt 1 and startswith(fields/A,'x') and fields/A ne 'y' and id le 9";
  expect(parseFilter(nested)).toEqual(parseFilter(flat));
  expect(parseFilter("startswith(fields/A,'x') eq true")).toEqual(
    parseFilter("startswith(fields/A,'x')"),
  );
});

test.each([
  '',
  'id',
  'id eq',
  'id eq 1 and',
  '(id eq 1',
  'id eq 1)',
  "id eq 'open",
  'id eq 1 id eq 2',
  'id eq 1 or id eq 2',
  'not (id eq 1)',
  "contains(fields/A,'x')",
  'id eq 1abc',
  'startswith(fields/A,1)',
  'fields/ eq 1',
])('`%s` is refused as a bad request', (filter) => {
  expect(() => parseFilter(filter)).toThrow(GraphFailure);
});

test('any text, quoted, comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [comparison] = parseFilter(`fields/A eq '${text.replaceAll("'", "''")}'`);
      expect(comparison?.literal).toEqual({ kind: 'text', value: text });
    }),
  );
});

test('whatever is sent as a filter is parsed or refused, never anything else', () => {
  const word = fc.constantFrom(
    'id',
    'eq',
    'and',
    'or',
    '(',
    ')',
    ',',
    "'a'",
    '1',
    'null',
    'fields/A',
    ' ',
    '/',
    "'",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (filter) => {
        try {
          parseFilter(filter);
        } catch (error) {
          expect(error).toBeInstanceOf(GraphFailure);
        }
      },
    ),
  );
});
