import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import {
  canShowTotal,
  isoWeekOfDay,
  mondayOf,
  mondaysBetween,
  smallestGroupShown,
  weekStateAt,
  type DashboardResponse,
  type DashboardWeek,
  type PeopleShare,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../db/database';
import { createKeptByVersion } from '../../http/keptByVersion';
import { createWeekCounts, type DepartmentWeek, type WeekCounts } from './weekCounts';

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
const hidden: PeopleShare = { state: 'hidden' };

/** What decision 0009 describes and nothing counts yet. */
const notMeasuredYet: Pick<
  DashboardResponse,
  'jobFamilies' | 'habit' | 'retention' | 'trust' | 'tasks' | 'copilot' | 'improvements'
> = {
  jobFamilies: [],
  habit: unknown,
  retention: [],
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
  const keepUse = createKeptByVersion<Pick<DashboardResponse, 'weeks' | 'departments'>>();
  const keepLibrary = createKeptByVersion<DashboardResponse['library']>();
  const keepFeedback = createKeptByVersion<DashboardResponse['feedback']>();
  const editions = createEditions();

  async function useOf(programme: Programme, now: Date) {
    const { mondays, groups } = await countedWeeks(counts, programme, now);
    return {
      weeks: mondays.map((monday) =>
        toWeek(programme, now, monday, groups.get(monday) ?? [], smallestGroup),
      ),
      departments: toDepartments(mondays, groups),
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

async function countedWeeks(counts: WeekCounts, programme: Programme, now: Date) {
  const today = calendarDayIn(now, programme.timeZone);
  const first = (await counts.firstWeek(programme.clientKey)) ?? programme.startsOn;
  const earliest = addDays(programme.startsOn, -7 * mostWeeksBefore);
  const mondays = mondaysBetween(first < earliest ? earliest : first, today);
  const over = mondays.filter((monday) => monday < mondayOf(today));
  const groups = new Map<string, DepartmentWeek[]>();
  for (const group of await counts.read(programme.clientKey, over)) {
    groups.set(group.week, [...(groups.get(group.week) ?? []), group]);
  }
  return { mondays, groups };
}

function toWeek(
  programme: Programme,
  now: Date,
  monday: string,
  groups: readonly DepartmentWeek[],
  smallestGroup: number,
): DashboardWeek {
  const sum = (what: 'eligible' | 'active' | 'aiUse' | 'templateUse') =>
    groups.reduce((total, group) => total + group[what], 0);
  const of = sum('eligible');
  const active = sum('active');
  const showable = canShowTotal({ n: active, of }, smallestGroup);
  const share = (n: number): PeopleShare => {
    if (of === 0) return unknown;
    return showable ? { state: 'known', n, of } : hidden;
  };
  return {
    week: isoWeekOfDay(monday),
    startsOn: monday,
    state: weekStateAt(monday, now, programme.timeZone),
    phase: phaseOf(programme, monday),
    active: share(active),
    aiUse: share(sum('aiUse')),
    templateUse: share(sum('templateUse')),
    surfaces: { teams: unknown, outlook: unknown, copilot: unknown },
    lifecycle: null,
    moved: { joined: unknown, left: unknown },
    revision: null,
  };
}

function phaseOf(programme: Programme, monday: string): DashboardWeek['phase'] {
  if (monday < programme.startsOn) return 'before';
  return monday < addDays(programme.startsOn, 7 * programme.weeks) ? 'active' : 'sustaining';
}

function toDepartments(
  mondays: readonly string[],
  groups: ReadonlyMap<string, readonly DepartmentWeek[]>,
): DashboardResponse['departments'] {
  const names = new Set([...groups.values()].flat().map(({ department }) => department));
  return [...names].sort().map((department) => ({
    name: department,
    active: mondays.map((monday): PeopleShare => {
      const group = groups.get(monday)?.find((each) => each.department === department);
      if (!group) return unknown;
      return group.hidden ? hidden : { state: 'known', n: group.active, of: group.eligible };
    }),
  }));
}
