/** A week counts as decay from this many percent under the peak on (design 5). */
const percentUnderPeak = 15;
const weeksUntilFlagged = 2;

/** A closed week's weekly active people: `n` of the `of` eligible, of whom there are some. */
export interface WeekShare {
  readonly week: string;
  readonly n: number;
  readonly of: number;
}

/** The best week so far, the latest one, and whether use is decaying. */
export interface Decay {
  readonly peak: WeekShare;
  readonly current: WeekShare;
  readonly flagged: boolean;
}

/**
 * Current rate against the peak, flagged once the last two closed weeks lie 15 % or more under it.
 * Null before the first closed week. `weeks` are closed weeks in order; unknown ones are left out.
 */
export function decayOf(weeks: readonly WeekShare[]): Decay | null {
  const current = weeks.at(-1);
  if (!current) return null;
  const peak = weeks.reduce(
    (best, week) => (week.n * best.of > best.n * week.of ? week : best),
    current,
  );
  const recent = weeks.slice(-weeksUntilFlagged);
  const flagged =
    recent.length === weeksUntilFlagged && peak.n > 0 && recent.every(isDecayedFrom(peak));
  return { peak, current, flagged };
}

/** In whole people: a share that is exactly so far under the peak would be lost in rounding. */
function isDecayedFrom(peak: WeekShare): (week: WeekShare) => boolean {
  return ({ n, of }) => 100 * n * peak.of <= (100 - percentUnderPeak) * peak.n * of;
}
