/** Below this part of the peak a closed week counts as decay (design 5: 15 % under). */
const decayBelow = 0.85;
const weeksUntilFlagged = 2;

/** A closed week's weekly active rate, a share between 0 and 1. */
export interface WeekRate {
  readonly week: string;
  readonly rate: number;
}

/** The best week so far, the latest one, and whether use is decaying. */
export interface Decay {
  readonly peak: WeekRate;
  readonly current: WeekRate;
  readonly flagged: boolean;
}

/**
 * Current rate against the peak, flagged once the last two closed weeks lie 15 % or more under it.
 * Null before the first closed week. `weeks` are closed weeks in order; unknown ones are left out.
 */
export function decayOf(weeks: readonly WeekRate[]): Decay | null {
  const current = weeks.at(-1);
  if (!current) return null;
  const peak = weeks.reduce((best, week) => (week.rate > best.rate ? week : best), current);
  const recent = weeks.slice(-weeksUntilFlagged);
  const flagged =
    recent.length === weeksUntilFlagged &&
    peak.rate > 0 &&
    recent.every(({ rate }) => rate <= peak.rate * decayBelow);
  return { peak, current, flagged };
}
