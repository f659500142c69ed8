import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import {
  mondayOf,
  mondaysBetween,
  smallestGroupShown,
  weekStateAt,
  type DashboardResponse,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../db/database';
import { createKeptByVersion } from '../../http/keptByVersion';
import { showCohorts, showGroups, showWeeks, type CountedUse } from './shownUse';
import { createWeekCounts, type WeekCounts } from './weekCounts';

/** How the library is doing; app.ts composes it from the library feature. */
type LibraryHealth = (
  programme: Programme,
  now: Date,
  usedItems: ReadonlySet<string>,
) => Promise<DashboardResponse['library']>;

/** How feedback is doing; app.ts composes it from the feedback feature. */
type FeedbackHealth = (programme: Programme, now: Date) => Promise<DashboardResponse['feedback']>;

export interface DashboardDependencies {
  readonly database: Database;
  readonly usedItems: () => Promise<ReadonlySet<string>>;
  readonly libraryHealth: LibraryHealth;
  readonly feedbackHealth: FeedbackHealth;
  /** What each part rests on, besides the programme and the day. */
  readonly versions: () => {
    readonly usage: string;
    readonly library: string;
    readonly feedback: string;
  };
  readonly smallestGroup?: number;
}

/** A quarter before the programme is enough to see what it started from. */
const mostWeeksBefore = 13;

const unknown = { state: 'notEnoughData' } as const;

/** What decision 0009 describes and nothing counts yet. */
const notMeasuredYet: Pick<
  DashboardResponse,
  'habit' | 'trust' | 'tasks' | 'copilot' | 'improvements'
> = {
  habit: unknown,
  trust: { keptShare: unknown, redoRate: unknown, flagsPer100: unknown },
  tasks: [],
  copilot: { state: 'none' },
  improvements: unknown,
};

/**
 * Answers the dashboard from roll-ups and replicas only: never from raw events, never from Graph.
 * Each part is worked out once per day and version; a view of what did not change asks nobody.
 */
export function createDashboard(dependencies: DashboardDependencies) {
  const smallestGroup = dependencies.smallestGroup ?? smallestGroupShown;
  const counts = createWeekCounts(dependencies.database, smallestGroup);
  const keepUse =
    createKeptByVersion<
      Pick<DashboardResponse, 'weeks' | 'departments' | 'jobFamilies' | 'retention'>
    >();
  const keepLibrary = createKeptByVersion<DashboardResponse['library']>();
  const keepFeedback = createKeptByVersion<DashboardResponse['feedback']>();
  const editions = createEditions();

  async function useOf(programme: Programme, now: Date) {
    const use = await countedUse(counts, programme, now, smallestGroup);
    return {
      weeks: showWeeks(use),
      departments: showGroups(use, 'department'),
      jobFamilies: showGroups(use, 'jobFamily'),
      retention: showCohorts(use),
    };
  }

  return async (programme: Programme, now: Date): Promise<DashboardResponse> => {
    const key = programme.clientKey;
    // Read before anything is worked out: nothing is kept under a later version than it shows.
    const { usage, library, feedback } = dependencies.versions();
    const edition = `${calendarDayIn(now, programme.timeZone)} ${editions(programme)}`;
    const [use, libraryHealth, feedbackHealth] = await Promise.all([
      keepUse(key, `${edition} ${usage}`, () => useOf(programme, now)),
      keepLibrary(key, `${edition} ${usage} ${library}`, async () =>
        dependencies.libraryHealth(programme, now, await dependencies.usedItems()),
      ),
      keepFeedback(key, `${edition} ${feedback}`, () =>
        dependencies.feedbackHealth(programme, now),
      ),
    ]);
    return {
      ...notMeasuredYet,
      asOf: now.toISOString(),
      programmeName: programme.name,
      timeZone: programme.timeZone,
      targetActiveRate: programme.targetActiveRate,
      ...use,
      draftingTime: {
        weekly: use.weeks.map(() => unknown),
        withTemplate: unknown,
        sinceStart: unknown,
        observed: unknown,
      },
      smallestGroup,
      library: libraryHealth,
      feedback: feedbackHealth,
    };
  };
}

/** Tells one reading of a programme's settings from the next. */
function createEditions(): (programme: Programme) => number {
  const editions = new WeakMap<Programme, number>();
  let last = 0;
  return (programme) => {
    const known = editions.get(programme) ?? ++last;
    editions.set(programme, known);
    return known;
  };
}

/** The Mondays of the weeks to show, and what those that are over say. */
async function countedUse(
  counts: WeekCounts,
  programme: Programme,
  now: Date,
  smallestGroup: number,
): Promise<CountedUse> {
  const today = calendarDayIn(now, programme.timeZone);
  const first = (await counts.firstWeek(programme.clientKey)) ?? programme.startsOn;
  const earliest = addDays(programme.startsOn, -7 * mostWeeksBefore);
  const mondays = mondaysBetween(first < earliest ? earliest : first, today);
  const over = mondays.filter((monday) => monday < mondayOf(today));
  const closedUntil =
    over.filter((monday) => weekStateAt(monday, now, programme.timeZone) === 'closed').at(-1) ??
    null;
  const counted = await counts.read(programme.clientKey, over, {
    now,
    closedUntil,
  });
  return { programme, now, mondays, smallestGroup, ...counted };
}
