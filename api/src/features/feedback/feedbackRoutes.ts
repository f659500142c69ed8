import { Hono } from 'hono';
import {
  bulkTriageRequest,
  feedbackRequest,
  helpedRequest,
  queueQuery,
  triageRequest,
  vendorPackQuery,
} from '@last-mile/shared/feedback';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { answerReady, apiHeaders } from '../../http/perimeter';
import { validJson, validQuery } from '../../http/validJson';
import type { Feedback } from './feedback';

const receiptHeaders = { ...apiHeaders, 'Content-Type': 'application/json' };

/** What people send and what champions do with it, to be mounted under `/api/feedback`. */
export function feedbackRoutes(feedback: Feedback) {
  return new Hono<AppEnv>()
    .post('/', validJson(feedbackRequest), async (c) => {
      // Many write at the same moment: `c.var` and `c.json` would each copy what is there already.
      const receipt = await feedback.submit(c.req.valid('json'), c.get('programme'), c.get('user'));
      return answerReady(c, 202, JSON.stringify(receipt), receiptHeaders);
    })
    .get('/mine', async (c) => c.json(await feedback.mine(c.var.programme, c.var.user)))
    .get('/', validQuery(queueQuery), async (c) =>
      c.json(await feedback.queue(c.var, c.req.valid('query'))),
    )
    .post('/triage', validJson(bulkTriageRequest), async (c) =>
      c.json(await feedback.triageMany(c.var, c.req.valid('json'))),
    )
    .get('/overview', async (c) => c.json(await feedback.overview(c.var)))
    .get('/vendor-pack', validQuery(vendorPackQuery), async (c) => {
      const { keys, format } = c.req.valid('query');
      const file = await feedback.vendorPack(c.var.programme, keys, format);
      return c.body(file.body, 200, {
        'Content-Type': file.contentType,
        'Content-Disposition': `attachment; filename="${file.name}"`,
      });
    })
    .get('/:clientKey', async (c) => c.json(await feedback.detail(c.var, keyParam(c))))
    .post('/:clientKey/helped', validJson(helpedRequest), async (c) => {
      const { programme, user } = c.var;
      const answer = c.req.valid('json');
      return c.json(await feedback.answerHelped(programme, user, keyParam(c), answer), 202);
    })
    .post('/:clientKey/triage', validJson(triageRequest), async (c) =>
      c.json(await feedback.triage(c.var, keyParam(c), c.req.valid('json'))),
    );
}
