import { addDays } from '@last-mile/shared/calendar';
import {
  canShowTotal,
  hideSmallGroups,
  isoWeekOfDay,
  weekStateAt,
  type DashboardResponse,
  type DashboardWeek,
  type GroupRow,
  type PeopleCount,
  type PeopleShare,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Partition } from './countWeeks';
import type { ShownGroup, ShownWeek } from './shownWeeks';

/** What was counted, and under which rules it may be shown. */
export interface CountedUse {
  readonly programme: Programme;
  readonly now: Date;
  /** In order; the last may be running. */
  readonly mondays: readonly string[];
  readonly weeks: readonly ShownWeek[];
  readonly groups: readonly ShownGroup[];
  readonly smallestGroup: number;
}

const unknown = { state: 'notEnoughData' } as const;
const hidden = { state: 'hidden' } as const;

/** The weeks as they may be shown. */
export function showWeeks(use: CountedUse): DashboardWeek[] {
  return use.mondays.map((monday) =>
    showWeek(
      use,
      monday,
      use.weeks.find(({ week, eligible }) => week === monday && eligible > 0),
    ),
  );
}

function showWeek(
  { programme, now, mondays, smallestGroup }: CountedUse,
  monday: string,
  counted: ShownWeek | undefined,
): DashboardWeek {
  const showable = counted !== undefined && canShowTotal(shareOf(counted), smallestGroup);
  const share = (n: number | undefined): PeopleShare => {
    if (counted === undefined || n === undefined) return unknown;
    return showable ? { state: 'known', n, of: counted.eligible } : hidden;
  };
  const some = (n: number | undefined): PeopleCount => {
    if (n === undefined || monday === mondays[0]) return unknown;
    return n < smallestGroup ? { state: 'few' } : { state: 'known', n };
  };
  return {
    week: isoWeekOfDay(monday),
    startsOn: monday,
    state: weekStateAt(monday, now, programme.timeZone),
    phase: phaseOf(programme, monday),
    active: share(counted?.active),
    aiUse: share(counted?.aiUse),
    templateUse: share(counted?.templateUse),
    surfaces: {
      teams: share(counted?.teams),
      outlook: share(counted?.outlook),
      copilot: share(counted?.copilot),
    },
    lifecycle: counted && showable ? lifecycleOf(counted) : null,
    moved: { joined: some(counted?.joined), left: some(counted?.left) },
    revision: counted ? revisionOf(counted, share) : null,
  };
}

function lifecycleOf(counted: ShownWeek): DashboardWeek['lifecycle'] {
  const { new: first, returning, resurrecting, dormant } = counted;
  return { new: first, returning, resurrecting, dormant };
}

function revisionOf(
  { changedAt, wasActive }: ShownWeek,
  share: (n: number) => PeopleShare,
): DashboardWeek['revision'] {
  if (changedAt === null || wasActive === null) return null;
  return { changedAt, wasActive: share(wasActive) };
}

function phaseOf(programme: Programme, monday: string): DashboardWeek['phase'] {
  if (monday < programme.startsOn) return 'before';
  return monday < addDays(programme.startsOn, 7 * programme.weeks) ? 'active' : 'sustaining';
}

/** The groups of a partition as they may be shown, by name. */
export function showGroups(use: CountedUse, partition: Partition): GroupRow[] {
  const groups = use.groups.filter((group) => group.partition === partition && group.eligible > 0);
  const byPlace = new Map(groups.map((group) => [`${group.week} ${group.name}`, group]));
  return [...new Set(groups.map(({ name }) => name))].sort().map((name) => ({
    name,
    active: use.mondays.map((monday): PeopleShare => {
      const group = byPlace.get(`${monday} ${name}`);
      if (!group) return unknown;
      return group.hidden ? hidden : { state: 'known', n: group.active, of: group.eligible };
    }),
  }));
}

/** Cohorts by the week of people's first counted action: week 0 and every later week. */
export function showCohorts(use: CountedUse): DashboardResponse['retention'] {
  const rows = showGroups(use, 'cohort').filter(({ name }) => use.mondays.includes(name));
  const over = use.mondays.filter((monday) => use.weeks.some(({ week }) => week === monday));
  return rows.map(({ name, active }) => ({
    startsOn: name,
    active: active.slice(use.mondays.indexOf(name), over.length),
  }));
}

/** The groups that must be hidden and were not yet, each partition beside its total. */
export function hideAnew(
  groups: readonly ShownGroup[],
  partitions: readonly Partition[],
  minimum: number,
): ShownGroup[] {
  const places = new Map<string, ShownGroup[]>();
  for (const group of groups.filter(({ partition }) => partitions.includes(partition))) {
    const place = `${group.week} ${group.partition}`;
    places.set(place, [...(places.get(place) ?? []), group]);
  }
  return [...places.values()].flatMap((partition) => {
    const hide = hideSmallGroups(
      partition.map(({ name, active, eligible }) => ({ key: name, n: active, of: eligible })),
      {
        minimum,
        hiddenBefore: new Set(partition.filter((each) => each.hidden).map(({ name }) => name)),
      },
    );
    return partition.filter((group) => hide.has(group.name) && !group.hidden);
  });
}

const shareOf = ({ active, eligible }: ShownWeek) => ({ n: active, of: eligible });
