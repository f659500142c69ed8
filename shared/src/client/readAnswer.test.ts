import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readAnswer } from './readAnswer';

const inner = z.strictObject({ day: z.string() });
const subject = z.union([
  z.strictObject({ type: z.literal('tool'), inner }),
  z.strictObject({ type: z.literal('item'), key: z.string() }),
]);
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate'), rate: z.number() }),
  z.strictObject({ kind: z.literal('none') }),
]);
const counts = z.partialRecord(z.enum(['a', 'b']), z.number());
const schema = z.object({
  subjects: z.array(subject),
  target: z.nullable(target),
  budget: z.optional(z.strictObject({ hours: z.number() })),
  counts,
});
const known = {
  subjects: [
    { type: 'tool', inner: { day: '2026-11-02' } },
    { type: 'item', key: 'k' },
  ],
  target: { kind: 'rate', rate: 0.6 },
  budget: { hours: 3 },
  counts: { a: 1 },
};

/** The same with a property that no schema has heard of, in every object. */
function grown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(grown);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, grown(each)]);
  return { ...Object.fromEntries(entries), newer: { more: 1 } };
}

test('what a newer API says besides is left out, however deep and in whichever form', () => {
  expect(readAnswer(schema, known).data).toEqual(known);
  expect(readAnswer(schema, grown(known)).data).toEqual(known);
});

test.each([
  ['a value that nobody knows', { ...known, target: { kind: 'late', newer: 1 } }],
  ['something that is missing', { ...known, subjects: [{ type: 'item', newer: 1 }] }],
  ['another type', { ...known, budget: { hours: 'three', newer: 1 } }],
  ['no answer at all', null],
])('%s is refused as before', (_what, answer) => {
  expect(readAnswer(schema, answer).success).toBe(false);
});
