import { addDays } from '@last-mile/shared/calendar';
import {
  detailFor,
  halfOf,
  isoWeekOfDay,
  weekStateAt,
  type DashboardResponse,
  type DashboardWeek,
  type Detail,
  type GroupRow,
  type Partition,
  type PeopleCount,
  type PeopleShare,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { ShownGroup, ShownWeek } from './shownWeeks';

/** What was counted, and under which rules it may be shown. */
export interface CountedUse {
  readonly programme: Programme;
  readonly now: Date;
  /** In order; the last may be running. */
  readonly mondays: readonly string[];
  /** Those of them that are closed. */
  readonly closed: readonly string[];
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
  const detail = counted && detailFor(counted.eligible, smallestGroup);
  const share = (active: number | undefined): PeopleShare => {
    if (!counted || !detail || active === undefined) return unknown;
    return shareOf({ active, eligible: counted.eligible }, detail);
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
    lifecycle: counted && detail === 'exact' ? lifecycleOf(counted, smallestGroup) : null,
    moved: { joined: some(counted?.joined), left: some(counted?.left) },
    revision: counted ? revisionOf(counted, share) : null,
  };
}

/**
 * Whoever is returning or dormant was active the week before; whoever was active then and is neither
 * has left. A few who moved could be told so (decision 0009, publication 5).
 */
function lifecycleOf(counted: ShownWeek, smallestGroup: number): DashboardWeek['lifecycle'] {
  const { new: first, returning, resurrecting, joined, left } = counted;
  const isFew = (moved: number) => moved > 0 && moved < smallestGroup;
  const dormant = isFew(joined) || isFew(left) ? null : counted.dormant;
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

/**
 * The groups of a partition as they may be shown, by name. Groups of a week that is not closed are
 * not known yet: until then too many come late, each of whom would have to wait for company in every
 * group.
 */
export function showGroups(use: CountedUse, partition: Partition): GroupRow[] {
  const closed = new Set(use.closed);
  const byName = new Map<string, Map<string, ShownGroup>>();
  for (const group of use.groups) {
    if (group.partition !== partition || group.eligible === 0) continue;
    const byWeek = byName.get(group.name) ?? new Map<string, ShownGroup>();
    byName.set(group.name, byWeek.set(group.week, group));
  }
  return [...byName]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, byWeek]) => ({
      name,
      active: use.mondays.map((monday): PeopleShare => {
        const group = closed.has(monday) ? byWeek.get(monday) : undefined;
        return group ? shareOf(group, group.detail) : unknown;
      }),
    }));
}

/**
 * Cohorts by the week of people's first counted action: week 0 and every later week, of all who began.
 * A band would say how many of them are left, so it is withheld, and so is that nobody is.
 */
export function showCohorts(use: CountedUse): DashboardResponse['retention'] {
  const rows = showGroups(use, 'cohort').filter(({ name }) => use.mondays.includes(name));
  const over = use.mondays.filter((monday) => use.weeks.some(({ week }) => week === monday));
  return rows.map(({ name, active }) => {
    const start = use.mondays.indexOf(name);
    const begun = active[start];
    return {
      startsOn: name,
      active: over.slice(start).map((monday, later): PeopleShare => {
        const share = active[start + later];
        if (!share || !use.closed.includes(monday)) return unknown;
        if (later === 0) return share;
        if (share.state !== 'known' || begun?.state !== 'known') return hidden;
        return { ...share, of: begun.of };
      }),
    };
  });
}

function shareOf(
  { active, eligible }: Pick<ShownGroup, 'active' | 'eligible'>,
  detail: Detail,
): PeopleShare {
  switch (detail) {
    case 'exact':
      return { state: 'known', n: active, of: eligible };
    case 'band':
      return { state: 'band', of: eligible, half: halfOf({ active, eligible }) };
    case 'hidden':
      return hidden;
  }
}
