const dayMs = 86_400_000;

/** Whole days until a moment; below zero once it has passed. */
export const daysUntil = (ends: string, now: Date): number =>
  Math.floor((Date.parse(ends) - now.getTime()) / dayMs);

/** “until 2027-01-31, in 40 days”. */
export function untilWhen(ends: string, now: Date): string {
  return `until ${ends.slice(0, 10)}, in ${inDays(daysUntil(ends, now))}`;
}

export const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
