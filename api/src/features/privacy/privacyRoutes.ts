import { Hono } from 'hono';
import { erasureOfRequest, erasureRequest, personalDataRequest } from '@last-mile/shared/privacy';
import { peopleQuery } from '@last-mile/shared/programme';
import type { People } from '../../auth/people';
import type { AppEnv } from '../../http/appEnv';
import { Unavailable } from '../../http/refusals';
import { validJson, validQuery } from '../../http/validJson';
import type { PersonalData } from './personalData';

export interface PrivacyRoutesDependencies {
  readonly personalData: PersonalData;
  readonly people: Pick<People, 'searchPeople'>;
}

/** What is held of a person, for themselves and for admins; to be mounted under `/api`. */
export function privacyRoutes({ personalData, people }: PrivacyRoutesDependencies) {
  const { erasures } = personalData;
  return (
    new Hono<AppEnv>()
      .get('/me/data', async (c) => c.json(await personalData.of(c.var.user.userId)))
      .get('/me/erasure', async (c) => c.json(await erasures.of(c.var.user.userId)))
      .post('/me/erasure', validJson(erasureRequest), async (c) => {
        const { userId } = c.var.user;
        const { clientKey } = c.req.valid('json');
        return c.json(await personalData.erase(userId, clientKey, userId), 202);
      })
      .get('/people', validQuery(peopleQuery), async (c) => {
        const found = await people.searchPeople(c.req.valid('query').q).catch((cause: unknown) => {
          throw new Unavailable('peopleUnavailable', { cause });
        });
        return c.json({
          people: found.map(({ userId, displayName: name, jobTitle }) => ({
            userId,
            name,
            jobTitle,
          })),
        });
      })
      // Whose data it is stands in no address.
      .post('/people/data', validJson(personalDataRequest), async (c) =>
        c.json(await personalData.exported(c.req.valid('json').userId, c.var.user.userId)),
      )
      .get('/people/erasure', validQuery(personalDataRequest), async (c) =>
        c.json(await erasures.of(c.req.valid('query').userId)),
      )
      .post('/people/erasure', validJson(erasureOfRequest), async (c) => {
        const { userId, clientKey } = c.req.valid('json');
        return c.json(await personalData.erase(userId, clientKey, c.var.user.userId), 202);
      })
  );
}
