import { Hono } from 'hono';
import { helpOffer } from '@last-mile/shared/practice';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { validJson } from '../../http/validJson';
import type { Helpers } from './helpers';

/** Who may be asked about a task, and one's own word on it; to be mounted under `/api/practice`. */
export function practiceRoutes(helpers: Helpers) {
  return new Hono<AppEnv>()
    .get('/tasks/:clientKey/helpers', async (c) => {
      const { programme, user } = c.var;
      return c.json(await helpers.of(programme, keyParam(c), user));
    })
    .post('/tasks/:clientKey/helpers', validJson(helpOffer), async (c) => {
      const offer = c.req.valid('json');
      await helpers.offer(c.var.programme, keyParam(c), c.var.user, offer.offering);
      return c.json(offer);
    });
}
