import type { Hono } from 'hono';
import type { AppEnv } from './appEnv';
import type { RouteAccess } from './routeAccess';

/**
 * Throws when the API has a route that the table does not list, because nobody would be kept from
 * it, or when the table lists one that nobody answers. Runs before the first request.
 */
export function refuseUnlistedRoutes(
  app: Hono<AppEnv>,
  listed: readonly RouteAccess[],
  stepsOf: (route: RouteAccess) => readonly unknown[],
): void {
  const mounted = app.routes.filter(
    ({ path, method }) => path.startsWith('/api') && method !== 'ALL',
  );
  const unlisted = mounted.filter((route) => !listed.some((entry) => isSame(entry, route)));
  const [first] = unlisted;
  if (first) throw new Error(`${first.method} ${first.path} is not in http/routeAccess.ts`);
  for (const entry of listed) {
    const handlers = mounted.filter((route) => isSame(entry, route)).length - stepsOf(entry).length;
    if (handlers < 1) throw new Error(`Nobody answers ${entry.method} ${entry.path}`);
  }
}

const isSame = (entry: RouteAccess, route: { method: string; path: string }) =>
  entry.method === route.method && entry.path === route.path.replace(/(?<=.)\/$/, '');
