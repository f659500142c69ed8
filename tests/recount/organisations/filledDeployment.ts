import { calendarDayIn } from '@last-mile/shared/calendar';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import { fillDirectory } from '../../../api/local-tenant/sample/fillDirectory';
import { fillSample } from '../../../api/local-tenant/sample/fillSample';
import { featuredId } from '../../../api/local-tenant/sample/people';
import { createProgramme, timeZone } from '../../../api/local-tenant/sample/programme';
import { sampleGroundOf } from '../../../api/local-tenant/startup/sampleGroundOf';
import { createSampleDataMark } from '../../../api/src/features/programme/sampleData';
import { createDeployment } from './deployment';
import { settledDashboard } from './settledDashboard';

/** A deployment with the sample organisation in it, as `npm start` fills one, without a port. */
export interface FilledDeployment {
  readonly connectionString: string;
  readonly programme: Programme;
  /** The dashboard as the owner of the programme is answered, today or as it stood after a week. */
  dashboard(until?: string): Promise<DashboardResponse>;
  close(): Promise<void>;
}

export async function fillDeployment(now: Date): Promise<FilledDeployment> {
  const deployment = await createDeployment(() => now);
  const { database, tenant } = deployment;
  fillDirectory(tenant.directory);
  const mark = createSampleDataMark(database, Date.now);
  await fillSample({ ...sampleGroundOf(deployment), mark, now, say: () => undefined });
  return {
    connectionString: database.connectionString,
    programme: createProgramme(calendarDayIn(now, timeZone)),
    async dashboard(until) {
      const query = until === undefined ? '' : `?until=${until}`;
      return settledDashboard(() =>
        deployment.ask(featuredId('owner'), `/api/adoption/dashboard${query}`),
      );
    },
    close: () => deployment.close(),
  };
}
