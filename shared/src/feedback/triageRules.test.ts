import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStorable, singleLineLimit } from '../text';
import { feedbackStates } from './feedbackSubject';
import type { ClosingOutcome, TriageAct } from './triage';
import { unanswered, type TriageProgress } from './triageProgress';
import { canMerge, canTriage, triageChange } from './triageRules';

const key = fc.uuid();
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 }).filter(isStorable);
const line = words.map((text) => text.replace(/[\r\n]/g, ' ').slice(0, 200)).filter(isStorable);
const note = fc.option(words);

const outcome: fc.Arbitrary<ClosingOutcome> = fc.oneof(
  fc.record({
    route: fc.constant('promptAdjusted' as const),
    itemKey: key,
    version: fc.integer({ min: 1, max: 999 }),
  }),
  fc.record({
    route: fc.constant('workflowChanged' as const),
    ...{ workflowKey: key, stepKey: fc.option(line), change: words },
  }),
  fc.record({
    route: fc.constant('trainingChanged' as const),
    ...{ sessionKey: fc.option(key), training: line },
  }),
  fc.record({
    route: fc.constant('vendor' as const),
    ...{ reference: line, sentOn: day, answer: words },
  }),
  fc.record({ route: fc.constant('declined' as const), reason: words }),
);

const closing = fc.record({ do: fc.constant('close' as const), outcome, note });
const act: fc.Arbitrary<TriageAct> = fc.oneof(
  fc.record({ do: fc.constant('takeUp' as const), note }),
  fc.record({ do: fc.constant('assign' as const), to: fc.option(key) }),
  fc.record({ do: fc.constant('adjustPrompt' as const), itemKey: key }),
  fc.record({ do: fc.constant('sendToVendor' as const), reference: line, sentOn: day, note }),
  closing,
  fc.record({ do: fc.constant('reopen' as const), note }),
  fc.record({ do: fc.constant('merge' as const), into: key }),
  fc.record({ do: fc.constantFrom('unmerge' as const, 'holdBack' as const, 'share' as const) }),
);

const context = fc.record({
  at: fc.constant('2026-11-25T09:00:00Z'),
  ...{ answerDueOn: day, title: words, step: fc.option(line), published: fc.nat(99) },
});

/** What acts that are allowed lead to, one after another. */
const progress = fc
  .array(fc.tuple(act, context), { maxLength: 8 })
  .map((acts) =>
    acts.reduce<TriageProgress>(
      (at, [next, given]) =>
        canTriage({ kind: 'suggestion', ...at }, next.do).allowed
          ? { ...at, ...triageChange(at, next, given) }
          : at,
      unanswered,
    ),
  );
const does = (kind: TriageAct['do']) => act.filter((one) => one.do === kind);

test('whatever champions do, what is closed has one outcome that says what it is linked to', () => {
  fc.assert(
    fc.property(progress, ({ state, outcome: way, outcomeReference, closedAt }) => {
      if (state !== 'closed') expect(closedAt).toBeNull();
      if (state === 'closed') {
        expect(way).not.toBeNull();
        expect(outcomeReference).not.toBeNull();
        expect(closedAt).not.toBeNull();
      }
      if (state === 'new') expect([way, outcomeReference]).toEqual([null, null]);
    }),
  );
});

test('only what somebody promised to change awaits a version, and only the vendor has a sent day', () => {
  fc.assert(
    fc.property(progress, ({ state, outcome: way, awaitsItem, awaitsAfter, vendorSentOn }) => {
      const waits = state === 'inProgress' && way === 'promptAdjusted';
      expect([awaitsItem !== null, awaitsAfter !== null]).toEqual([waits, waits]);
      expect(vendorSentOn !== null).toBe(way === 'vendor');
    }),
  );
});

test('the first answer stays the first, and what is not new any more was answered', () => {
  fc.assert(
    fc.property(progress, act, context, (before, next, given) => {
      if (before.state !== 'new') expect(before.respondedAt).not.toBeNull();
      const { respondedAt } = { ...before, ...triageChange(before, next, given) };
      if (before.respondedAt !== null) expect(respondedAt).toBe(before.respondedAt);
    }),
  );
});

test('whatever is written, a column of one line gets one line that it holds', () => {
  fc.assert(
    fc.property(closing, context, (next, given) => {
      const { outcomeReference } = triageChange(unanswered, next, given);
      expect(outcomeReference?.length).toBeLessThanOrEqual(singleLineLimit);
      expect(isStorable(outcomeReference ?? '')).toBe(true);
    }),
  );
});

test('a reason and a change are told whole, in the one line or in the note', () => {
  fc.assert(
    fc.property(closing, context, (next, given) => {
      const { route } = next.outcome;
      const said =
        route === 'declined'
          ? next.outcome.reason
          : route === 'workflowChanged'
            ? next.outcome.change
            : '';
      const { outcomeReference, outcomeNote } = triageChange(unanswered, next, given);
      const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
      const told = [plain(outcomeReference ?? ''), plain(outcomeNote ?? '')];
      expect(told.some((text) => text.includes(plain(said)))).toBe(true);
      expect(outcomeNote ?? '').toContain(next.note ?? '');
    }),
  );
});

test('merging and giving to somebody change nothing else', () => {
  fc.assert(
    fc.property(
      progress,
      context,
      does('merge'),
      does('assign'),
      (before, given, merge, assign) => {
        expect(Object.keys(triageChange(before, merge, given))).toEqual(['mergedInto']);
        expect(Object.keys(triageChange(before, assign, given))).toEqual(['assignedTo']);
      },
    ),
  );
});

test('opening again counts, and asks for an answer anew', () => {
  fc.assert(
    fc.property(progress, context, does('reopen'), (before, given, reopen) => {
      expect(triageChange(before, reopen, given)).toMatchObject({
        ...{ state: 'new', reopened: before.reopened + 1, answerDueOn: given.answerDueOn },
      });
    }),
  );
});

test('what was merged is only unmerged; what is closed is only opened again', () => {
  const acts = ['takeUp', 'assign', 'adjustPrompt', 'sendToVendor', 'close', 'reopen', 'merge'];
  for (const one of [...acts, 'unmerge'] as TriageAct['do'][]) {
    for (const state of feedbackStates) {
      expect(canTriage({ kind: 'flag', state, mergedInto: 'other' }, one).allowed).toBe(
        one === 'unmerge',
      );
    }
    const closed = canTriage({ kind: 'flag', state: 'closed', mergedInto: null }, one);
    expect([one, closed.allowed]).toEqual([one, one === 'reopen']);
  }
});

test('a suggestion is held back or shared whatever became of it, a flag never', () => {
  for (const act of ['holdBack', 'share'] as const) {
    for (const state of feedbackStates) {
      const item = { kind: 'suggestion', state, mergedInto: null } as const;
      expect(canTriage(item, act)).toEqual({ allowed: true });
      expect(canTriage({ ...item, kind: 'flag' }, act)).toMatchObject({ reason: 'noSuggestion' });
    }
  }
});

test('one goes on in another of its kind that was not merged itself', () => {
  const flag = { clientKey: 'a', kind: 'flag', mergedInto: null } as const;
  const into = { ...flag, clientKey: 'b' };
  expect(canMerge(flag, into)).toEqual({ allowed: true });
  expect(canMerge(flag, flag)).toMatchObject({ reason: 'mergedIntoItself' });
  expect(canMerge(flag, { ...into, mergedInto: 'c' })).toMatchObject({
    reason: 'mergedIntoMerged',
  });
  expect(canMerge(flag, { ...into, kind: 'suggestion' })).toMatchObject({
    reason: 'mergedIntoOtherKind',
  });
});
