const dayMs = 86_400_000;
/** Long enough for who is away for weeks. */
const warnedDays = 60;

/**
 * The calendar day (UTC) on which what nobody touched since `lastAt` is let go, `afterDays` later; null
 * while that is more than sixty days ahead, and nobody needs to be told.
 */
export function dayItGoes(lastAt: Date, afterDays: number, now: Date): string | null {
  const at = lastAt.getTime() + afterDays * dayMs;
  return at > now.getTime() + warnedDays * dayMs ? null : new Date(at).toISOString().slice(0, 10);
}
