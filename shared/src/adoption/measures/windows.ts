import type { CalendarDay } from '../../calendarDay';

/**
 * The weeks that a measure over several weeks is about (decision 0009), each by its Monday, in order.
 * All of them are closed and measured; there may be fewer than the name says while there are no more.
 */
export interface Windows {
  /** Trust, tasks, drafting with and without a template, the observed share: the last twelve. */
  readonly lastTwelve: readonly CalendarDay[];
  /** What the programme started from: the weeks that began before its first day. */
  readonly beforeStart: readonly CalendarDay[];
  /** What _since the start_ compares with it: the last four that did not. */
  readonly lastFour: readonly CalendarDay[];
  /** Habit's twelve once so many lie behind the start, else four; empty where there are not enough. */
  readonly habit: readonly CalendarDay[];
}

/** The windows that end with the last of `closed`: all measured weeks up to it, in order. */
export function windowsOf(closed: readonly CalendarDay[], startsOn: CalendarDay): Windows {
  const sinceStart = closed.filter((monday) => monday >= startsOn);
  const habitWeeks = sinceStart.length >= 12 ? 12 : 4;
  return {
    lastTwelve: closed.slice(-12),
    beforeStart: closed.filter((monday) => monday < startsOn),
    lastFour: sinceStart.slice(-4),
    habit: closed.length >= habitWeeks ? closed.slice(-habitWeeks) : [],
  };
}
