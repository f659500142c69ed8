import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { AppEnv } from './appEnv';

/** Slower answers than this are worth a line of their own. */
const slowMs = 1_000;

/** What an answer of the API always carries; never framed, never guessed at, never kept by a proxy. */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * The outermost step of every request: gives it an id of ours (a caller's own is not trusted), and
 * logs what was refused, went wrong or was slow. Quiet requests are logged at level debug only.
 */
export function perimeter(log: Logger, now: () => number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    const startedAt = now();
    c.set('requestId', requestId);
    c.set('log', log);
    c.header('X-Request-Id', requestId);
    await next();
    const ms = Math.round(now() - startedAt);
    const status = c.res.status;
    const level = status >= 400 || ms > slowMs ? 'info' : 'debug';
    if (log.isLevelEnabled(level)) {
      log[level](
        { requestId, method: c.req.method, route: routePath(c, -1), status, ms },
        'request',
      );
    }
  };
}

/** Gives every answer of the API its headers, also refusals. */
export const apiDefaults: MiddlewareHandler<AppEnv> = async (c, next) => {
  for (const [name, value] of Object.entries(apiHeaders)) c.header(name, value);
  await next();
};
