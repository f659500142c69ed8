import { Hono } from 'hono';
import { feedbackRequest } from '@last-mile/shared/feedback';
import type { AppEnv } from '../../http/appEnv';
import { validJson } from '../../http/validJson';
import type { Feedback } from './feedback';

/** `POST /`, `GET /mine` and the champions' `GET /`, to be mounted under `/api/feedback`. */
export function feedbackRoutes(feedback: Feedback) {
  return new Hono<AppEnv>()
    .post('/', validJson(feedbackRequest), async (c) =>
      c.json(await feedback.submit(c.req.valid('json'), c.var.programme, c.var.user), 202),
    )
    .get('/mine', async (c) => c.json(await feedback.mine(c.var.programme, c.var.user)))
    .get('/', async (c) => c.json(await feedback.queue(c.var.programme, c.var.user)));
}
