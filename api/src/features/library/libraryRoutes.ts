import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { importRequest, libraryQuery, publishRequest } from '@last-mile/shared/library';
import { canChampion } from '@last-mile/shared/programme';
import type { AppEnv } from '../../http/appEnv';
import { answerReady } from '../../http/perimeter';
import { validJson, validQuery } from '../../http/validJson';
import { createAnswerCache, type ReadyAnswer } from './answerCache';
import type { Library, Viewer } from './library';

/** `GET /`, `GET /:clientKey`, `POST /import` and `POST /:clientKey/publication`, for `/api/library`. */
export function libraryRoutes(library: Library) {
  const answers = createAnswerCache();

  /** Answers what was asked before, before anything is parsed; nothing else is on this path. */
  const fromCache: MiddlewareHandler<AppEnv> = async (c, next) => {
    const ready = answers.get(cacheKey(c), library.versionFor(c.get('programme')));
    if (ready) return sendReady(c, ready);
    return next();
  };

  return new Hono<AppEnv>()
    .get('/', fromCache, validQuery(libraryQuery), async (c) => {
      // Read before the search: an answer is never kept under a later version than it shows.
      const version = library.versionFor(c.get('programme'));
      const answer = await library.search(viewerOf(c), c.req.valid('query'));
      return sendReady(c, answers.put(cacheKey(c), version, answer));
    })
    .post('/import', validJson(importRequest, { texts: 'checkedByRow' }), async (c) =>
      c.json(await library.importRows(c.req.valid('json').rows, c.var.programme, c.var.user)),
    )
    .get('/:clientKey', async (c) =>
      c.json(await library.get(viewerOf(c), c.req.param('clientKey'))),
    )
    .post('/:clientKey/publication', validJson(publishRequest), async (c) => {
      const { eTag } = c.req.valid('json');
      const { programme, user } = c.var;
      return c.json(await library.publish(programme, c.req.param('clientKey'), eTag, user));
    });
}

function viewerOf(c: Context<AppEnv>): Viewer {
  const programme = c.get('programme');
  return { programme, champion: canChampion(programme, c.get('user')).allowed };
}

/** Whose view, and the query as it was written: two spellings of one question are kept twice. */
function cacheKey(c: Context<AppEnv>): string {
  const { programme, champion } = viewerOf(c);
  const { url } = c.req;
  const at = url.indexOf('?');
  return `${programme.clientKey} ${champion ? 'champion' : 'member'} ${at < 0 ? '' : url.slice(at)}`;
}

function sendReady(c: Context<AppEnv>, { bytes, eTag, headers }: ReadyAnswer): Response {
  const known = c.req.header('if-none-match') === eTag;
  return known ? answerReady(c, 304, null, headers) : answerReady(c, 200, bytes, headers);
}
