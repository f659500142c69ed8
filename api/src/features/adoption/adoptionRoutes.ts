import { Hono } from 'hono';
import {
  dashboardQuery,
  eventsRequest,
  type DashboardQuery,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import { canSeeDashboard, type Programme } from '@last-mile/shared/programme';
import type { AppEnv } from '../../http/appEnv';
import { RuleRefused } from '../../http/refusals';
import { validJson, validQuery } from '../../http/validJson';
import { createEventIntake } from './facts/eventIntake';
import type { UsageStore } from './facts/usageStore';

export interface AdoptionDependencies {
  readonly usage: Pick<UsageStore, 'record'>;
  readonly dashboard: (
    programme: Programme,
    now: Date,
    query: DashboardQuery,
  ) => Promise<DashboardResponse>;
  readonly now: () => Date;
}

/** `POST /events` and `GET /adoption/dashboard`, to be mounted under `/api`. */
export function adoptionRoutes({ usage, dashboard, now }: AdoptionDependencies) {
  const takeIn = createEventIntake(usage, now);
  return new Hono<AppEnv>()
    .post('/events', validJson(eventsRequest, { texts: 'checkedByRow' }), async (c) => {
      const { events } = c.req.valid('json');
      const batch = { person: c.var.user, candidates: events };
      return c.json(await takeIn(batch, c.var.programme.timeZone), 202);
    })
    .get('/adoption/dashboard', validQuery(dashboardQuery), async (c) => {
      const decision = canSeeDashboard(c.var.programme, c.var.user);
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      return c.json(await dashboard(c.var.programme, now(), c.req.valid('query')));
    });
}
