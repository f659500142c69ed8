import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMaps, isHandoff, mapTotals } from './mapTotals';
import { step } from './testMap';
import type { MappedStep } from './workflowMap';

const role = fc.option(fc.constantFrom('Consultant', 'Partner', 'Assistant'));
const count = fc.option(fc.nat({ max: 600 }));
const steps = fc
  .array(fc.record({ actor: role, minutes: count, waitMinutes: count }), { maxLength: 12 })
  .map((all) => all.map((fields, index) => step(`${index}`, fields)));

describe('a handoff', () => {
  const roles = (...actors: (string | null)[]) =>
    actors.map((actor, at) => step(`${at}`, { actor }));

  test('is where another role goes on', () => {
    const map = roles('Consultant', 'Partner', ' partner', 'Consultant');
    expect(map.map((_, index) => isHandoff(map, index))).toEqual([false, true, false, true]);
  });

  test('is unknown where a role is not said', () => {
    const map = roles('Consultant', null, 'Partner');
    expect(map.map((_, index) => isHandoff(map, index))).toEqual([false, null, null]);
  });
});

describe('the totals of a map', () => {
  test('add up work, waiting, handoffs and friction points', () => {
    const totals = mapTotals([
      step('1', { minutes: 15, waitMinutes: 0, frictions: [{ kind: 'searching', note: '' }] }),
      step('2', { actor: 'Partner', minutes: 5, waitMinutes: 480 }),
      step('3', {
        ...{ minutes: 10, waitMinutes: 60 },
        frictions: [
          { kind: 'searching', note: 'The last letter' },
          { kind: 'rework', note: '' },
        ],
      }),
    ]);
    expect(totals).toMatchObject({
      steps: 3,
      minutes: { value: 30, unknown: 0 },
      waitMinutes: { value: 540, unknown: 0 },
      handoffs: { value: 2, unknown: 0 },
      frictions: 3,
    });
    expect(totals.byFriction).toEqual({
      ...{ rework: 1, searching: 2, retyping: 0, unclear: 0, approval: 0, switching: 0, other: 0 },
    });
  });

  test('say how many steps are silent, and are unknown where all are', () => {
    const totals = mapTotals([
      step('1', { minutes: null }),
      step('2', { actor: null, minutes: 5 }),
    ]);
    expect(totals.minutes).toEqual({ value: 5, unknown: 1 });
    expect(totals.waitMinutes).toEqual({ value: null, unknown: 2 });
    expect(totals.handoffs).toEqual({ value: null, unknown: 1 });
  });

  test('of one step know that it changes hands nowhere, of none nothing', () => {
    expect(mapTotals([step('1')]).handoffs).toEqual({ value: 0, unknown: 0 });
    expect(mapTotals([]).minutes).toEqual({ value: null, unknown: 0 });
  });

  test('never turn what is unknown into nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { minutes, handoffs } = mapTotals(all);
        const known = all.filter((each) => each.minutes !== null).length;
        expect(minutes.unknown).toBe(all.length - known);
        expect(minutes.value === null).toBe(known === 0);
        expect(handoffs.value ?? 0).toBeLessThanOrEqual(Math.max(0, all.length - 1));
      }),
    );
  });
});

describe('a task before and after', () => {
  const before = [
    step('1', { minutes: 20, waitMinutes: 0, frictions: [{ kind: 'retyping', note: '' }] }),
    step('2', { actor: 'Partner', minutes: 10, waitMinutes: 120 }),
    step('3', { minutes: 5, waitMinutes: 30 }),
  ];

  test('is compared by what its map says, step by step gone or new', () => {
    const after = [
      step('1', { minutes: 8, waitMinutes: 0 }),
      step('4', { minutes: 2, waitMinutes: 0 }),
    ];
    expect(compareMaps(before, after)).toMatchObject({
      ...{ minutes: -25, waitMinutes: -150, handoffs: -2, frictions: -1 },
      ...{ added: ['4'], removed: ['2', '3'] },
    });
  });

  test('is not compared where a step is silent', () => {
    const after = [step('1', { minutes: null, waitMinutes: 0 })];
    expect(compareMaps(before, after)).toMatchObject({ minutes: null, waitMinutes: -150 });
  });

  test('differs as much as it would the other way round, with the sign turned', () => {
    const turned = (value: number | null) => (value === null ? null : 0 - value);
    fc.assert(
      fc.property(steps, steps, (one, other) => {
        const [there, back] = [compareMaps(one, other), compareMaps(other, one)];
        expect(there.minutes).toBe(turned(back.minutes));
        expect(there.handoffs).toBe(turned(back.handoffs));
        expect(there.added).toEqual(back.removed);
        expect(there.before).toEqual(back.after);
      }),
    );
  });

  test('is the same map where nothing changed', () => {
    const silent = ({ minutes }: MappedStep) => minutes === null;
    fc.assert(
      fc.property(steps, (all) => {
        const { minutes, added, removed } = compareMaps(all, all);
        expect(minutes).toBe(all.length === 0 || all.some(silent) ? null : 0);
        expect([...added, ...removed]).toEqual([]);
      }),
    );
  });
});
