import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappedStep } from '@last-mile/shared/workflows';
import { moveStep, newStep, putBack, removeStep } from './stepChanges';

const stepsOf = (count: number): MappedStep[] =>
  Array.from({ length: count }, (_, index) => newStep(String(index)));
const keys = (steps: readonly MappedStep[]) => steps.map(({ id }) => id).join('');

describe('steps of a map', () => {
  test('go one place earlier or later, and stay at either end', () => {
    const steps = stepsOf(3);
    expect(keys(moveStep(steps, '1', -1))).toBe('102');
    expect(keys(moveStep(steps, '1', 1))).toBe('021');
    expect(keys(moveStep(steps, '0', -1))).toBe('012');
    expect(keys(moveStep(steps, '2', 1))).toBe('012');
  });

  test('that were moved are as before when they are moved back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(), (count, at) => {
        const steps = stepsOf(count);
        const id = String(at % (count - 1));
        expect(moveStep(moveStep(steps, id, 1), id, -1)).toEqual(steps);
      }),
    );
  });

  test('that were removed come back to their place, the chosen one as chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat(), (count, at, slotAt) => {
        const id = String(at % count);
        const map = { steps: stepsOf(count), slot: { stepKey: String(slotAt % count), why: 'W' } };
        const { removed, ...left } = removeStep(map, id);
        expect(keys(left.steps)).toBe(keys(map.steps).replace(id, ''));
        expect(left.slot?.stepKey).not.toBe(id);
        expect(putBack(left, removed!)).toEqual(map);
      }),
    );
  });
});
