import { Hono } from 'hono';
import type { Names } from './auth/names';
import type { People } from './auth/people';
import type { Database } from './db/database';
import { createAuditReading } from './features/operations/auditReading';
import type { SubjectsFor } from './features/operations/auditSubjects';
import { operationsRoutes } from './features/operations/operationsRoutes';
import type { PersonalData } from './features/privacy/personalData';
import { privacyRoutes } from './features/privacy/privacyRoutes';
import type { AppEnv } from './http/appEnv';
import { createParkedDeliveries } from './sync/parkedDeliveries';

export interface AdministrationDependencies {
  readonly database: Database;
  readonly names: Names;
  readonly people: People;
  readonly personalData: PersonalData;
  readonly auditedSubjects: SubjectsFor;
  readonly now: () => Date;
}

/** The routes of admins, and of everybody to what is held about them. */
export function administration(dependencies: AdministrationDependencies) {
  const { database, names, people, personalData, auditedSubjects, now } = dependencies;
  return new Hono<AppEnv>()
    .route(
      '/admin',
      operationsRoutes({
        audit: createAuditReading(database, names, auditedSubjects),
        deliveries: createParkedDeliveries(database, now),
      }),
    )
    .route('/', privacyRoutes({ personalData, people }));
}
