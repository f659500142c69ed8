import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canShowTotal, hideSmallGroups, type CountedGroup } from './hideSmallGroups';

const group = (key: string, n: number, of: number): CountedGroup => ({ key, n, of });
const hiddenOf = (...groups: CountedGroup[]) => [...hideSmallGroups(groups)].sort();

describe('small groups', () => {
  test('are hidden below five people, and the next smallest with them', () => {
    expect(hiddenOf(group('Board', 2, 4), group('Tax', 6, 12), group('Audit', 20, 80))).toEqual([
      'Board',
      'Tax',
    ]);
  });

  test('need no third when two of them protect each other', () => {
    expect(hiddenOf(group('Board', 2, 4), group('Legal', 1, 3), group('Audit', 20, 80))).toEqual([
      'Board',
      'Legal',
    ]);
  });

  test('take a third along when both are empty, for nothing plus nothing gives both away', () => {
    expect(hiddenOf(group('Board', 0, 4), group('Legal', 0, 3), group('Audit', 20, 80))).toEqual([
      'Audit',
      'Board',
      'Legal',
    ]);
  });

  test('of five to nine are hidden when nobody or everybody acted', () => {
    expect(hiddenOf(group('Tax', 9, 9), group('Risk', 4, 11), group('Audit', 20, 80))).toEqual([
      'Risk',
      'Tax',
    ]);
    expect(hiddenOf(group('Tax', 8, 9), group('Risk', 4, 11), group('Audit', 20, 80))).toEqual([]);
  });

  test('stay hidden once they were, and what that needs is hidden too', () => {
    const groups = [group('Tax', 6, 12), group('Risk', 5, 20), group('Audit', 20, 80)];
    const hidden = hideSmallGroups(groups, { hiddenBefore: new Set(['Tax']) });
    expect([...hidden].sort()).toEqual(['Risk', 'Tax']);
  });

  test('without people are not hidden: there is nothing to hide', () => {
    expect(hiddenOf(group('Empty', 0, 0), group('Audit', 20, 80))).toEqual([]);
  });
});

describe('a total', () => {
  test('is shown when it speaks of enough people', () => {
    expect(canShowTotal({ n: 3, of: 5 })).toBe(true);
    expect(canShowTotal({ n: 0, of: 900 })).toBe(true);
    expect(canShowTotal({ n: 3, of: 4 })).toBe(false);
    expect(canShowTotal({ n: 7, of: 7 })).toBe(false);
  });
});

describe('for any firm', () => {
  const firm = fc
    .array(
      fc.nat({ max: 12 }).chain((of) => fc.tuple(fc.nat({ max: of }), fc.constant(of))),
      { minLength: 2, maxLength: 4 },
    )
    .map((counts) => counts.map(([n, of], index) => group(`g${index}`, n, of)));
  const before = fc.uniqueArray(fc.constantFrom<string>('g0', 'g1', 'g2', 'g3'));
  const sum = (of: readonly CountedGroup[], what: 'n' | 'of') =>
    of.reduce((total, each) => total + each[what], 0);

  test('no hidden count can be derived by subtraction: more than one answer fits what is shown', () => {
    fc.assert(
      fc.property(firm, before, (groups, hiddenBefore) => {
        const hidden = hideSmallGroups(groups, { hiddenBefore: new Set(hiddenBefore) });
        const secret = groups.filter((each) => hidden.has(each.key));
        const left =
          sum(groups, 'n') -
          sum(
            groups.filter((each) => !hidden.has(each.key)),
            'n',
          );
        const whole = sum(groups, 'of');
        const total = sum(groups, 'n');
        // Where the whole is one person, or all alike, or one group, no hiding of groups helps.
        const people = groups.filter((each) => each.of > 0);
        fc.pre(total > 0 && total < whole && people.length > 1 && whole >= 5);
        const answers = possibleAnswers(secret, left);
        for (const [index] of secret.entries()) {
          expect(new Set(answers.map((answer) => answer[index])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no group below five is shown, nor nobody or everybody of fewer than ten', () => {
    fc.assert(
      fc.property(firm, (groups) => {
        const hidden = hideSmallGroups(groups);
        for (const { key, n, of } of groups) {
          if (of === 0 || hidden.has(key)) continue;
          expect(of).toBeGreaterThanOrEqual(5);
          expect(of < 10 && (n === 0 || n === of)).toBe(false);
        }
      }),
    );
  });

  test('what was hidden before is hidden still', () => {
    fc.assert(
      fc.property(firm, before, (groups, hiddenBefore) => {
        const hidden = hideSmallGroups(groups, { hiddenBefore: new Set(hiddenBefore) });
        return groups.every(
          ({ key, of }) => of === 0 || !hiddenBefore.includes(key) || hidden.has(key),
        );
      }),
    );
  });

  /** Every way the hidden groups, their sizes known, could share `left` people: by trying them all. */
  function possibleAnswers(secret: readonly CountedGroup[], left: number): number[][] {
    const [first, ...rest] = secret;
    if (!first) return left === 0 ? [[]] : [];
    const answers: number[][] = [];
    for (let n = 0; n <= Math.min(first.of, left); n += 1) {
      for (const answer of possibleAnswers(rest, left - n)) answers.push([n, ...answer]);
    }
    return answers;
  }
});
