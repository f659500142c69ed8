import { Hono } from 'hono';
import {
  discardDraftRequest,
  peopleQuery,
  saveDraftRequest,
  startProgrammeRequest,
} from '@last-mile/shared/programme';
import type { People } from '../../../auth/people';
import type { AppEnv } from '../../../http/appEnv';
import { keyParam } from '../../../http/keyParam';
import { Unavailable } from '../../../http/refusals';
import { validJson, validQuery } from '../../../http/validJson';
import type { ProgrammeDrafts } from './programmeDrafts';

export interface StartDependencies {
  readonly drafts: ProgrammeDrafts;
  readonly people: Pick<People, 'searchPeople' | 'searchGroups'>;
}

/** The guided start of a programme, and whom it can name, to be mounted under `/api`. */
export function startRoutes({ drafts, people }: StartDependencies) {
  const routes = new Hono<AppEnv>();

  routes.get('/programme-drafts', async (c) => c.json(await drafts.list(c.var.user)));

  routes.post('/programme-drafts', validJson(saveDraftRequest), async (c) =>
    c.json(await drafts.save(c.req.valid('json'), c.var.user)),
  );

  routes.post('/programme-drafts/:clientKey/removal', validJson(discardDraftRequest), async (c) =>
    c.json(await drafts.discard(keyParam(c), c.req.valid('json'), c.var.user)),
  );

  routes.post('/programme-drafts/:clientKey/start', validJson(startProgrammeRequest), async (c) =>
    c.json(await drafts.start(keyParam(c), c.req.valid('json'), c.var.user)),
  );

  routes.get('/directory/people', validQuery(peopleQuery), async (c) => {
    const found = await askDirectory(people.searchPeople(c.req.valid('query').q));
    return c.json({
      people: found
        .map(({ userId, displayName: name, jobTitle }) => ({ userId, name, jobTitle }))
        .sort(byName),
    });
  });

  routes.get('/directory/groups', validQuery(peopleQuery), async (c) => {
    const found = await askDirectory(people.searchGroups(c.req.valid('query').q));
    return c.json({ groups: found.toSorted(byName) });
  });

  return routes;
}

const byName = (one: { name: string }, other: { name: string }) =>
  one.name.localeCompare(other.name);

/** A directory that does not answer is away for now, whatever it says. */
function askDirectory<Found>(asked: Promise<Found>): Promise<Found> {
  return asked.catch((cause: unknown) => {
    throw new Unavailable('peopleUnavailable', { cause });
  });
}
