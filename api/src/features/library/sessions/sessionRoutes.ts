import { Hono, type Context } from 'hono';
import {
  addEntryRequest,
  closingRequest,
  draftEntriesRequest,
  openSessionRequest,
  sessionQuery,
  voteRequest,
} from '@last-mile/shared/library';
import type { AppEnv } from '../../../http/appEnv';
import { keyParam } from '../../../http/keyParam';
import { validJson, validQuery } from '../../../http/validJson';
import type { Acting, BuildSessions } from './buildSessions';

/** Build sessions, for `/api/build-sessions`. */
export function sessionRoutes(sessions: BuildSessions) {
  const acting = (c: Context<AppEnv>): Acting => ({
    programme: c.get('programme'),
    user: c.get('user'),
  });
  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await sessions.all(c.var.programme)))
    .post('/', validJson(openSessionRequest), async (c) =>
      c.json(await sessions.open(acting(c), c.req.valid('json'))),
    )
    .get('/:clientKey', validQuery(sessionQuery), async (c) => {
      const since = Number(c.req.valid('query').since ?? 0);
      const { signal } = c.req.raw;
      return c.json(await sessions.read(acting(c), keyParam(c), since, signal));
    })
    .post('/:clientKey/entries', validJson(addEntryRequest), async (c) =>
      c.json(await sessions.add(acting(c), keyParam(c), c.req.valid('json'))),
    )
    .post('/:clientKey/entries/:entryKey/vote', validJson(voteRequest), async (c) => {
      const { vote } = c.req.valid('json');
      const [session, entry] = [keyParam(c), keyParam(c, 'entryKey')];
      return c.json(await sessions.vote(acting(c), session, entry, vote));
    })
    .post('/:clientKey/drafts', validJson(draftEntriesRequest), async (c) =>
      c.json(await sessions.draft(acting(c), keyParam(c), c.req.valid('json').entries)),
    )
    .post('/:clientKey/closing', validJson(closingRequest), async (c) =>
      c.json(await sessions.close(acting(c), keyParam(c), c.req.valid('json').closed)),
    );
}
