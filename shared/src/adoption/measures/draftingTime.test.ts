import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../calendarDay';
import { draftingTimeOf } from './draftingTime';
import { mondaysBetween } from '../isoWeek';
import type { Measured } from './measured';
import { member, sent } from './testFacts';
import { windowsOf } from './windows';

const mondays = mondaysBetween('2026-08-10', '2026-11-16');
const week = '2026-11-16';
const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`);
const measured = (more: Partial<Measured> = {}): Measured => ({
  membership: people(12).map((who) => member(who)),
  closed: mondays,
  windows: windowsOf(mondays, '2026-08-24'),
  timeZone: 'Europe/Berlin',
  smallestGroup: 5,
  ...more,
});
const template = { itemKey: 'template', keptShare: null };
const unknown = { state: 'notEnoughData' };

describe("a week's drafting time", () => {
  const inWeek = (drafts: Parameters<typeof draftingTimeOf>[0]) =>
    draftingTimeOf(drafts, [week], measured()).weekly;

  test('is the median of its drafts, and says of how many people', () => {
    const drafts = people(5).flatMap((who, index) => [
      sent(who, '2026-11-17T09:00:00Z', 10 + index),
      sent(who, '2026-11-18T09:00:00Z', 20 + index),
    ]);
    expect(inWeek(drafts)).toEqual([{ state: 'known', value: (14 + 20) / 2, n: 5 }]);
  });

  test('needs five people, however many drafts there are', () => {
    const drafts = Array.from({ length: 40 }, (_, index) =>
      sent(`person ${index % 4}`, '2026-11-17T09:00:00Z', 10),
    );
    expect(inWeek(drafts)).toEqual([unknown]);
  });

  test('is not made of drafts whose time nobody saw', () => {
    const drafts = people(5).map((who, index) =>
      sent(who, '2026-11-17T09:00:00Z', index === 0 ? null : 10),
    );
    expect(inWeek(drafts)).toEqual([unknown]);
  });

  test('is about people who were eligible in that week', () => {
    const drafts = people(6).map((who) => sent(who, '2026-11-17T09:00:00Z', 10));
    const membership = people(6).map((who, index) =>
      member(who, index === 0 ? { validFrom: '2026-11-23' } : {}),
    );
    expect(draftingTimeOf(drafts, [week], measured({ membership })).weekly).toEqual([
      { state: 'known', value: 10, n: 5 },
    ]);
  });
});

describe('drafting time with a template against without', () => {
  const both = (who: string, without: number, withOne: number, day = '2026-11-17') => [
    sent(who, `${day}T09:00:00Z`, without),
    sent(who, `${day}T10:00:00Z`, withOne, { template }),
  ];
  const compared = (drafts: Parameters<typeof draftingTimeOf>[0], more: Partial<Measured> = {}) =>
    draftingTimeOf(drafts, mondays, measured(more)).withTemplate;

  test('pairs people with themselves, each by the median of their drafts', () => {
    const drafts = people(10).flatMap((who) => both(who, 20, 12));
    // One person's many slow drafts without a template are one difference of -28: they move an end of
    // the interval, to the mean of that difference and another person's, and nothing else.
    const many = Array.from({ length: 9 }, () => sent('person 0', '2026-11-18T09:00:00Z', 40));
    expect(compared([...drafts, ...many])).toMatchObject({
      ...{ state: 'known', people: 10, first: 20, second: 12 },
      ...{ difference: -8, shift: -8, low: -18, high: -8 },
    });
  });

  test('leaves out who sent drafts on one side only, and needs ten people on both', () => {
    const drafts = [
      ...people(9).flatMap((who) => both(who, 20, 12)),
      sent('person 9', '2026-11-17T09:00:00Z', 60),
      sent('person 9', '2026-11-17T09:00:00Z', null, { template }),
      sent('person 10', '2026-11-17T09:00:00Z', 1, { template }),
    ];
    expect(compared(drafts)).toEqual(unknown);
    expect(
      compared([...drafts, sent('person 9', '2026-11-17T11:00:00Z', 12, { template })]),
    ).toEqual(expect.objectContaining({ people: 10 }));
  });

  test('looks at the last twelve closed weeks, at people eligible in the week of the draft', () => {
    const drafts = people(10).flatMap((who) => both(who, 20, 12));
    const oldest = people(10).flatMap((who) => both(who, 20, 12, '2026-09-02'));
    const tooOld = people(10).flatMap((who) => both(who, 60, 1, '2026-08-26'));
    expect(compared([...tooOld, ...drafts])).toEqual(compared(drafts));
    expect(compared(oldest)).toEqual(compared(drafts));
    expect(compared(tooOld)).toEqual(unknown);
    const membership = people(10).map((who, index) =>
      member(who, index === 0 ? { validTo: '2026-11-22' } : {}),
    );
    expect(compared(drafts, { membership })).toEqual(unknown);
  });

  test('takes for ten people only who were eligible at one time: who is erased is one of them', () => {
    const drafts = [
      ...people(9).flatMap((who) => both(who, 20, 12, '2026-11-03')),
      ...people(9).flatMap((who) => both(who, 20, 12)),
      ...both('person 0 again', 20, 12),
    ];
    const until = { validTo: '2026-11-09' };
    const erased = people(9).map((who, index) => member(who, index === 0 ? until : {}));
    const again = member('person 0 again', { validFrom: '2026-11-09' });
    expect(compared(drafts, { membership: [...erased, again] })).toEqual(unknown);
    const tenth = [...drafts, ...both('person 9', 20, 12)];
    const membership = [...erased, again, member('person 9')];
    expect(compared(tenth, { membership })).toMatchObject({ state: 'known', people: 11 });
  });
});

describe('drafting time since the start', () => {
  test('compares the weeks before the programme with the last four, for the same people', () => {
    const drafts = people(10).flatMap((who, index) => [
      sent(who, '2026-08-12T09:00:00Z', 30 + index),
      sent(who, '2026-08-19T09:00:00Z', 32 + index),
      sent(who, '2026-10-20T09:00:00Z', 5),
      sent(who, '2026-10-28T09:00:00Z', 20 + index, { template }),
    ]);
    expect(draftingTimeOf(drafts, mondays, measured()).sinceStart).toMatchObject({
      ...{ state: 'known', people: 10, first: 35.5, second: 24.5 },
      ...{ difference: -11, shift: -11, low: -11, high: -11 },
    });
  });

  test('is not known before a week of the programme is closed', () => {
    const windows = windowsOf(mondays, '2026-11-23');
    const drafts = people(12).map((who) => sent(who, '2026-11-17T09:00:00Z', 20));
    expect(draftingTimeOf(drafts, mondays, measured({ windows })).sinceStart).toEqual(unknown);
  });
});

describe('the observed share', () => {
  test('says of how many of the drafts sent the time was seen', () => {
    const drafts = people(6).flatMap((who) => [
      sent(who, '2026-11-17T09:00:00Z', 20),
      sent(who, '2026-11-18T09:00:00Z', null),
      sent(who, '2026-08-12T09:00:00Z', 20),
    ]);
    expect(draftingTimeOf(drafts, mondays, measured()).observed).toEqual({
      ...{ state: 'known', n: 6, of: 12 },
    });
  });

  test('is not known of fewer than five people, nor before any draft', () => {
    const drafts = people(4).map((who) => sent(who, '2026-11-17T09:00:00Z', 20));
    expect(draftingTimeOf(drafts, mondays, measured()).observed).toEqual(unknown);
    expect(draftingTimeOf([], mondays, measured({ smallestGroup: 1 })).observed).toEqual(unknown);
  });
});

test('neither the order in which drafts come nor what strangers sent changes anything', () => {
  const draft = fc
    .record({
      who: fc.constantFrom(...people(12)),
      day: fc.integer({ min: 0, max: 104 }).map((days) => addDays('2026-08-10', days)),
      minutes: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
      template: fc.option(fc.constant(template)),
    })
    .map(({ who, day, minutes, ...rest }) => sent(who, `${day}T12:00:00Z`, minutes, rest));
  fc.assert(
    fc.property(fc.array(draft, { minLength: 60, maxLength: 120 }), (drafts) => {
      const strangers = drafts.map((each) => ({ ...each, subjectId: 'a guest', minutes: 60 }));
      expect(draftingTimeOf([...strangers, ...drafts].reverse(), mondays, measured())).toEqual(
        draftingTimeOf(drafts, mondays, measured()),
      );
    }),
  );
});
