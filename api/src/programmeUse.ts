import { Hono } from 'hono';
import type { User } from '@last-mile/shared/user';
import type { Database } from './db/database';
import { adoptionRoutes } from './features/adoption/adoptionRoutes';
import type { Dashboard } from './features/adoption/dashboard';
import type { PersonDigest } from './features/adoption/facts/subjects';
import type { UsageStore } from './features/adoption/facts/usageStore';
import { createMembershipPositions } from './features/adoption/people/membershipPositions';
import { createCopilotReportStatus } from './features/adoption/usageReports/copilotReportStatus';
import { createReportedPeople } from './features/adoption/usageReports/reportedPeople';
import { usageReportRoutes } from './features/adoption/usageReports/usageReportRoutes';
import { createUsageUpload } from './features/adoption/usageReports/usageUpload';
import { createParagraphHeat } from './features/adoption/windows/paragraphHeat';
import { paragraphHeatRoutes } from './features/adoption/windows/paragraphHeatRoutes';
import type { Programmes } from './features/programme/programmes';
import type { AppEnv } from './http/appEnv';

export interface ProgrammeUseDependencies {
  readonly database: Database;
  readonly tenantId: User['tenantId'];
  readonly usage: UsageStore;
  readonly usageDigest: PersonDigest;
  readonly dashboard: Dashboard;
  readonly programmes: Pick<Programmes, 'membersOf'>;
  readonly now: () => Date;
}

/** The routes by which use is told of and shown. */
export function programmeUse(dependencies: ProgrammeUseDependencies) {
  const { database, tenantId, usage, usageDigest, dashboard, programmes, now } = dependencies;
  return new Hono<AppEnv>()
    .route('/', adoptionRoutes({ usage, now, dashboard }))
    .route('/adoption/items', paragraphHeatRoutes(createParagraphHeat(database, now)))
    .route(
      '/adoption/usage-reports',
      usageReportRoutes({
        status: createCopilotReportStatus(database),
        positions: createMembershipPositions(database),
        takeUsageFile: createUsageUpload({
          ...{ database, usage },
          membersOf: (programme) => programmes.membersOf(programme),
          reportedPeople: createReportedPeople(database, tenantId, usageDigest),
        }),
        now,
      }),
    );
}
