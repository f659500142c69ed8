import { Hono } from 'hono';
import {
  peopleQuery,
  saveJobFamiliesRequest,
  saveLibrarySettingsRequest,
  saveRequiredStandardsRequest,
  saveWorkingCalendarRequest,
  type MeResponse,
} from '@last-mile/shared/programme';
import type { Names } from '../../auth/names';
import type { AppEnv } from '../../http/appEnv';
import { validJson, validQuery } from '../../http/validJson';
import type { JobFamilies } from './jobFamilies';
import type { LibrarySettings } from './librarySettings';
import type { ProgrammePeople } from './programmePeople';
import type { Programmes } from './programmes';
import type { RequiredStandards } from './requiredStandards';
import type { SampleDataMark } from './sampleData';
import type { ProgrammeCalendar } from './workingCalendar';

export interface ProgrammeDependencies {
  readonly programmes: Programmes;
  readonly jobFamilies: JobFamilies;
  readonly requiredStandards: RequiredStandards;
  readonly workingCalendar: ProgrammeCalendar;
  readonly librarySettings: LibrarySettings;
  readonly programmePeople: ProgrammePeople;
  readonly names: Names;
  readonly sampleData: Pick<SampleDataMark, 'isSet'>;
}

/** `GET /me` and what champions set for their programme, to be mounted under `/api`. */
export function programmeRoutes(dependencies: ProgrammeDependencies) {
  const { programmes, jobFamilies, requiredStandards, workingCalendar, librarySettings } =
    dependencies;
  const { programmePeople, names, sampleData } = dependencies;
  const routes = new Hono<AppEnv>();

  routes.get('/me', async (c) => {
    const { user } = c.var;
    const [membership, found, sample] = await Promise.all([
      programmes.membershipOf(user),
      names.of([user.userId]),
      sampleData.isSet(),
    ]);
    const programme = membership?.programme ?? null;
    const me: MeResponse = {
      userId: user.userId,
      // Without the directory people still get their screen, greeted without a name.
      displayName: found.get(user.userId) ?? '',
      roles: [...user.roles],
      programme,
      standing: membership?.standing ?? null,
      jobFamily: programme ? await programmes.jobFamilyOfUser(programme, user) : null,
      sampleData: sample,
    };
    return c.json(me);
  });

  routes.get('/programme/job-families', async (c) =>
    c.json(await jobFamilies.read(c.var.programme)),
  );

  routes.post('/programme/job-families', validJson(saveJobFamiliesRequest), async (c) =>
    c.json(await jobFamilies.save(c.var.programme, c.req.valid('json'), c.var.user)),
  );

  routes.get('/programme/standards', async (c) =>
    c.json(await requiredStandards.read(c.var.programme)),
  );

  routes.post('/programme/standards', validJson(saveRequiredStandardsRequest), async (c) =>
    c.json(await requiredStandards.save(c.var.programme, c.req.valid('json'), c.var.user)),
  );

  routes.get('/programme/working-calendar', async (c) =>
    c.json(await workingCalendar.read(c.var.programme)),
  );

  routes.post('/programme/working-calendar', validJson(saveWorkingCalendarRequest), async (c) =>
    c.json(await workingCalendar.save(c.var.programme, c.req.valid('json'), c.var.user)),
  );

  routes.get('/programme/people', validQuery(peopleQuery), async (c) =>
    c.json({ people: await programmePeople.search(c.var.programme, c.req.valid('query').q) }),
  );

  routes.get('/programme/library', async (c) =>
    c.json(await librarySettings.read(c.var.programme)),
  );

  routes.post('/programme/library', validJson(saveLibrarySettingsRequest), async (c) =>
    c.json(await librarySettings.save(c.var.programme, c.req.valid('json'), c.var.user)),
  );

  return routes;
}
