import { Hono } from 'hono';
import type { Names } from './auth/names';
import type { People } from './auth/people';
import type { SeenRoles } from './auth/seenRoles';
import type { Database } from './db/database';
import { noticesRoutes } from './features/feedback/notices/noticesRoutes';
import { createNoticesStatus } from './features/feedback/notices/noticesStatus';
import { createJobFamilies } from './features/programme/jobFamilies';
import { createLibrarySettings } from './features/programme/librarySettings';
import { ownershipRoutes } from './features/programme/owner/ownershipRoutes';
import { planRoutes } from './features/programme/plan/planRoutes';
import { createPlans } from './features/programme/plan/plans';
import { createProgrammeOverview } from './features/programme/plan/programmeOverview';
import type { FiguresAt } from './features/programme/plan/targetCourses';
import type { ProgrammeItem } from './features/programme/programmeItem';
import type { ProgrammePeople } from './features/programme/programmePeople';
import { programmeRoutes } from './features/programme/programmeRoutes';
import type { Programmes } from './features/programme/programmes';
import type { RequiredStandards } from './features/programme/requiredStandards';
import { createSampleDataMark } from './features/programme/sampleData';
import { createLookUpDraft } from './features/programme/start/knownOfDraft';
import { createProgrammeDrafts } from './features/programme/start/programmeDrafts';
import { startRoutes } from './features/programme/start/startRoutes';
import { weekRoutes } from './features/programme/week/weekRoutes';
import { createWorkingCalendar } from './features/programme/workingCalendar';
import type { AppEnv } from './http/appEnv';
import type { ProgrammeWeek } from './programmeWeek';
import type { ListStores } from './sync/listStores';

export interface ProgrammeSetupDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly names: Names;
  readonly people: People;
  readonly seenRoles: SeenRoles;
  readonly programmes: Programmes;
  readonly programmePeople: ProgrammePeople;
  readonly requiredStandards: RequiredStandards;
  readonly item: ProgrammeItem;
  readonly week: ProgrammeWeek;
  readonly figuresAt: FiguresAt;
  /** Whether people can be told in Teams. */
  readonly canNotify: boolean;
  readonly onJobFamiliesSaved: () => void;
  readonly now: () => Date;
}

/** The routes by which a programme is begun, planned, set, led from week to week and ended. */
export function programmeSetup(dependencies: ProgrammeSetupDependencies) {
  const { database, lists, names, people, seenRoles, programmes, item } = dependencies;
  const { programmePeople, requiredStandards, week, figuresAt, canNotify, now } = dependencies;
  return new Hono<AppEnv>()
    .route(
      '/',
      programmeRoutes({
        ...{ programmes, requiredStandards, programmePeople, names },
        jobFamilies: createJobFamilies({
          ...{ item, programmes, onSaved: dependencies.onJobFamiliesSaved },
        }),
        workingCalendar: createWorkingCalendar(item),
        librarySettings: createLibrarySettings(item, programmes),
        sampleData: createSampleDataMark(database, () => now().getTime()),
      }),
    )
    .route(
      '/',
      planRoutes({
        plans: createPlans({ item, names, people, seenRoles, figuresAt, now }),
        overview: createProgrammeOverview({
          ...{ programmes, figuresAt, now },
          ownerStanding: week.ownerOf,
        }),
      }),
    )
    .route(
      '/',
      startRoutes({
        drafts: createProgrammeDrafts({
          ...{ database, programmes, names, now },
          drafts: lists.ProgrammeDrafts,
          list: lists.Programmes,
          lookUp: createLookUpDraft({ people, seenRoles, now }),
        }),
        people,
      }),
    )
    .route('/programme', noticesRoutes(createNoticesStatus(database, canNotify, now)))
    .route('/programme', weekRoutes(week))
    .route('/programme', ownershipRoutes(week.ownership));
}
