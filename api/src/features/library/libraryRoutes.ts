import { Hono, type Context, type MiddlewareHandler } from 'hono';
import {
  actRequest,
  draftRequest,
  editRequest,
  favouriteRequest,
  handOverAllRequest,
  handOverRequest,
  libraryQuery,
  restoreRequest,
  returnRequest,
  starterRequest,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { AppEnv } from '../../http/appEnv';
import { answerReady } from '../../http/perimeter';
import { validJson, validQuery } from '../../http/validJson';
import { createAnswerCache, type ReadyAnswer } from './answerCache';
import type { ItemAct, Library } from './library';
import { viewerOf } from './viewer';

export interface LibraryRoutesDependencies {
  readonly library: Library;
  /** The job family of who asks, as far as it is known. */
  readonly jobFamilyOf: (programme: Programme, user: User) => Promise<string | null>;
}

/** What is read of the library and done with its items, for `/api/library`. */
export function libraryRoutes({ library, jobFamilyOf }: LibraryRoutesDependencies) {
  const answers = createAnswerCache();

  const familyOf = (c: Context<AppEnv>) => jobFamilyOf(c.get('programme'), c.get('user'));

  /** Answers what was asked before, before anything is parsed; nothing else is on this path. */
  const fromCache: MiddlewareHandler<AppEnv> = async (c, next) => {
    const ready = answers.get(
      cacheKey(c, await familyOf(c)),
      library.versionFor(c.get('programme')),
    );
    if (ready) return sendReady(c, ready);
    return next();
  };

  return new Hono<AppEnv>()
    .get('/', fromCache, validQuery(libraryQuery), async (c) => {
      // Read before the search: an answer is never kept under a later version than it shows.
      const version = library.versionFor(c.get('programme'));
      const jobFamily = await familyOf(c);
      const answer = await library.search(viewerOf(c), c.req.valid('query'), jobFamily);
      return sendReady(c, answers.put(cacheKey(c, jobFamily), version, answer));
    })
    .post('/starter', validJson(starterRequest), async (c) =>
      c.json(await library.takeStarter(c.req.valid('json'), c.var.programme, c.var.user)),
    )
    .post('/drafts', validJson(draftRequest), async (c) =>
      c.json(await library.createDraft(viewerOf(c), c.req.valid('json')), 202),
    )
    .get('/shelves', async (c) => c.json(await library.shelves(viewerOf(c), await familyOf(c))))
    .get('/own', async (c) => c.json(await library.own(viewerOf(c))))
    .get('/review', async (c) => c.json(await library.reviewQueue(c.var.programme)))
    .get('/owners', async (c) => c.json(await library.handOvers.owners(c.var.programme)))
    .post('/owners', validJson(handOverAllRequest), async (c) =>
      c.json(await library.handOvers.handOverAll(viewerOf(c), c.req.valid('json'))),
    )
    .get('/:clientKey', async (c) =>
      c.json(await library.get(viewerOf(c), c.req.param('clientKey'))),
    )
    .get('/:clientKey/translations', async (c) =>
      c.json(await library.translations(viewerOf(c), c.req.param('clientKey'))),
    )
    .get('/:clientKey/versions', async (c) =>
      c.json(await library.versions(viewerOf(c), c.req.param('clientKey'))),
    )
    .post('/:clientKey/content', validJson(editRequest), async (c) => {
      const { content, originalVersion } = c.req.valid('json');
      return done(c, c.req.valid('json'), (acting, edits) =>
        edits.write(acting, content, originalVersion),
      );
    })
    .post('/:clientKey/favourite', validJson(favouriteRequest), async (c) => {
      const { favourite } = c.req.valid('json');
      await library.setFavourite(viewerOf(c), c.req.param('clientKey'), favourite);
      return c.json({ favourite });
    })
    .post('/:clientKey/submission', validJson(actRequest), async (c) =>
      done(c, c.req.valid('json'), (acting, edits) => edits.submit(acting)),
    )
    .post('/:clientKey/return', validJson(returnRequest), async (c) => {
      const { note } = c.req.valid('json');
      return done(c, c.req.valid('json'), (acting, edits) => edits.giveBack(acting, note));
    })
    .post('/:clientKey/publication', validJson(actRequest), async (c) => {
      const { eTag } = c.req.valid('json');
      const { programme, user } = c.var;
      return c.json(await library.publish(programme, c.req.param('clientKey'), eTag, user));
    })
    .post('/:clientKey/renewal', validJson(actRequest), async (c) =>
      done(c, c.req.valid('json'), (acting, edits) => edits.renew(acting)),
    )
    .post('/:clientKey/owner', validJson(handOverRequest), async (c) => {
      const { ownerId } = c.req.valid('json');
      await library.handOvers.checkOwner(c.var.programme, ownerId);
      return done(c, c.req.valid('json'), (acting, edits) => edits.handOver(acting, ownerId));
    })
    .post('/:clientKey/retirement', validJson(actRequest), async (c) =>
      done(c, c.req.valid('json'), (acting, edits) => edits.retire(acting)),
    )
    .post('/:clientKey/reinstatement', validJson(actRequest), async (c) =>
      done(c, c.req.valid('json'), (acting, edits) => edits.reinstate(acting)),
    )
    .post('/:clientKey/restoration', validJson(restoreRequest), async (c) =>
      c.json(await library.restore(viewerOf(c), c.req.param('clientKey'), c.req.valid('json'))),
    );

  /** Does it, and answers the item as it is afterwards. */
  async function done(c: Context<AppEnv>, { eTag }: { eTag: string }, act: ItemAct) {
    return c.json(await library.act(viewerOf(c), c.req.param('clientKey') ?? '', eTag, act));
  }
}

/** Whose view, and the query as it was written: two spellings of one question are kept twice. */
function cacheKey(c: Context<AppEnv>, jobFamily: string | null): string {
  const { programme, champion } = viewerOf(c);
  const { url } = c.req;
  const at = url.indexOf('?');
  const view = [programme.clientKey, champion ? 'champion' : 'member', jobFamily ?? ''];
  return `${JSON.stringify(view)} ${at < 0 ? '' : url.slice(at)}`;
}

function sendReady(c: Context<AppEnv>, { bytes, eTag, headers }: ReadyAnswer): Response {
  const known = c.req.header('if-none-match') === eTag;
  return known ? answerReady(c, 304, null, headers) : answerReady(c, 200, bytes, headers);
}
