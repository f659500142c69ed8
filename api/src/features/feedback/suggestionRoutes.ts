import { Hono } from 'hono';
import { suggestionVote } from '@last-mile/shared/feedback';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { validJson } from '../../http/validJson';
import type { Suggestions } from './suggestions';

/** What people would like better, for everyone to see and vote on; to be mounted under `/api/suggestions`. */
export function suggestionRoutes(suggestions: Suggestions) {
  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await suggestions.list(c.var.programme, c.var.user)))
    .post('/:clientKey/vote', validJson(suggestionVote), async (c) => {
      const { programme, user } = c.var;
      return c.json(await suggestions.vote(programme, user, keyParam(c), c.req.valid('json')));
    });
}
