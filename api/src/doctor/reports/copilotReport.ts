import type { CopilotReport } from '@last-mile/shared/adoption';
import * as z from 'zod/mini';
import { createCopilotReportStatus } from '../../features/adoption/usageReports/copilotReportStatus';
import { GraphError } from '../../graph/graphError';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

const dayMs = 86_400_000;
/** Microsoft's reports are two to three days late; a week is more than that. */
const lateDays = 7;

const notCounted = 'Copilot use is not counted; the dashboard says so';
const notKnown = 'whether Copilot use will be counted is not known';
const switchOff =
  'Microsoft 365 admin center → Settings → Org settings → Reports → switch off “Display concealed user, group, and site names in all reports”.';

/**
 * Whether reports name people. `settingSays` is the tenant's own word on it, null where the app may not
 * ask; then the last report that was read tells.
 */
function judgeNames(settingSays: 'concealed' | 'shown' | null, last: CopilotReport): Finding {
  if (settingSays === 'concealed' || (settingSays === null && last.state === 'concealed')) {
    return problem('reports conceal people’s names', notCounted, switchOff);
  }
  if (settingSays === 'shown') return ok('the tenant shows names in reports');
  if (last.state === 'known') return ok(`the report of ${last.reportedOn} named people`);
  return couldNotCheck(
    'no report was read yet, and the app may not ask for the tenant’s setting',
    notKnown,
    `Look by hand: ${switchOff} Or run npm run doctor again a day after the first programme began.`,
  );
}

/** Whether reports are read at all, and how old the newest is. */
function judgeAge(last: CopilotReport, now: Date): Finding {
  switch (last.state) {
    case 'none':
      return couldNotCheck(
        'no report was read yet',
        notKnown,
        'Wait a day after the first programme began. Without Copilot licences there is no report.',
      );
    case 'refused':
      return problem(
        `Graph refused the report: ${last.detail} is missing`,
        notCounted,
        `Entra admin center → App registrations → Last Mile → API permissions → ${last.detail} → Grant admin consent.`,
      );
    case 'concealed':
    case 'known': {
      const days = Math.floor((now.getTime() - Date.parse(last.reportedOn)) / dayMs);
      if (days < lateDays) return ok(`the newest is of ${last.reportedOn}`);
      return problem(
        `the newest is of ${last.reportedOn}, ${days} days ago`,
        'Copilot use of the days since is not counted yet',
        'Microsoft 365 admin center → Reports → Usage → Microsoft 365 Copilot: where it is newer there, look at the log of the API for “work in the background”.',
      );
    }
  }
}

const settings = z.object({ displayConcealedNames: z.boolean() });

/** Null where the app may not ask, which takes a permission of its own. */
async function readSetting({ graph }: Ground): Promise<'concealed' | 'shown' | null> {
  try {
    const answer = await (await graph()).get('/admin/reportSettings');
    return settings.parse(answer).displayConcealedNames ? 'concealed' : 'shown';
  } catch (error) {
    if (error instanceof GraphError && error.status === 403) return null;
    throw error;
  }
}

const lastReport = async ({ db }: Ground) => createCopilotReportStatus(await db()).read();

export const reportChecks: readonly Check<Ground>[] = [
  {
    id: 'reports.names',
    title: 'Names in Copilot’s usage report',
    async look(ground) {
      const [setting, last] = await Promise.all([readSetting(ground), lastReport(ground)]);
      return judgeNames(setting, last);
    },
  },
  {
    id: 'reports.age',
    title: 'Copilot’s usage report',
    look: async (ground) => judgeAge(await lastReport(ground), ground.now()),
  },
];
