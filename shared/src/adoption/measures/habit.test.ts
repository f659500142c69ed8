import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../calendarDay';
import { habitBand, habitOf } from './habit';
import { mondaysBetween } from '../isoWeek';
import { did, member } from './testFacts';

const berlin = 'Europe/Berlin';
const twelve = mondaysBetween('2026-08-31', '2026-11-16');
const four = twelve.slice(-4);

/** `each` actions in every one of the last `active` weeks. */
const inWeeks = (active: number, each: number, who = 'ann') =>
  twelve
    .slice(-active)
    .flatMap((monday) => Array.from({ length: each }, () => did(who, `${monday}T12:00:00Z`)));
const none = { power: 0, habitual: 0, novice: 0, low: 0, none: 0 };

describe('the habit band of a person', () => {
  test('is power with 15 actions a week on average, in nine of twelve weeks', () => {
    expect(habitBand(12, { actions: 180, activeWeeks: 9 })).toBe('power');
    expect(habitBand(12, { actions: 179, activeWeeks: 9 })).toBe('habitual');
    expect(habitBand(12, { actions: 180, activeWeeks: 8 })).toBe('novice');
  });

  test('is habitual in nine of twelve weeks, however little they do', () => {
    expect(habitBand(12, { actions: 9, activeWeeks: 9 })).toBe('habitual');
  });

  test('is novice with an action a week on average, low with any, none without', () => {
    expect(habitBand(12, { actions: 12, activeWeeks: 1 })).toBe('novice');
    expect(habitBand(12, { actions: 11, activeWeeks: 8 })).toBe('low');
    expect(habitBand(12, { actions: 0, activeWeeks: 0 })).toBe('none');
  });

  test('needs all four weeks in a programme that has no twelve yet', () => {
    expect(habitBand(4, { actions: 60, activeWeeks: 4 })).toBe('power');
    expect(habitBand(4, { actions: 4, activeWeeks: 4 })).toBe('habitual');
    expect(habitBand(4, { actions: 60, activeWeeks: 3 })).toBe('novice');
    expect(habitBand(4, { actions: 3, activeWeeks: 3 })).toBe('low');
  });

  test('only rises with more actions and with more weeks', () => {
    const bands = ['none', 'low', 'novice', 'habitual', 'power'];
    const person = fc.record({ actions: fc.nat({ max: 240 }), activeWeeks: fc.nat({ max: 12 }) });
    fc.assert(
      fc.property(fc.constantFrom(12 as const, 4 as const), person, person, (weeks, one, other) => {
        const more = {
          actions: Math.max(one.actions, other.actions),
          activeWeeks: Math.max(one.activeWeeks, other.activeWeeks),
        };
        expect(bands.indexOf(habitBand(weeks, more))).toBeGreaterThanOrEqual(
          bands.indexOf(habitBand(weeks, one)),
        );
      }),
    );
  });
});

describe('habit', () => {
  test('counts people by band over twelve weeks, and over four', () => {
    const actions = [...inWeeks(12, 15, 'ann'), ...inWeeks(9, 1, 'ben'), ...inWeeks(4, 1, 'eve')];
    const members = ['ann', 'ben', 'eve', 'joe'].map((who) => member(who));
    const known = { state: 'known', of: 4, ...none };
    expect(habitOf(actions, members, twelve, berlin)).toEqual({
      ...{ ...known, weeks: 12, power: 1, habitual: 1, low: 1, none: 1 },
    });
    expect(habitOf(actions, members, four, berlin)).toEqual({
      ...{ ...known, weeks: 4, power: 1, habitual: 2, none: 1 },
    });
  });

  test('does not look beyond its weeks', () => {
    const outside = did('ann', `${addDays(twelve[0]!, -1)}T12:00:00Z`);
    expect(habitOf([outside], [member('ann')], twelve, berlin)).toMatchObject({ low: 0, none: 1 });
  });

  test('is about those eligible in its last week, with what they did before they were', () => {
    const members = [
      member('ann', { validFrom: '2026-11-20' }),
      member('ben', { validTo: '2026-11-20' }),
    ];
    const actions = [...inWeeks(9, 1, 'ann'), ...inWeeks(12, 15, 'ben')];
    expect(habitOf(actions, members, twelve, berlin)).toEqual({
      ...{ state: 'known', weeks: 12, of: 1, ...none, habitual: 1 },
    });
  });

  test('is not known without enough weeks, nor where nobody is eligible', () => {
    expect(habitOf(inWeeks(3, 20), [member('ann')], [], berlin)).toEqual({
      state: 'notEnoughData',
    });
    expect(habitOf(inWeeks(4, 20), [], four, berlin)).toEqual({ state: 'notEnoughData' });
  });

  test('puts everybody into exactly one band', () => {
    const anything = fc.array(
      fc.tuple(fc.constantFrom('ann', 'ben', 'eve', 'gone'), fc.constantFrom(...twelve)),
      { maxLength: 80 },
    );
    const members = ['ann', 'ben', 'eve'].map((who) => member(who));
    fc.assert(
      fc.property(anything, fc.constantFrom(twelve, four), (acts, window) => {
        const actions = acts.map(([who, monday]) => did(who, `${monday}T12:00:00Z`));
        const counted = habitOf(actions, members, window, berlin);
        if (counted.state !== 'known') throw new Error('Three people are eligible.');
        const { power, habitual, novice, low } = counted;
        expect(power + habitual + novice + low + counted.none).toBe(3);
      }),
    );
  });
});
