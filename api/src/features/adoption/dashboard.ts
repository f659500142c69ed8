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
  readonly smallestGroup?: number;
}

/** A quarter before the programme is enough to see what it started from. */
const mostWeeksBefore = 13;

const unknown: PeopleShare = { state: 'notEnoughData' };
const hidden: PeopleShare = { state: 'hidden' };

/** Answers the dashboard from roll-ups and replicas only: never from raw events, never from Graph. */
export function createDashboard(dependencies: DashboardDependencies) {
  const smallestGroup = dependencies.smallestGroup ?? smallestGroupShown;
  const counts = createWeekCounts(dependencies.database, smallestGroup);
  return async (programme: Programme, now: Date): Promise<DashboardResponse> => {
    const [{ mondays, groups }, library, feedback] = await Promise.all([
      countedWeeks(counts, programme, now),
      dependencies
        .usedItems()
        .then((usedItems) => dependencies.libraryHealth(programme, now, usedItems)),
      dependencies.feedbackHealth(programme, now),
    ]);
    return {
      asOf: now.toISOString(),
      programmeName: programme.name,
      timeZone: programme.timeZone,
      targetActiveRate: programme.targetActiveRate,
      weeks: mondays.map((monday) =>
        toWeek(programme, now, monday, groups.get(monday) ?? [], smallestGroup),
      ),
      departments: toDepartments(mondays, groups),
      smallestGroup,
      library,
      feedback,
    };
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
    department,
    active: mondays.map((monday): PeopleShare => {
      const group = groups.get(monday)?.find((each) => each.department === department);
      if (!group) return unknown;
      return group.hidden ? hidden : { state: 'known', n: group.active, of: group.eligible };
    }),
  }));
}
