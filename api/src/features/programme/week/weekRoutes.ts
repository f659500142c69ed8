import { Hono } from 'hono';
import { markWorkRequest, saveEffortRequest } from '@last-mile/shared/programme';
import type { AppEnv } from '../../../http/appEnv';
import { validJson } from '../../../http/validJson';
import type { Effort } from '../effort/effort';
import type { OwnersWeek } from './ownersWeek';

export interface WeekDependencies {
  readonly ownersWeek: OwnersWeek;
  readonly effort: Effort;
}

/** The owner's week, and what the programme takes of it, to be mounted under `/api/programme`. */
export function weekRoutes({ ownersWeek, effort }: WeekDependencies) {
  return new Hono<AppEnv>()
    .get('/week', async (c) => c.json(await ownersWeek.read(c.var.programme)))
    .post('/week/marks', validJson(markWorkRequest), async (c) =>
      c.json(await ownersWeek.mark(c.var.programme, c.req.valid('json'), c.var.user), 202),
    )
    .get('/effort', async (c) => c.json(await effort.read(c.var.programme)))
    .post('/effort', validJson(saveEffortRequest), async (c) =>
      c.json(await effort.save(c.var.programme, c.req.valid('json'), c.var.user)),
    );
}
