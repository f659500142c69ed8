import { createOtherWorlds, type Crossing, type Room } from './otherWorlds';
import { detailFor, halfOf, lessDetail, type Detail } from './smallGroups';
import { toldOfFew, type Alike } from './toldOfFew';

/** The fixed ways in which the eligible people of a week are divided; they are never crossed. */
export const partitions = ['department', 'jobFamily', 'cohort'] as const;
export type Partition = (typeof partitions)[number];

/** Who shares a department, a job family and a cohort in a week. Only for deciding: never shown. */
export interface CrossedGroup {
  readonly department: string;
  readonly jobFamily: string;
  /**
   * The week of their first counted action, or one name for all who had begun before they were
   * eligible, which is never shown; null for those who never started.
   */
  readonly cohort: string | null;
  readonly eligible: number;
  readonly active: number;
}

/** A group of one partition. */
export interface PartitionGroup {
  readonly partition: Partition;
  readonly name: string;
  readonly eligible: number;
  readonly active: number;
}

interface Week {
  /** Its Monday: whose cohort it is are active by definition. */
  readonly week: string;
  readonly minimum: number;
  /** How a group was shown before, by {@link groupKey}; it is not shown more exactly again. */
  readonly before?: ReadonlyMap<string, Detail>;
}

export const groupKey = ({ partition, name }: Pick<PartitionGroup, 'partition' | 'name'>) =>
  `${partition} ${name}`;

/**
 * How exactly each group of a week may be shown beside the total and the lifecycle (decision 0009,
 * publication 1 and 2), by {@link groupKey}. Small groups are hidden or banded. The others are shown
 * from the largest on, departments before job families before cohorts, each unless
 * - some sum and difference of what is shown would speak of fewer than `minimum` people, or
 * - it would settle the figure of a group that is withheld, as far as the total does not do so itself.
 */
export function suppressGroups(
  people: readonly CrossedGroup[],
  { week, minimum, before = new Map() }: Week,
): ReadonlyMap<string, Detail> {
  const groups = groupsOf(people);
  const total = people.reduce((sum, { eligible }) => sum + eligible, 0);
  if (detailFor(total, minimum) !== 'exact') {
    return new Map(groups.map((group) => [groupKey(group), 'hidden']));
  }
  const limits = new Map(
    groups.map((group) => {
      const limit = detailFor(group.eligible, minimum);
      return [groupKey(group), lessDetail(limit, before.get(groupKey(group)) ?? 'exact')];
    }),
  );
  /** How exactly each group is shown when `some` are, as exactly as they may be. */
  const detailsOf = (some: readonly PartitionGroup[]) =>
    new Map(some.map((group) => [groupKey(group), limits.get(groupKey(group)) ?? 'hidden']));
  const settledBy = createSettled(people, groups, week);
  const kindsBy = createKinds(people, week);
  // What the total says of a group by itself, other groups need not keep.
  const saidAnyway = settledBy(new Map());

  const candidates = groups.filter((group) => limits.get(groupKey(group)) !== 'hidden');
  const shown = widest(candidates, (some) => {
    const details = detailsOf(some);
    const settled = settledBy(details).filter((group) => !saidAnyway.includes(group));
    if (settled.some((group) => limits.get(groupKey(group)) !== 'exact')) return false;
    const exact = some.filter((group) => details.get(groupKey(group)) === 'exact');
    const known = [...new Set([...exact, ...settled])];
    return (
      !leavesFewStarted(known, groups, week, minimum) &&
      toldOfFew(kindsBy(new Set(known.map(groupKey))), minimum) === undefined
    );
  });
  return new Map([
    ...groups.map((group) => [groupKey(group), 'hidden'] as const),
    ...detailsOf(shown),
  ]);
}

/** All groups of all partitions that have people: of each partition the largest first. */
export function groupsOf(people: readonly CrossedGroup[]): PartitionGroup[] {
  return partitions.flatMap((partition) => {
    const groups = new Map<string, PartitionGroup>();
    for (const { [partition]: name, eligible, active } of people) {
      if (name === null || eligible === 0) continue;
      const known = groups.get(name) ?? { partition, name, eligible: 0, active: 0 };
      groups.set(name, {
        ...known,
        eligible: known.eligible + eligible,
        active: known.active + active,
      });
    }
    return [...groups.values()].sort(
      (one, other) => other.eligible - one.eligible || (one.name < other.name ? -1 : 1),
    );
  });
}

/**
 * As many as can be shown together, the first ones first, until no other one can be added. Whatever
 * is safe stays so when less is shown, so that the longest safe run can be found by halving.
 */
function widest<Group>(
  candidates: readonly Group[],
  isSafe: (shown: readonly Group[]) => boolean,
): readonly Group[] {
  const shown: Group[] = [];
  let added: number;
  do {
    added = 0;
    let rest = candidates.filter((group) => !shown.includes(group));
    while (rest.length > 0) {
      let [safe, unsafe] = [0, rest.length + 1];
      for (let next = rest.length; unsafe - safe > 1; next = Math.floor((safe + unsafe) / 2)) {
        if (isSafe([...shown, ...rest.slice(0, next)])) safe = next;
        else unsafe = next;
      }
      shown.push(...rest.slice(0, safe));
      added += safe;
      rest = rest.slice(safe + 1);
    }
  } while (added > 0 && shown.length < candidates.length);
  return shown;
}

/** Tells apart the people whom the total and the groups that are shown exactly tell apart. */
function createKinds(people: readonly CrossedGroup[], week: string) {
  const counted = people.map(({ eligible, ...groups }) => ({
    eligible,
    known: groups.cohort === week,
    groups: partitions.map((partition) => groupKey({ partition, name: groups[partition] ?? '' })),
  }));
  // How many began this week is told by the lifecycle, whether their cohort is shown or not.
  const begun = groupKey({ partition: 'cohort', name: week });

  return (shown: ReadonlySet<string>): Alike[] => {
    const kinds = new Map<string, Alike>();
    for (const { eligible, known, groups } of counted) {
      const figures = groups.filter((group) => group === begun || shown.has(group));
      const key = figures.join();
      kinds.set(key, {
        people: (kinds.get(key)?.people ?? 0) + eligible,
        countedIn:
          kinds.get(key)?.countedIn ?? new Map(['total', ...figures].map((figure) => [figure, 1])),
        known,
      });
    }
    return [...kinds.values()];
  };
}

/**
 * Whether the cohorts that are not shown beside these are too few people: the lifecycle tells how
 * many were active of all who had started before, and those who never started are never active.
 */
function leavesFewStarted(
  shown: readonly PartitionGroup[],
  groups: readonly PartitionGroup[],
  week: string,
  minimum: number,
): boolean {
  const peopleOf = (some: readonly PartitionGroup[]) =>
    some
      .filter(({ partition, name }) => partition === 'cohort' && name !== week)
      .reduce((sum, { eligible }) => sum + eligible, 0);
  const of = peopleOf(shown);
  const left = peopleOf(groups) - of;
  return of > 0 && left > 0 && left < minimum;
}

/**
 * Finds the groups that are not shown exactly and whose figure is settled all the same, by what the
 * others leave to them; who is not named in the details is hidden.
 */
function createSettled(
  people: readonly CrossedGroup[],
  groups: readonly PartitionGroup[],
  week: string,
) {
  const crossings = new Map<string, Crossing>();
  for (const { department: row, jobFamily: column, eligible, active } of people) {
    const key = `${row}\n${column}`;
    const known = crossings.get(key) ?? { row, column, eligible: 0, active: 0 };
    crossings.set(key, {
      ...known,
      eligible: known.eligible + eligible,
      active: known.active + active,
    });
  }
  // Whose first week it is are active by definition, and so are not those who never started.
  const started = groups
    .filter(({ partition, name }) => partition === 'cohort' && name !== week)
    .map(({ name, ...counted }) => ({ ...counted, row: name, column: 'started before' }));

  return (details: ReadonlyMap<string, Detail>): PartitionGroup[] => {
    const detailOf = (group: PartitionGroup) => details.get(groupKey(group)) ?? 'hidden';
    const withheld = groups.filter((group) => detailOf(group) !== 'exact' && group.name !== week);
    const roomsOf = (of: Partition) =>
      new Map(
        withheld
          .filter(({ partition }) => partition === of)
          .map((group) => [group.name, roomOf(group, detailOf(group) === 'band')]),
      );
    const isOpen = createOtherWorlds([...crossings.values()], {
      rows: roomsOf('department'),
      columns: roomsOf('jobFamily'),
    });
    const isCohortOpen = createOtherWorlds(started, {
      rows: roomsOf('cohort'),
      columns: new Map<string, Room>(),
    });
    return withheld.filter(({ partition, name }) => {
      if (partition === 'cohort') return !isCohortOpen({ row: name });
      return !isOpen(partition === 'department' ? { row: name } : { column: name });
    });
  };
}

function roomOf({ active, eligible }: PartitionGroup, banded: boolean): Room {
  const half = halfOf({ active, eligible });
  const fits = (n: number) => !banded || halfOf({ active: n, eligible }) === half;
  return { more: fits(active + 1), less: fits(active - 1) };
}
