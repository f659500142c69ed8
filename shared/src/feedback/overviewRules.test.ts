import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualCalendar } from '../programme/workingCalendar';
import { badStartsOf, type Beginning, type NamedFlag } from './badStarts';
import { closingDaysOf, type ClosedFeedback } from './closingDays';
import { flagRatesOf } from './flagRates';
import { overdueFeedbackOf } from './overdueFeedback';
import { recurringCausesOf, type CausedFeedback } from './recurringCauses';
import { unanswered } from './triageProgress';

const programme = { timeZone: 'Europe/Berlin', calendar: usualCalendar };
const unknown = { state: 'notEnoughData' };
const known = (value: number, n: number) => ({ state: 'known', value, n });

type Piece = ClosedFeedback & CausedFeedback & { readonly answerDueOn: string | null };
let count = 0;
function flag(fields: Partial<Piece> = {}): Piece {
  count += 1;
  return {
    ...unanswered,
    ...{ clientKey: `piece ${String(count).padStart(4, '0')}`, kind: 'flag', reason: 'wrong' },
    ...{ about: { type: 'tool' }, reachedClient: false },
    ...{ submittedAt: '2026-11-16T10:00:00Z', dueOn: '2026-11-18' },
    ...fields,
  };
}

describe('closing', () => {
  const closed = (closedAt: string | null, fields: Partial<Piece> = {}) =>
    flag({ state: 'closed', closedAt, ...fields });

  test('takes the median working days from sent to closed, over what is closed', () => {
    const all = [
      closed('2026-11-17T09:00:00Z'),
      closed('2026-11-23T09:00:00Z'),
      // Closed by hand: nobody kept when.
      closed(null),
      // Opened again.
      flag({ closedAt: '2026-11-17T09:00:00Z' }),
    ];
    expect(closingDaysOf(all, programme)).toEqual(known(3, 2));
  });

  test('is unknown while nothing is closed', () => {
    expect(closingDaysOf([flag()], programme)).toEqual(unknown);
  });

  test('of what was merged is that of the one that goes on', () => {
    const kept = closed('2026-11-18T09:00:00Z');
    const merged = closed('2026-12-18T09:00:00Z', { mergedInto: kept.clientKey });
    expect(closingDaysOf([kept, merged], programme)).toEqual(known(2, 1));
  });

  test('goes by the programme’s days: what is closed at its midnight is closed the next day', () => {
    const all = [closed('2026-11-16T23:30:00Z')];
    expect(closingDaysOf(all, programme)).toEqual(known(1, 1));
  });
});

describe('overdue', () => {
  const overdue = (...all: Piece[]) => overdueFeedbackOf(all, '2026-11-25', usualCalendar);

  test('is what nobody answered by its day, the longest overdue first', () => {
    const late = flag();
    const later = flag({ dueOn: '2026-11-13' });
    const client = flag({ reachedClient: true });
    const answered = flag({ state: 'inProgress' });
    const today = flag({ dueOn: '2026-11-25' });
    const merged = flag({ mergedInto: late.clientKey });
    expect(overdue(late, later, client, answered, today, merged)).toEqual([
      { clientKey: later.clientKey, dueOn: '2026-11-13', daysLate: 8 },
      { clientKey: client.clientKey, dueOn: '2026-11-18', daysLate: 5 },
      { clientKey: late.clientKey, dueOn: '2026-11-18', daysLate: 5 },
    ]);
  });

  test('is by its new day what was opened again', () => {
    const again = flag({ answerDueOn: '2026-11-24' });
    expect(overdue(again, flag({ answerDueOn: '2026-11-26' }))).toEqual([
      { clientKey: again.clientKey, dueOn: '2026-11-24', daysLate: 1 },
    ]);
  });
});

describe('flags per 100 uses', () => {
  const beside = (itemKey: string) => ({ itemKey, beside: true });
  const apart = (itemKey: string) => ({ itemKey, beside: false });

  test('are told of items that five people or more used, the highest rate first', () => {
    const rates = flagRatesOf(
      ['often', 'often', 'seldom', 'few', 'nobody'].map(beside),
      new Map([
        ['often', { uses: 40, people: 12 }],
        ['seldom', { uses: 200, people: 5 }],
        ['few', { uses: 300, people: 4 }],
        ['unflagged', { uses: 10, people: 10 }],
      ]),
    );
    expect(rates).toEqual([
      { itemKey: 'often', flags: 2, per100: known(5, 40) },
      { itemKey: 'seldom', flags: 1, per100: known(0.5, 200) },
      { itemKey: 'few', flags: 1, per100: unknown },
      { itemKey: 'nobody', flags: 1, per100: unknown },
    ]);
  });

  test('are of the flags of weeks whose uses are told; without one they are unknown', () => {
    const used = { uses: 50, people: 10 };
    const rates = flagRatesOf(
      [beside('one'), apart('one'), apart('other')],
      new Map([
        ['one', used],
        ['other', used],
      ]),
    );
    expect(rates).toEqual([
      { itemKey: 'one', flags: 2, per100: known(2, 50) },
      { itemKey: 'other', flags: 1, per100: unknown },
    ]);
  });
});

describe('a recurring cause', () => {
  const item = (itemKey: string, version: number) =>
    ({ type: 'libraryItem', itemKey, version }) as const;
  const causesOf = (all: readonly CausedFeedback[]) =>
    recurringCausesOf(all, '2026-11-16', programme.timeZone);

  test('is a reason given again of the same thing, in whichever version', () => {
    const all = [
      flag({ about: item('fees', 1) }),
      flag({ about: item('fees', 2), state: 'closed' }),
      flag({ about: item('fees', 2), reason: 'unsafe' }),
      flag({ about: item('minutes', 1) }),
      flag({ kind: 'suggestion', reason: null }),
      flag({ kind: 'suggestion', reason: null }),
    ];
    expect(causesOf(all)).toEqual([
      { reason: 'wrong', about: { type: 'libraryItem', itemKey: 'fees' }, times: 2, open: 1 },
    ]);
  });

  test('is none where one event was reported twice', () => {
    const kept = flag();
    expect(causesOf([kept, flag({ mergedInto: kept.clientKey })])).toEqual([]);
  });

  test('is of the weeks asked for, and what was merged is of the week of the one that goes on', () => {
    const before = flag({ submittedAt: '2026-11-15T22:30:00Z' });
    expect(causesOf([before, flag()])).toEqual([]);
    expect(causesOf([before, flag({ mergedInto: before.clientKey }), flag()])).toEqual([]);
    expect(causesOf([flag({ submittedAt: '2026-11-15T23:30:00Z' }), flag()])).toHaveLength(1);
  });

  test('counts each distinct flag under one cause at most', () => {
    const piece = fc.record({
      reason: fc.constantFrom('wrong', 'unsafe', null),
      about: fc.constantFrom(item('fees', 1), item('fees', 2), { type: 'tool' } as const),
      state: fc.constantFrom('new', 'closed'),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const causes = causesOf(pieces.map((fields) => flag(fields)));
        const flags = pieces.filter(({ reason }) => reason !== null).length;
        expect(causes.reduce((sum, { times }) => sum + times, 0)).toBeLessThanOrEqual(flags);
        for (const { times, open } of causes) {
          expect(times).toBeGreaterThan(1);
          expect(open).toBeLessThanOrEqual(times);
        }
      }),
    );
  });
});

describe('a bad start', () => {
  // A Thursday: the weeks from 9 and 16 November are the last two closed ones.
  const now = new Date('2026-11-26T11:00:00Z');
  const began = (...days: string[]): Beginning => {
    const uses = days.map((day) => new Date(`${day}T09:00:00Z`));
    return { userId: 'carol', firstUses: uses.slice(0, 4), lastUse: uses.at(-1) ?? now };
  };
  const flagged = (day: string, userId = 'carol'): NamedFlag => ({
    ...{ clientKey: `on ${day}`, userId, submittedAt: `${day}T10:00:00Z` },
  });
  const found = (flags: readonly NamedFlag[], ...beginnings: Beginning[]) =>
    badStartsOf(flags, beginnings, now, 'Europe/Berlin').map(({ clientKey }) => clientKey);

  test('is a flag within the first three uses, and then silence for two closed weeks', () => {
    const start = began('2026-11-02', '2026-11-03', '2026-11-04');
    expect(found([flagged('2026-11-04')], start)).toEqual(['on 2026-11-04']);
    expect(found([flagged('2026-11-05'), flagged('2026-11-03')], start)).toEqual(['on 2026-11-03']);
  });

  test('is none once somebody was seen again, in the running week too', () => {
    for (const day of ['2026-11-09', '2026-11-16', '2026-11-25']) {
      expect(found([flagged('2026-11-02')], began('2026-11-02', day))).toEqual([]);
    }
    expect(found([flagged('2026-11-02')], began('2026-11-02', '2026-11-08'))).toEqual([
      'on 2026-11-02',
    ]);
  });

  test('is none where the flag came with the fourth use or later, or before the first', () => {
    const start = began('2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-11-04');
    expect(found([flagged('2026-10-29')], start)).toEqual([]);
    expect(found([flagged('2026-10-28')], start)).toEqual(['on 2026-10-28']);
    expect(found([flagged('2026-10-25')], start)).toEqual([]);
  });

  test('is nobody else’s', () => {
    expect(found([flagged('2026-11-02', 'bob')], began('2026-11-02'))).toEqual([]);
  });

  test('is none where the flag itself is what was heard last', () => {
    expect(found([flagged('2026-11-17')], began('2026-11-02'))).toEqual([]);
  });
});
