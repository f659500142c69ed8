import { createBoundedMap } from './boundedMap';
import { TooManyRequests } from './refusals';

export interface RateLimit {
  /** Requests a person may send at once after a pause. */
  readonly burst: number;
  /** Requests a second a person may go on with. */
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket for each person or address, kept in this process: with several instances there are as
 * many buckets, which is still a limit. Throws {@link TooManyRequests} when the bucket is empty.
 */
export function createRateLimiter(limit: RateLimit, now: () => number) {
  const buckets = createBoundedMap<string, Bucket>(20_000);
  return function takeOne(caller: string) {
    const at = now();
    const bucket = buckets.get(caller);
    if (!bucket) {
      buckets.set(caller, { tokens: limit.burst - 1, at });
      return;
    }
    const refilled = bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * limit.perSecond;
    bucket.tokens = Math.min(limit.burst, refilled);
    bucket.at = at;
    if (bucket.tokens < 1) {
      throw new TooManyRequests(Math.ceil((1 - bucket.tokens) / limit.perSecond));
    }
    bucket.tokens -= 1;
  };
}
