import type { DashboardResponse, PeopleShare } from '@last-mile/shared/adoption';
import type { Grouping } from '../dashboardView';
import { changeBetween, rateOf } from '../weekReading';

/** A group's place in the table: its share in the last closed week, and before. */
export interface GroupReading {
  readonly name: string;
  readonly now: PeopleShare;
  readonly before: PeopleShare;
  /** Percentage points since before; `same` where too few people could have made the change. */
  readonly change: number | 'same' | null;
  /** Rates over the closed weeks, the only ones that say anything of groups; null where hidden or unknown. */
  readonly rates: readonly (number | null)[];
}

const unknown: PeopleShare = { state: 'notEnoughData' };

/** The groups of one division, lowest share first, so that whom to help is on top; what is hidden comes last. */
export function readGroups(
  answer: Pick<DashboardResponse, 'weeks' | 'departments' | 'jobFamilies' | 'smallestGroup'>,
  by: Grouping,
): GroupReading[] {
  const { weeks, smallestGroup } = answer;
  const closed = weeks.flatMap(({ state }, index) => (state === 'closed' ? [index] : []));
  const last = closed.at(-1);
  const weekBefore = weeks.findLastIndex(({ phase }) => phase === 'before');
  const groups = by === 'department' ? answer.departments : answer.jobFamilies;
  return groups
    .map(({ name, active }) => {
      const now = (last === undefined ? undefined : active[last]) ?? unknown;
      const before = active[weekBefore] ?? unknown;
      return {
        name,
        now,
        before,
        change: changeOf(before, now, smallestGroup),
        rates: closed.map((index) => rateOf(active[index] ?? unknown)),
      };
    })
    .sort(
      (one, other) =>
        (rateOf(one.now) ?? 2) - (rateOf(other.now) ?? 2) || one.name.localeCompare(other.name),
    );
}

function changeOf(
  before: PeopleShare,
  now: PeopleShare,
  smallestGroup: number,
): GroupReading['change'] {
  const from = rateOf(before);
  const to = rateOf(now);
  if (before.state !== 'known' || now.state !== 'known' || from === null || to === null)
    return null;
  return (
    changeBetween({ n: before.n, rate: from }, { n: now.n, rate: to }, smallestGroup) ?? 'same'
  );
}
