import { Hono } from 'hono';
import { decideRequest, lookBackRequest, savedTimeRequest } from '@last-mile/shared/checkpoints';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { validJson } from '../../http/validJson';
import type { Checkpoints } from './checkpoints';
import type { Decisions } from './decisions';
import type { SavedTime } from './savedTime';

export interface CheckpointsRoutesDependencies {
  readonly checkpoints: Pick<Checkpoints, 'list'>;
  readonly decisions: Pick<Decisions, 'decide' | 'lookBack'>;
  readonly savedTime: Pick<SavedTime, 'question' | 'take'>;
}

/** Checkpoints, what was decided at them, and where saved time went, to be mounted under `/api`. */
export function checkpointsRoutes(dependencies: CheckpointsRoutesDependencies) {
  const { checkpoints, decisions, savedTime } = dependencies;
  return new Hono<AppEnv>()
    .get('/checkpoints', async (c) => c.json(await checkpoints.list(c.var.programme)))
    .post('/checkpoints/decisions', validJson(decideRequest), async (c) =>
      c.json(await decisions.decide(c.var.programme, c.req.valid('json'), c.var.user)),
    )
    .post('/checkpoints/decisions/:clientKey/look-back', validJson(lookBackRequest), async (c) =>
      c.json(
        await decisions.lookBack(c.var.programme, keyParam(c), c.req.valid('json'), c.var.user),
      ),
    )
    .get('/saved-time', async (c) => c.json(await savedTime.question(c.var.programme, c.var.user)))
    .post('/saved-time', validJson(savedTimeRequest), async (c) =>
      c.json(await savedTime.take(c.var.programme, c.req.valid('json'), c.var.user), 202),
    );
}
