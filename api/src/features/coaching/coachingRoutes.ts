import { Hono } from 'hono';
import {
  coachingChoice,
  outreachOutcomeRequest,
  outreachRequest,
} from '@last-mile/shared/coaching';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { validJson } from '../../http/validJson';
import type { Coaching } from './coaching';

/** Whom champions may want to talk to, and one's own word on it; to be mounted under `/api/coaching`. */
export function coachingRoutes(coaching: Coaching) {
  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await coaching.list(c.var.programme)))
    .get('/choice', async (c) => c.json({ optedOut: await coaching.hasOptedOut(c.var.user) }))
    .post('/choice', validJson(coachingChoice), async (c) => {
      const choice = c.req.valid('json');
      await coaching.choose(c.var.user, choice.optedOut);
      return c.json(choice);
    })
    .post('/outreach', validJson(outreachRequest), async (c) =>
      c.json(await coaching.reachOut(c.var.programme, c.req.valid('json'), c.var.user), 202),
    )
    .post('/outreach/:clientKey/outcome', validJson(outreachOutcomeRequest), async (c) => {
      const { programme, user } = c.var;
      return c.json(await coaching.keepOutcome(programme, keyParam(c), c.req.valid('json'), user));
    });
}
