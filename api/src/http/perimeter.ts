import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from './appEnv';
import { everyAnswer, nothingAllowed } from './contentSecurity';
import type { Log } from './log';

/** Slower answers than this are worth a line of their own. */
const slowMs = 1_000;

/**
 * What an answer of the API always carries: never framed, never guessed at, never kept by a proxy, never
 * embedded by another site.
 */
export const apiHeaders = {
  ...everyAnswer,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': nothingAllowed,
  'Referrer-Policy': 'no-referrer',
} as const;

/**
 * The outermost step of every request: gives it an id of ours (a caller's own is not trusted), adds
 * the headers every answer carries, and logs what was refused, went wrong or was slow. Quiet
 * requests are logged at level debug only.
 */
export function perimeter(log: Log, now: () => number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    const startedAt = now();
    c.set('requestId', requestId);
    c.set('log', log);
    await next();
    // Headers are added afterwards: prepared before, they would cost every answer a second copy.
    // (`c.var` copies every variable each time it is read; here `c.get` is used.)
    if (!c.get('headersSet')) setHeaders(c);
    const ms = now() - startedAt;
    const { status } = c.res;
    const event = status >= 400 || ms > slowMs ? 'requestRefusedOrSlow' : 'request';
    // Most are not, and asking for the route costs.
    if (!log.hears(event)) return;
    log.tell(event, {
      ...{ requestId, method: knownMethod(c.req.method), route: routePath(c, -1), status },
      ms: Math.round(ms),
    });
  };
}

const methods: ReadonlySet<string> = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
]);

/** A caller may send any word as the method. */
export const knownMethod = (method: string) => (methods.has(method) ? method : 'OTHER');

function setHeaders(c: Context<AppEnv>) {
  const { headers } = c.res;
  headers.set('X-Request-Id', c.var.requestId);
  // A page or a file has set its own; where there is none, the answer is the API's as well.
  if (!c.req.path.startsWith('/api') && c.res.status < 400) return;
  for (const [name, value] of Object.entries(apiHeaders)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}

/**
 * An answer with all its headers in one object (`apiHeaders` included): nothing is copied on its way
 * out, which is what lets a read of the library cost little more than a bare route.
 */
export function answerReady(
  c: Context<AppEnv>,
  status: 200 | 202 | 304,
  body: Uint8Array<ArrayBuffer> | string | null,
  headers: Readonly<Record<string, string>>,
): Response {
  c.set('headersSet', true);
  return new Response(body, {
    status,
    headers: { ...headers, 'X-Request-Id': c.get('requestId') },
  });
}
