import { Hono, type Context } from 'hono';
import {
  addEntryRequest,
  closingRequest,
  draftEntriesRequest,
  openSessionRequest,
  sessionQuery,
  voteRequest,
} from '@last-mile/shared/library';
import { clientKey } from '@last-mile/shared/text';
import type { AppEnv } from '../../../http/appEnv';
import { NotFound } from '../../../http/refusals';
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
      return c.json(await sessions.read(acting(c), keyIn(c, 'clientKey'), since, signal));
    })
    .post('/:clientKey/entries', validJson(addEntryRequest), async (c) =>
      c.json(await sessions.add(acting(c), keyIn(c, 'clientKey'), c.req.valid('json'))),
    )
    .post('/:clientKey/entries/:entryKey/vote', validJson(voteRequest), async (c) => {
      const { vote } = c.req.valid('json');
      const [session, entry] = [keyIn(c, 'clientKey'), keyIn(c, 'entryKey')];
      return c.json(await sessions.vote(acting(c), session, entry, vote));
    })
    .post('/:clientKey/drafts', validJson(draftEntriesRequest), async (c) =>
      c.json(await sessions.draft(acting(c), keyIn(c, 'clientKey'), c.req.valid('json').entries)),
    )
    .post('/:clientKey/closing', validJson(closingRequest), async (c) =>
      c.json(await sessions.close(acting(c), keyIn(c, 'clientKey'), c.req.valid('json').closed)),
    );
}

/** What is no key is the key of nothing. */
function keyIn(c: Context<AppEnv>, name: 'clientKey' | 'entryKey'): string {
  const key = clientKey.safeParse(c.req.param(name));
  if (!key.success) throw new NotFound();
  return key.data.toLowerCase();
}
