import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from '../http/appEnv';
import { knownMethod } from '../http/perimeter';
import type { Telemetry } from './telemetry';

/**
 * Measures every request by its route's pattern. A `traceparent` of the caller is not followed: browsers
 * are the callers, and a trace that anybody may name is one that anybody may fill.
 */
export function observeRequests(telemetry: Telemetry): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await telemetry.measure('request', next, () => {
      const route = routePath(c, -1);
      const { status } = c.res;
      const refusal = c.get('refusedWith');
      if (refusal !== undefined) {
        telemetry.count('lastmile.refusals', { 'http.route': route, 'lastmile.refusal': refusal });
      }
      const attributes = {
        'http.request.method': knownMethod(c.req.method),
        'http.route': route,
        'http.response.status_code': status,
      };
      return { attributes, failed: status >= 500 };
    });
  };
}
