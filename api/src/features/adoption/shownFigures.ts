import type { Habit } from '@last-mile/shared/adoption';

/**
 * Habit as it may be shown: it splits everybody five ways, so it takes two smallest groups (decision
 * 0009).
 */
export function showHabit(counted: Habit, smallestGroup: number): Habit {
  if (counted.state !== 'known') return counted;
  return counted.of < 2 * smallestGroup ? { state: 'hidden' } : counted;
}
