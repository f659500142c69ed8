import { Hono } from 'hono';
import { savePlanRequest } from '@last-mile/shared/programme';
import type { AppEnv } from '../../../http/appEnv';
import { validJson } from '../../../http/validJson';
import type { Plans } from './plans';
import type { ProgrammeOverview } from './programmeOverview';

export interface PlanDependencies {
  readonly plans: Plans;
  readonly overview: ProgrammeOverview;
}

/** The plan of the caller's programme, and their programmes side by side, to be mounted under `/api`. */
export function planRoutes({ plans, overview }: PlanDependencies) {
  const routes = new Hono<AppEnv>();

  routes.get('/programme/plan', async (c) => c.json(await plans.read(c.var.programme)));

  routes.post('/programme/plan', validJson(savePlanRequest), async (c) =>
    c.json(await plans.save(c.var.programme, c.req.valid('json'), c.var.user)),
  );

  routes.get('/programmes', async (c) => c.json(await overview(c.var.user)));

  return routes;
}
