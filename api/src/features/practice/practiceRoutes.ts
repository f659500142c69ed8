import { Hono, type Context } from 'hono';
import {
  cancelSessionRequest,
  checkInRequest,
  helpOffer,
  placeSessionRequest,
  practisedRequest,
  saveSessionRequest,
  type ExercisesResponse,
  type PracticeFigures,
} from '@last-mile/shared/practice';
import type { Programme } from '@last-mile/shared/programme';
import type { GraphClient } from '../../graph/graphClient';
import type { AppEnv } from '../../http/appEnv';
import { keyParam } from '../../http/keyParam';
import { validJson } from '../../http/validJson';
import type { Helpers } from './helpers';
import type { Placing } from './placing';
import type { Sessions } from './sessions';
import type { TakingPart } from './takingPart';

export interface PracticeRoutesDependencies {
  readonly helpers: Helpers;
  readonly sessions: Sessions;
  readonly takingPart: TakingPart;
  readonly figures: (programme: Programme) => Promise<PracticeFigures>;
  readonly exercises: (programme: Programme) => Promise<ExercisesResponse>;
  readonly placing: Placing;
  /** Graph with the calendar of whoever holds this token. */
  readonly calendarOf: (userToken: string) => Promise<GraphClient>;
}

/** Sessions, who takes part in them, and who may be asked about a task; for `/api/practice`. */
export function practiceRoutes(dependencies: PracticeRoutesDependencies) {
  const { helpers, sessions, takingPart, figures, exercises, placing, calendarOf } = dependencies;
  /** The caller's own token was verified on the way here. */
  const ownGraph = (c: Context<AppEnv>) => () =>
    calendarOf((c.req.header('authorization') ?? '').replace(/^Bearer /i, ''));
  return new Hono<AppEnv>()
    .get('/sessions', async (c) => c.json(await sessions.list(c.var.programme, c.var.user)))
    .post('/sessions', validJson(saveSessionRequest), async (c) =>
      c.json(await sessions.save(c.var.programme, c.req.valid('json'), c.var.user)),
    )
    .post('/check-ins', validJson(checkInRequest), async (c) =>
      c.json(await takingPart.checkIn(c.var.programme, c.req.valid('json'), c.var.user), 202),
    )
    .post('/practised', validJson(practisedRequest), async (c) =>
      c.json(await takingPart.practised(c.var.programme, c.req.valid('json'), c.var.user), 202),
    )
    .get('/exercises', async (c) => c.json(await exercises(c.var.programme)))
    .get('/meetings', async (c) => c.json(await placing.meetings(ownGraph(c))))
    .post('/sessions/:clientKey/place', validJson(placeSessionRequest), async (c) => {
      const [{ programme, user }, request] = [c.var, c.req.valid('json')];
      return c.json(await placing.place(programme, keyParam(c), request, user, ownGraph(c)));
    })
    .post('/sessions/:clientKey/cancellation', validJson(cancelSessionRequest), async (c) => {
      const [{ programme, user }, { eTag }] = [c.var, c.req.valid('json')];
      return c.json(await sessions.cancel(programme, keyParam(c), eTag, user));
    })
    .get('/figures', async (c) => c.json(await figures(c.var.programme)))
    .get('/tasks/:clientKey/helpers', async (c) => {
      const { programme, user } = c.var;
      return c.json(await helpers.of(programme, keyParam(c), user));
    })
    .post('/tasks/:clientKey/helpers', validJson(helpOffer), async (c) => {
      const offer = c.req.valid('json');
      await helpers.offer(c.var.programme, keyParam(c), c.var.user, offer.offering);
      return c.json(offer);
    });
}
