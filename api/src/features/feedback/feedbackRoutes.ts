import { Hono } from 'hono';
import { feedbackRequest } from '@last-mile/shared/feedback';
import type { AppEnv } from '../../http/appEnv';
import { answerReady, apiHeaders } from '../../http/perimeter';
import { validJson } from '../../http/validJson';
import type { Feedback } from './feedback';

const receiptHeaders = { ...apiHeaders, 'Content-Type': 'application/json' };

/** `POST /`, `GET /mine` and the champions' `GET /`, to be mounted under `/api/feedback`. */
export function feedbackRoutes(feedback: Feedback) {
  return new Hono<AppEnv>()
    .post('/', validJson(feedbackRequest), async (c) => {
      // Many write at the same moment: `c.var` and `c.json` would each copy what is there already.
      const receipt = await feedback.submit(c.req.valid('json'), c.get('programme'), c.get('user'));
      return answerReady(c, 202, JSON.stringify(receipt), receiptHeaders);
    })
    .get('/mine', async (c) => c.json(await feedback.mine(c.var.programme, c.var.user)))
    .get('/', async (c) => c.json(await feedback.queue(c.var.programme, c.var.user)));
}
