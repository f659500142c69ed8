import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { Database } from '../../src/db/database';
import { createCopilotReportStatus } from '../../src/features/adoption/usageReports/copilotReportStatus';
import { refreshedOn } from './copilotReport';
import { timeZone } from './programme';

/** As far back as the dashboard misses a snapshot. */
const days = 28;
const dayMs = 86_400_000;

/** Remembers that the product looked at Copilot's report every day until yesterday; today it looks itself. */
export async function fillCopilotLooks(database: Database, now: Date): Promise<void> {
  const status = createCopilotReportStatus(database);
  const newest = refreshedOn(calendarDayIn(now, timeZone));
  for (let ago = days; ago > 0; ago -= 1) {
    const at = new Date(now.getTime() - ago * dayMs);
    await status.keep({ state: 'known', reportedOn: addDays(newest, -ago) }, at);
  }
}
