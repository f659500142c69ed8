import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mondaysBetween } from '../isoWeek';
import type { Measured } from './measured';
import { answered, did, member, sent } from './testFacts';
import { trustOf, type UseFacts } from './trust';
import { windowsOf } from './windows';

const people = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`);
const closed = mondaysBetween('2026-08-10', '2026-11-16');
const measured: Measured = {
  membership: people(8).map((who) => member(who)),
  closed,
  windows: windowsOf(closed, '2026-08-24'),
  timeZone: 'Europe/Berlin',
  smallestGroup: 5,
};
const inside = '2026-11-17T09:00:00Z';
const before = '2026-08-26T09:00:00Z';
const trust = (facts: Partial<UseFacts>) =>
  trustOf({ actions: [], drafts: [], answers: [], flags: [], ...facts }, measured);
const unknown = { state: 'notEnoughData' };
const kept = (who: string, keptShare: number | null, at = inside) =>
  sent(who, at, null, { template: { itemKey: 'template', keptShare } });
const flag = (itemKey: string | null, at = inside) => ({ at: new Date(at), itemKey });

describe('the kept share', () => {
  test('is the median over the drafts of which it is known, whether their time is or not', () => {
    const drafts = [0.2, 0.9, 1, 0.8, 0.6, null].map((share, index) =>
      kept(`person ${index}`, share),
    );
    const untouched = sent('person 7', inside, 12);
    expect(trust({ drafts: [...drafts, untouched] }).keptShare).toEqual({
      ...{ state: 'known', value: 0.8, n: 5 },
    });
  });

  test('can be 0: nothing of the text was there at send', () => {
    const drafts = people(5).map((who) => kept(who, 0));
    expect(trust({ drafts }).keptShare).toEqual({ state: 'known', value: 0, n: 5 });
  });
});

describe('the redo rate', () => {
  test('is the share of answers that say so', () => {
    const answers = people(5).flatMap((who, index) => [
      answered(who, inside, index === 0),
      answered(who, inside, index < 2),
    ]);
    expect(trust({ answers }).redoRate).toEqual({ state: 'known', value: 0.3, n: 10 });
  });
});

describe('flags per 100 uses', () => {
  const actions = people(5).flatMap((who) => [did(who, inside), did(who, inside)]);

  test('are taken over counted uses of library items, of both kinds', () => {
    const template = people(5).map((who) => did(who, inside, { kind: 'templateInserted' }));
    const elsewhere = people(5).map((who) => did(who, inside, { itemKey: null }));
    const flags = [flag('item'), flag(null), flag('item', before)];
    expect(trust({ actions: [...actions, ...template, ...elsewhere], flags }).flagsPer100).toEqual({
      ...{ state: 'known', value: 200 / 15, n: 15 },
    });
  });

  test('are 0 where people used items and nobody flagged one', () => {
    expect(trust({ actions }).flagsPer100).toEqual({ state: 'known', value: 0, n: 10 });
  });

  test('are not known where nobody used an item, though somebody flagged one', () => {
    expect(trust({ flags: [flag('item')] }).flagsPer100).toEqual(unknown);
  });
});

describe('trust', () => {
  test('needs five people, whatever the number of drafts, answers and uses', () => {
    const who = fc.constantFrom(...people(4));
    fc.assert(
      fc.property(fc.array(who, { maxLength: 60 }), (some) => {
        expect(
          trust({
            drafts: some.map((person) => kept(person, 0.5)),
            answers: some.map((person) => answered(person, inside, true)),
            actions: some.map((person) => did(person, inside)),
            flags: [flag('item')],
          }),
        ).toEqual({ keptShare: unknown, redoRate: unknown, flagsPer100: unknown });
      }),
    );
  });

  test('is about the last twelve closed weeks, and people eligible in the week of the fact', () => {
    const of = (who: readonly string[], at: string) => ({
      drafts: who.map((person) => kept(person, 0.5, at)),
      answers: who.map((person) => answered(person, at, true)),
      actions: who.map((person) => did(person, at)),
    });
    const nothing = { keptShare: unknown, redoRate: unknown, flagsPer100: unknown };
    expect(trust(of(people(8), before))).toEqual(nothing);
    expect(trust(of(people(8), '2026-09-02T09:00:00Z'))).toEqual({
      keptShare: { state: 'known', value: 0.5, n: 8 },
      redoRate: { state: 'known', value: 1, n: 8 },
      flagsPer100: { state: 'known', value: 0, n: 8 },
    });
    expect(trust(of([...people(4), 'a guest'], inside))).toEqual(nothing);
  });
});
