import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  smallestGroupShown,
  windowsOf,
  type DashboardQuery,
  type DashboardResponse,
  type Flag,
  type MappedTask,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../db/database';
import { createKeptByVersion } from '../../http/keptByVersion';
import { askedWeeks } from './weeks/askedWeeks';
import { createCopilotReportStatus } from './usageReports/copilotReportStatus';
import { countedFlags } from './windows/countedFlags';
import { createKeptWindows } from './windows/keptWindows';
import { showDrafting, showHabit, showTasks, showTrust } from './publication/shownFigures';
import { showCohorts, showGroups, showWeeks, type CountedUse } from './publication/shownUse';
import { createWeekCounts } from './weeks/weekCounts';
import type { UntoldUse } from './windows/toldWeeks';
import { taskFigures, windowFigures } from './windows/windowFigures';

export interface DashboardDependencies {
  readonly database: Database;
  readonly usedItems: () => Promise<ReadonlySet<string>>;
  /** What other features know of a programme; programmeDashboard.ts composes it from them. */
  readonly libraryHealth: (
    programme: Programme,
    now: Date,
    usedItems: ReadonlySet<string>,
  ) => Promise<Omit<DashboardResponse['library'], 'tasks' | 'tasksWithItem'>>;
  readonly feedbackHealth: (
    programme: Programme,
    now: Date,
  ) => Promise<DashboardResponse['feedback']>;
  readonly improvements: (programme: Programme) => Promise<DashboardResponse['improvements']>;
  readonly tasks: (programme: Programme) => Promise<readonly MappedTask[]>;
  readonly flags: (programme: Programme) => Promise<readonly Flag[]>;
  /** What each part rests on, besides the programme and the day. */
  readonly versions: () => {
    readonly usage: string;
    readonly library: string;
    readonly feedback: string;
  };
  /** Hears of figures that could not be worked out while views were answered without them. */
  readonly onError: (error: unknown) => void;
  readonly smallestGroup?: number;
  /** How long a view may wait for figures over several weeks before it says that they are pending. */
  readonly waitMs?: number;
}

export interface Dashboard {
  (programme: Programme, now: Date, query?: DashboardQuery): Promise<DashboardResponse>;
  /**
   * Counts the weeks that are closed and works out the figures over them, as far as that was not
   * done yet: ahead of the views, which do not wait for it.
   */
  workAhead(programme: Programme, now: Date): Promise<void>;
}

/**
 * Answers the dashboard from roll-ups and replicas only: never from raw events, never from Graph.
 * Each part is worked out once per day and version; a view of what did not change asks nobody.
 */
export function createDashboard(dependencies: DashboardDependencies): Dashboard {
  const { database } = dependencies;
  const smallestGroup = dependencies.smallestGroup ?? smallestGroupShown;
  const counts = createWeekCounts(database, smallestGroup);
  const windows = createKeptWindows(
    database,
    smallestGroup,
    dependencies.onError,
    dependencies.waitMs,
  );
  const copilotReport = createCopilotReportStatus(database);
  const keepCounted = createKeptByVersion<Awaited<ReturnType<typeof countedOf>>>();
  const keepUse = createKeptByVersion<Awaited<ReturnType<typeof useOf>>>();
  const keepTrust = createKeptByVersion<Pick<DashboardResponse, 'trust' | 'tasks'>>();
  const keepLibrary = createKeptByVersion<DashboardResponse['library']>();
  const keepFeedback = createKeptByVersion<Pick<DashboardResponse, 'feedback' | 'improvements'>>();
  const editions = createEditions();

  async function countedOf(programme: Programme, now: Date, query: DashboardQuery) {
    const [firstMeasured, copilot] = await Promise.all([
      counts.firstWeek(programme.clientKey),
      copilotReport.read(),
    ]);
    const { mondays, over, closed, closedUntil } = askedWeeks(programme, now, firstMeasured, query);
    const counted = await counts.read(programme.clientKey, over, { now, closedUntil });
    const use: CountedUse = { programme, now, mondays, closed, smallestGroup, ...counted };
    return { use, copilot };
  }

  /** Figures over several weeks come after the weeks: reading these lets late facts in. */
  async function useOf({ use, copilot }: Awaited<ReturnType<typeof countedOf>>) {
    const { programme, mondays, closed } = use;
    const figures = await windowFigures(windows.atOnce, programme, closed);
    const told = figures === 'pending' ? pendingFigures : figures;
    const shownWeeks = mondays.map((monday) => use.weeks.find(({ week }) => week === monday));
    return {
      trust: told?.trust,
      untold: figures && figures !== 'pending' ? figures.untold : [],
      shown: {
        weeks: showWeeks(use),
        departments: showGroups(use, 'department'),
        jobFamilies: showGroups(use, 'jobFamily'),
        retention: showCohorts(use),
        habit: showHabit(told?.habit, smallestGroup),
        draftingTime: showDrafting(shownWeeks, told?.drafting, smallestGroup),
        copilot,
      },
    };
  }

  async function trustOf(
    { programme, closed }: CountedUse,
    used: Promise<Pick<Awaited<ReturnType<typeof useOf>>, 'trust' | 'untold'>>,
  ) {
    const [tasks, flags] = await Promise.all([
      dependencies.tasks(programme),
      dependencies.flags(programme),
    ]);
    const { lastTwelve } = windowsOf(closed, programme.startsOn);
    const [use, figures] = await Promise.all([
      used,
      taskFigures(windows.atOnce, programme, closed, tasks),
    ]);
    const ofTasks = figures && figures !== 'pending' ? figures.untold : [];
    const flagged = (untold: readonly UntoldUse[], of: 'everything' | 'items') =>
      countedFlags(flags, lastTwelve, untold, programme.timeZone, of);
    return {
      trust: showTrust(use.trust, flagged(use.untold, 'everything').length, smallestGroup),
      tasks: showTasks(tasks, figures, flagged(ofTasks, 'items'), smallestGroup),
    };
  }

  async function libraryOf(programme: Programme, now: Date) {
    const [usedItems, tasks] = await Promise.all([
      dependencies.usedItems(),
      dependencies.tasks(programme),
    ]);
    return {
      ...(await dependencies.libraryHealth(programme, now, usedItems)),
      tasks: tasks.length,
      tasksWithItem: tasks.filter(({ itemKeys }) => itemKeys.length > 0).length,
    };
  }

  async function feedbackOf(programme: Programme, now: Date) {
    const [feedback, improvements] = await Promise.all([
      dependencies.feedbackHealth(programme, now),
      dependencies.improvements(programme),
    ]);
    return { feedback, improvements };
  }

  async function workAhead(programme: Programme, now: Date) {
    const firstMeasured = await counts.firstWeek(programme.clientKey);
    if (firstMeasured === undefined) return;
    const { closed, closedUntil } = askedWeeks(programme, now, firstMeasured, {});
    // Weeks that are over but not closed wait for somebody who looks: from then on what comes late
    // has to wait for company.
    await counts.read(programme.clientKey, closed, { now, closedUntil });
    await windowFigures(windows.ahead, programme, closed);
    await taskFigures(windows.ahead, programme, closed, await dependencies.tasks(programme));
  }

  async function view(
    programme: Programme,
    now: Date,
    query: DashboardQuery = {},
  ): Promise<DashboardResponse> {
    const key = programme.clientKey;
    const asked = `${key} ${query.until ?? ''}`;
    // Read before anything is worked out: nothing is kept under a later version than it shows.
    const { usage, library, feedback } = dependencies.versions();
    const edition = `${calendarDayIn(now, programme.timeZone)} ${editions(programme)}`;
    const counted = keepCounted(asked, `${edition} ${usage}`, () =>
      countedOf(programme, now, query),
    );
    const use = keepUse(asked, `${edition} ${usage}`, async () => useOf(await counted));
    const [{ shown }, trust, libraryHealth, answered] = await Promise.all([
      use,
      keepTrust(asked, `${edition} ${usage} ${library} ${feedback}`, async () =>
        trustOf((await counted).use, use),
      ),
      keepLibrary(key, `${edition} ${usage} ${library}`, () => libraryOf(programme, now)),
      keepFeedback(key, `${edition} ${feedback}`, () => feedbackOf(programme, now)),
    ]);
    return {
      asOf: now.toISOString(),
      programmeName: programme.name,
      timeZone: programme.timeZone,
      targetActiveRate: programme.targetActiveRate,
      smallestGroup,
      ...shown,
      ...trust,
      library: libraryHealth,
      ...answered,
    };
  }

  return Object.assign(view, { workAhead });
}

const pendingFigures = { habit: 'pending', drafting: 'pending', trust: 'pending' } as const;

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
