import type { Fact } from './facts';
import type { Measure } from './figures';

/** How many people these facts are about. */
export function peopleOf(facts: readonly Fact[]): number {
  return new Set(facts.map(({ subjectId }) => subjectId)).size;
}

/**
 * A figure that speaks of so many people: known from the smallest group on, not enough data below it,
 * nobody included. Below it nothing is known, so nothing is hidden either: `hidden` is only for what
 * is withheld beside figures that are shown.
 */
export function measureOver(
  people: number,
  smallestGroup: number,
  figure: () => { value: number; n: number },
): Measure {
  return people < smallestGroup ? { state: 'notEnoughData' } : { state: 'known', ...figure() };
}
