import type { CalendarDay } from '../../calendarDay';
import { activityOf } from './activity';
import type { Habit } from '../dashboard';
import { eligibleIn } from './eligible';
import type { CountedAction, MembershipSpan } from '../facts';

/** How firmly somebody uses AI and templates, from the firmest on. */
export type HabitBand = 'power' | 'habitual' | 'novice' | 'low' | 'none';

/**
 * The band of a person who took so many counted actions in so many of the weeks (design 5; modelled
 * on Viva Insights' published rules, not comparable to its figures).
 */
export function habitBand(weeks: 12 | 4, person: { actions: number; activeWeeks: number }) {
  const isHabit = person.activeWeeks >= (weeks === 12 ? 9 : 4);
  const perWeek = person.actions / weeks;
  if (isHabit && perWeek >= 15) return 'power';
  if (isHabit) return 'habitual';
  if (perWeek >= 1) return 'novice';
  return person.actions > 0 ? 'low' : 'none';
}

/**
 * How many people are in which band over the weeks of `window` (their Mondays, twelve or four as
 * {@link windowsOf} says): those eligible in its last week, with all they did in it. Not enough data
 * where the window is empty or nobody is eligible. Never hidden: that is for who shows it.
 */
export function habitOf(
  actions: readonly CountedAction[],
  membership: readonly MembershipSpan[],
  window: readonly CalendarDay[],
  timeZone: string,
): Habit {
  const last = window.at(-1);
  const members = last === undefined ? [] : eligibleIn(last, membership);
  if (members.length === 0) return { state: 'notEnoughData' };
  const weeks = window.length === 12 ? 12 : 4;
  const activity = activityOf(actions, timeZone);
  const bands = { power: 0, habitual: 0, novice: 0, low: 0, none: 0 };
  for (const { subjectId } of members) {
    const own = window.flatMap((monday) => activity.get(subjectId)?.weeks.get(monday) ?? []);
    const taken = own.reduce((sum, week) => sum + week.actions, 0);
    bands[habitBand(weeks, { actions: taken, activeWeeks: own.length })] += 1;
  }
  return { state: 'known', weeks, of: members.length, ...bands };
}
