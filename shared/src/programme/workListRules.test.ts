import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import type { WorkCause } from './workList';
import { canMark, keyOf, workListOf, type WorkMark } from './workListRules';

const today = '2026-11-25';
const key = (index: number) =>
  `6f9619ff-8b86-4d01-b42d-00cf4fc964${String(index).padStart(2, '0')}`;
const late = (index: number, daysLate: number, reachedClient = false): WorkCause => ({
  ...{ kind: 'overdueFeedback', clientKey: key(index), text: 'Wrong', reachedClient, daysLate },
});
const coach = (reason: 'neverStarted' | 'wentQuiet', people: number): WorkCause => ({
  ...{ kind: 'peopleToCoach', reason, people, week: '2026-11-23' },
});
const stale = (index: number, reviewOn: string): WorkCause => ({
  ...{ kind: 'staleItem', itemKey: key(index), title: 'Fees', reviewOn },
});
const all: WorkCause[] = [
  { kind: 'effortNotWritten', week: '2026-11-16' },
  ...[stale(1, '2026-11-20'), stale(2, '2026-11-01')],
  { kind: 'reviewWaiting', itemKey: key(3), title: 'Fees', since: '2026-11-24T08:00:00Z' },
  ...[coach('neverStarted', 3), coach('wentQuiet', 40)],
  { kind: 'useDecays', week: '2026-W46', peakWeek: '2026-W43' },
  { kind: 'noSession', jobFamily: 'tax', week: '2026-11-30' },
  { kind: 'sessionNotPrepared', clientKey: key(4), title: 'Letters', on: '2026-11-26', gaps: 2 },
  { kind: 'decisionToLookAt', clientKey: key(5), dueOn: '2026-11-20' },
  { kind: 'checkpointOpen', day: 60, findings: 2 },
  { kind: 'endingOpen', since: '2026-11-24' },
  ...[late(6, 1), late(7, 4), late(8, 1, true)],
];
const keysOf = (causes: readonly WorkCause[], marks: readonly WorkMark[] = [], on = today) =>
  workListOf(causes, marks, on).lines.map((line) => line.key);
const marked = (cause: WorkCause, mark: WorkMark['mark'], on = today): WorkMark => ({
  ...{ key: keyOf(cause), mark, on, at: `${on}T09:00:00Z` },
});

describe('the owner’s week', () => {
  test('begins with what reached a client, and goes on with what others wait for', () => {
    expect(keysOf(all)).toEqual([
      ...[late(8, 1, true), late(7, 4), late(6, 1)].map(keyOf),
      'endingOpen 2026-11-24',
      'checkpointOpen 60',
      `decisionToLookAt ${key(5)} 2026-11-20`,
      `sessionNotPrepared ${key(4)}`,
      'noSession 2026-11-30 tax',
      'useDecays 2026-W46',
      ...['peopleToCoach 2026-11-23 wentQuiet', 'peopleToCoach 2026-11-23 neverStarted'],
      `reviewWaiting ${key(3)} 2026-11-24T08:00:00Z`,
      ...[`staleItem ${key(2)} 2026-11-01`, `staleItem ${key(1)} 2026-11-20`],
      'effortNotWritten 2026-11-16',
    ]);
  });

  test('is the same whatever order things are found in, and names nothing twice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all]), (causes) => {
        const keys = keysOf(causes);
        expect(keys).toEqual(keysOf(causes.toReversed()));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toHaveLength(new Set(causes.map(keyOf)).size);
      }),
    );
  });

  test('is without what is done, and has it again on Monday while it is still so', () => {
    const cause = late(6, 1);
    const marks = [marked(cause, { as: 'done' })];
    expect(keysOf([cause], marks)).toEqual([]);
    expect(keysOf([cause], marks, '2026-11-29')).toEqual([]);
    expect(keysOf([cause], marks, '2026-11-30')).toEqual([keyOf(cause)]);
  });

  test('is without what is put off until its day, and says what that is', () => {
    const cause = stale(1, '2026-11-20');
    const marks = [marked(cause, { as: 'snoozed', until: '2026-12-02' })];
    expect(workListOf([cause], marks, '2026-12-01')).toEqual({
      lines: [],
      putAway: [{ key: keyOf(cause), cause, mark: { as: 'snoozed', until: '2026-12-02' } }],
    });
    expect(keysOf([cause], marks, '2026-12-02')).toEqual([keyOf(cause)]);
  });

  test('is without what is not relevant for good, but not without what happens anew', () => {
    const marks = [marked(stale(1, '2026-11-20'), { as: 'notRelevant' })];
    expect(keysOf([stale(1, '2026-11-20')], marks, '2027-06-01')).toEqual([]);
    expect(keysOf([stale(1, '2027-05-01')], marks, '2027-06-01')).toHaveLength(1);
  });

  test('goes by what was said last', () => {
    const cause = stale(1, '2026-11-20');
    const first = marked(cause, { as: 'notRelevant' }, '2026-11-24');
    const last = marked(cause, { as: 'open' }, '2026-11-25');
    expect(keysOf([cause], [last, first])).toEqual([keyOf(cause)]);
  });
});

test('what was marked before it turned out to have reached a client is shown all the same', () => {
  const marks = [marked(late(6, 1), { as: 'notRelevant' })];
  expect(keysOf([late(6, 1, true)], marks)).toEqual([keyOf(late(6, 1))]);
});

describe('a line may be marked', () => {
  const snoozed = (days: number) => ({ as: 'snoozed', until: addDays(today, days) }) as const;
  const refused = (reason: string) => ({ allowed: false, reason });

  test('as put off for four weeks at most, from tomorrow on', () => {
    const mark = (days: number) => canMark(late(6, 1), snoozed(days), today);
    expect([mark(1), mark(28)]).toEqual([{ allowed: true }, { allowed: true }]);
    expect([mark(0), mark(29)]).toEqual(Array(2).fill(refused('snoozeTooLong')));
  });

  test('as nothing where it reached a client: only an answer ends it', () => {
    for (const mark of [{ as: 'done' }, { as: 'notRelevant' }, snoozed(1)] as const) {
      expect(canMark(late(6, 1, true), mark, today)).toEqual(refused('reachedClient'));
      expect(canMark(late(6, 1), mark, today)).toEqual({ allowed: true });
    }
    expect(canMark(late(6, 1, true), { as: 'open' }, today)).toEqual({ allowed: true });
  });
});
