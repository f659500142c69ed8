import autocannon from 'autocannon';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What one request carries; asked anew for each. */
  next(): { readonly headers: Record<string, string>; readonly body?: string };
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number;
}

const connections = 50;

/** Fifty callers who each ask again as soon as they are answered. Throws when anything but 2xx came back. */
export async function load(
  origin: string,
  request: LoadRequest,
  seconds: number,
): Promise<LoadResult> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [
      {
        method: request.method,
        path: request.path,
        setupRequest: (blank) => {
          const { headers, body } = request.next();
          return { ...blank, headers, ...(body === undefined ? {} : { body }) };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${request.method} ${request.path}: ${result.non2xx} answers were not 2xx, ${result.errors} failed.`,
    );
  }
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
}
