import autocannon from 'autocannon';

/** One request as it will be sent, ready-made: building it must not cost the load generator time. */
export interface ReadyRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number;
  /** How many answers came in all. */
  readonly answers: number;
}

const connections = 50;

/**
 * Fifty callers who each ask again as soon as they are answered, each going round their own share of
 * `requests`. Throws when anything but 2xx came back.
 */
export async function load(
  origin: string,
  requests: readonly ReadyRequest[],
  seconds: number,
): Promise<LoadResult> {
  let caller = 0;
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const mine = caller++;
      client.setRequests(requests.filter((_, at) => at % connections === mine));
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} requests failed.`);
  }
  const answers = result['2xx'];
  return { perSecond: answers / result.duration, p99: result.latency.p99, answers };
}
