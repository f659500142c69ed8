/** How long a caller is ready to wait for a busy Graph. */
export interface Patience {
  /** For one attempt to be answered. */
  attemptMs: number;
  /** For all attempts together. */
  totalMs: number;
  retries: number;
  /** A longer `Retry-After` is passed on to the caller instead of being slept through. */
  longestWaitSeconds: number;
}

/** For workers, which keep their own schedule: short waits here, long ones theirs. */
export const background: Patience = {
  attemptMs: 30_000,
  totalMs: 120_000,
  retries: 1,
  longestWaitSeconds: 5,
};

/** For a person who waits: in seconds they know. */
export const interactive: Patience = {
  attemptMs: 5_000,
  totalMs: 9_000,
  retries: 1,
  longestWaitSeconds: 2,
};
