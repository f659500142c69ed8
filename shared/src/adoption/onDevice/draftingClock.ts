/** Longest drafting time that is believed, in minutes; what took longer was left open (design 5). */
export const longestDraftMinutes = 60;

/** What a draft's session data keeps of its time, in milliseconds since 1970. */
export interface DraftTimes {
  /** When its window opened for the first time; null for a draft that was opened again. */
  readonly openedAt: number | null;
  /** How long nobody can have been at it, as the pane saw while it was open. */
  readonly idleMs: number;
}

/**
 * Minutes from opened to sent without the idle ones, at most 60, to a tenth; null where the device
 * cannot tell: an unknown start, or a clock that ran backwards.
 */
export function draftingMinutes({ openedAt, idleMs }: DraftTimes, sentAt: number): number | null {
  if (openedAt === null || !isFinite(openedAt) || sentAt < openedAt) return null;
  const idle = isFinite(idleMs) ? Math.min(Math.max(0, idleMs), sentAt - openedAt) : 0;
  const minutes = (sentAt - openedAt - idle) / 60_000;
  return Math.min(longestDraftMinutes, Math.round(minutes * 10) / 10);
}
