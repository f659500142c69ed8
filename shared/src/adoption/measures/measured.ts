import type { CalendarDay } from '../../calendarDay';
import type { Fact, MembershipSpan } from '../facts';
import type { Measure } from '../figures';
import type { Windows } from './windows';

/** Of whom and of when measures over several weeks are taken, and from how many people on. */
export interface Measured {
  readonly membership: readonly MembershipSpan[];
  /** All measured weeks that are closed, by their Mondays, in order; the windows lie in them. */
  readonly closed: readonly CalendarDay[];
  readonly windows: Windows;
  readonly timeZone: string;
  readonly smallestGroup: number;
}

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
