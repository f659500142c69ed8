import { Hono, type Context } from 'hono';
import { helpOffer } from '@last-mile/shared/practice';
import { clientKey } from '@last-mile/shared/text';
import type { AppEnv } from '../../http/appEnv';
import { NotFound } from '../../http/refusals';
import { validJson } from '../../http/validJson';
import type { Helpers } from './helpers';

/** Who may be asked about a task, and one's own word on it; to be mounted under `/api/practice`. */
export function practiceRoutes(helpers: Helpers) {
  return new Hono<AppEnv>()
    .get('/tasks/:clientKey/helpers', async (c) => {
      const { programme, user } = c.var;
      return c.json(await helpers.of(programme, taskKeyOf(c), user));
    })
    .post('/tasks/:clientKey/helpers', validJson(helpOffer), async (c) => {
      const offer = c.req.valid('json');
      await helpers.offer(c.var.programme, taskKeyOf(c), c.var.user, offer.offering);
      return c.json(offer);
    });
}

function taskKeyOf(c: Context<AppEnv>): string {
  const key = clientKey.safeParse(c.req.param('clientKey'));
  if (!key.success) throw new NotFound('There is no such task.');
  return key.data.toLowerCase();
}
