import { Hono, type MiddlewareHandler } from 'hono';
import { createAccessTokens } from './auth/accessTokens';
import { recordLook } from './auth/auditTrail';
import type { SeenRoles } from './auth/seenRoles';
import type { AppConfig } from './config';
import type { Database } from './db/database';
import { createReadiness } from './db/readiness';
import type { Send } from './graph/send';
import { createAccess, type AccessChecks } from './http/access';
import type { AppEnv } from './http/appEnv';
import { answerProblem, problemOf } from './http/errors';
import type { Log } from './http/log';
import { perimeter } from './http/perimeter';
import { createRateLimiter } from './http/rateLimit';
import { Unavailable } from './http/refusals';
import type { RouteAccess } from './http/routeAccess';
import { upstreamErrors } from './http/upstreamErrors';
import { createOpenApi } from './openapi/openApi';
import { routes } from './routes';
import { observeRequests } from './telemetry/observeRequests';
import type { Telemetry } from './telemetry/telemetry';

export interface ApiDoorDependencies extends Pick<AccessChecks, 'mayStillAct' | 'membershipOf'> {
  readonly config: AppConfig;
  readonly send: Send;
  readonly database: Database;
  readonly seenRoles: Pick<SeenRoles, 'note'>;
  readonly log: Log;
  readonly now: () => Date;
  readonly telemetry: Telemetry | undefined;
}

/** What every request passes on its way in, and what is answered without any feature. */
export interface ApiDoor {
  readonly http: Hono<AppEnv>;
  /** The steps before the handler of a route, by its line in the table. */
  readonly access: (route: RouteAccess) => MiddlewareHandler<AppEnv>[];
}

/** Composes the way in: errors, perimeter, who may what, and how the process does. */
export function createApiDoor(dependencies: ApiDoorDependencies): ApiDoor {
  const { config, send, database, seenRoles, mayStillAct, membershipOf } = dependencies;
  const { log, now, telemetry } = dependencies;
  const clock = () => now().getTime();
  const http = new Hono<AppEnv>();
  http.onError(answerProblem(upstreamErrors));
  http.notFound((c) => c.json(problemOf('notFound'), 404));
  if (telemetry) http.use(observeRequests(telemetry));
  http.use(perimeter(log, clock));

  const access = createAccess(
    {
      userOf: createAccessTokens(config, send, clock, (user, issuedAt) =>
        seenRoles.note(user, issuedAt),
      ),
      takeOne: createRateLimiter(config.rateLimit, clock),
      takeOneFrom: createRateLimiter(config.rateLimit, clock),
      ...{ mayStillAct, membershipOf },
      keepLook: (action, { userId }, programme) =>
        recordLook(database, {
          ...{ at: now(), actorId: userId, action, programmeKey: programme?.clientKey ?? null },
        }),
    },
    routes,
  );
  for (const route of routes) {
    for (const step of access(route)) http.on(route.method, route.path, step);
  }

  const openApi = createOpenApi(() => http);
  const isReady = createReadiness(database);
  http.get('/api/health', (c) => c.json({ status: 'ok' }));
  http.get('/api/ready', async (c) => {
    if (!(await isReady())) throw new Unavailable('notReady', { retryAfterSeconds: 1 });
    return c.json({ status: 'ready' });
  });
  http.get('/api/openapi.json', async (c) => c.json(await openApi()));
  return { http, access };
}
