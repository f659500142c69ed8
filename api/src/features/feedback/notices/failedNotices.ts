/** Notifications whose sending failed: each rests by itself before it is tried again. */
export interface FailedNotices {
  rests(chainId: number, at: Date): boolean;
  add(chainId: number, at: Date): void;
  remove(chainId: number): void;
}

const longestRestMs = 60 * 60_000;

/**
 * Twice as long after each failure, from `firstRestMs` to an hour: what was lost on the way is sent again
 * soon, and what Graph never takes does not keep the others waiting.
 */
export function createFailedNotices(firstRestMs: number): FailedNotices {
  const failed = new Map<number, { readonly restMs: number; readonly untilMs: number }>();
  return {
    rests: (chainId, at) => (failed.get(chainId)?.untilMs ?? 0) > at.getTime(),
    add(chainId, at) {
      const before = failed.get(chainId);
      const restMs = before ? Math.min(longestRestMs, 2 * before.restMs) : firstRestMs;
      failed.set(chainId, { restMs, untilMs: at.getTime() + restMs });
    },
    remove(chainId) {
      failed.delete(chainId);
    },
  };
}
