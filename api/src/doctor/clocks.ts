import type { Send } from '../graph/send';

/** How far our clock goes ahead of others', in milliseconds, as their answers told. */
export interface Clocks {
  /** A send that reads the clock of whoever answers. */
  readonly watch: (send: Send) => Send;
  /** Null where that host has not answered, or without a date. */
  aheadOf(host: string): number | null;
}

/** An answer's `Date` says the whole second in which it was made. */
const withinSecondMs = 500;

export function createClocks(now: () => Date): Clocks {
  const ahead = new Map<string, number>();
  return {
    watch: (send) => async (request) => {
      const askedAt = now().getTime();
      const response = await send(request);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date)) {
        // The answer was made at some moment in between.
        const between = (askedAt + now().getTime()) / 2;
        ahead.set(new URL(request.url).hostname, between - date - withinSecondMs);
      }
      return response;
    },
    aheadOf: (host) => ahead.get(host) ?? null,
  };
}
