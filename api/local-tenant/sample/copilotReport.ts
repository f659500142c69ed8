import { addDays } from '@last-mile/shared/calendar';
import type { CopilotUsage, CopilotUsageReport } from '../storage/reportRecords';
import type { CopilotDay } from './copilotModel';
import { createDraws } from './seededDraws';
import type { SamplePerson } from './people';
import { dayOf } from './sampleClock';

/** The report lags: on a given day it knows of the day before yesterday and nothing later. */
const lagDays = 2;

/** The last day that the report knows of on `today` (`YYYY-MM-DD`). */
export const refreshedOn = (today: string) => addDays(today, -lagDays);

/** How many days the counts of the report cover. */
const periodDays = 28;

/**
 * Copilot's usage report as the tenant tells it on `today`: one row for each licensed person who is
 * still there, with the last day of each app they used.
 */
export function copilotReportOf(
  days: ReadonlyMap<SamplePerson, readonly CopilotDay[]>,
  { startsOn, today }: { readonly startsOn: string; readonly today: string },
): CopilotUsageReport {
  const refreshDate = refreshedOn(today);
  const rows = [...days].flatMap(([{ user, leftInWeek }, own]): CopilotUsage[] => {
    if (leftInWeek !== null) return [];
    const known = own
      .map((day) => ({ ...day, on: dayOf(day, startsOn) }))
      .filter(({ on }) => on <= refreshDate)
      .toSorted((one, other) => (one.on < other.on ? -1 : 1));
    const recent = known.filter(({ on }) => on > addDays(refreshDate, -periodDays));
    return [
      {
        userPrincipalName: user.userPrincipalName,
        displayName: user.displayName,
        // Later days overwrite earlier ones.
        lastActivity: Object.fromEntries(
          known.flatMap(({ apps, on }) => apps.map((app) => [app, on])),
        ),
        ...promptsOn(recent.length, user.id),
        activeDays: recent.length,
      },
    ];
  });
  return { refreshDate, rows };
}

/** A handful of prompts for each active day; most of them in the flow of work. */
function promptsOn(activeDays: number, userId: string) {
  const draws = createDraws(Number.parseInt(userId.slice(0, 8), 16));
  const promptsAllApps = activeDays * (2 + draws.whole(6));
  const promptsWeb = draws.whole(Math.floor(promptsAllApps / 4) + 1);
  const promptsWork = draws.whole(Math.floor(promptsAllApps / 2) + 1);
  return { promptsAllApps, promptsWeb, promptsWork };
}
