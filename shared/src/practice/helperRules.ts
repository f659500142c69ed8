import type { CalendarDay } from '../calendarDay';

/**
 * Whoever offers help with a task is shown once they used the task's items this often within
 * {@link helpWindowDays}: often enough to be of use, recent enough to be true.
 */
export const usesToHelp = 5;

/** Twelve weeks, in days. */
export const helpWindowDays = 84;

/** Most colleagues shown for a task: a choice, not a directory. */
export const mostHelpers = 5;

/** Uses before this moment do not count for being shown. */
export function helpWindowStart(now: Date): Date {
  return new Date(now.getTime() - helpWindowDays * 86_400_000);
}

/**
 * Those shown on a day when more offer help than are shown. Every day the next ones have their turn,
 * so that nobody is asked by everyone; the order says nothing about how much anybody does.
 */
export function helpersOfTheDay(userIds: readonly string[], today: CalendarDay): string[] {
  const ordered = [...new Set(userIds)].sort();
  if (ordered.length <= mostHelpers) return ordered;
  const day = Math.floor(Date.parse(`${today}T00:00:00Z`) / 86_400_000);
  const first = (day * mostHelpers) % ordered.length;
  return [...ordered.slice(first), ...ordered.slice(0, first)].slice(0, mostHelpers);
}

/**
 * A link that opens a Teams chat with one person, the message typed but not sent
 * (learn.microsoft.com, "Deep link to start a new chat").
 */
export function chatLink(userPrincipalName: string, message: string): string {
  const query = new URLSearchParams({ users: userPrincipalName, message });
  // Teams reads a plus as a plus.
  return `https://teams.microsoft.com/l/chat/0/0?${query.toString().replaceAll('+', '%20')}`;
}
