import { halfOf, type DashboardResponse, type PeopleShare } from '@last-mile/shared/adoption';

/**
 * Somebody who wants to know of a few people whether they were active, for tests: knows everybody's
 * groups, asks whatever can be asked, and adds and subtracts. Shares nothing with the rules that
 * decide what is shown.
 */

/** What can be asked about: people who share a department, a job family and a cohort in a week. */
export interface Crossing {
  readonly department: string;
  readonly jobFamily: string;
  /** The Monday of the week in which they began; null for who never did. */
  readonly cohort: string | null;
  readonly eligible: number;
  readonly active: number;
}

/** An equation: so many of the people it counts were active. */
export interface Figure {
  readonly name: string;
  readonly counts: (crossing: Crossing) => boolean;
  readonly value: number;
}

type Grouping = 'department' | 'jobFamily' | 'cohort';

const ofGroup =
  (grouping: Grouping, name: string) =>
  (crossing: Crossing): boolean =>
    crossing[grouping] === name;

/** A group's share as an answer gives it for a week. */
interface ToldShare {
  readonly grouping: Grouping;
  readonly name: string;
  readonly share: PeopleShare;
}

/** What an answer says of the groups of the week that starts on `monday`. */
export function sharesOf(answer: DashboardResponse, monday: string): ToldShare[] {
  const at = answer.weeks.findIndex(({ startsOn }) => startsOn === monday);
  const unknown: PeopleShare = { state: 'notEnoughData' };
  const cohorts = answer.retention.map(({ startsOn, active }) => {
    const since = answer.weeks.findIndex((week) => week.startsOn === startsOn);
    return { name: startsOn, share: active[at - since] ?? unknown };
  });
  const groups = (rows: DashboardResponse['departments']) =>
    rows.map(({ name, active }) => ({ name, share: active[at] ?? unknown }));
  return [
    ...groups(answer.departments).map((each) => ({ grouping: 'department' as const, ...each })),
    ...groups(answer.jobFamilies).map((each) => ({ grouping: 'jobFamily' as const, ...each })),
    ...cohorts.map((each) => ({ grouping: 'cohort' as const, ...each })),
  ];
}

/** Every equation about who was active in a week that an answer gives. */
export function figuresOf(answer: DashboardResponse, monday: string): Figure[] {
  const week = answer.weeks.find(({ startsOn }) => startsOn === monday);
  if (week?.active.state !== 'known') return [];
  const figures: Figure[] = [{ name: 'total', counts: () => true, value: week.active.n }];
  if (week.lifecycle) {
    figures.push({
      ...{ name: 'began', counts: ofGroup('cohort', monday), value: week.lifecycle.new },
    });
  }
  for (const { grouping, name, share } of sharesOf(answer, monday)) {
    if (share.state !== 'known') continue;
    figures.push({ name: `${grouping} ${name}`, counts: ofGroup(grouping, name), value: share.n });
  }
  return figures;
}

/** What the attacker knows of a few: how many of these people were active. */
export interface Learnt {
  readonly by: string;
  readonly people: number;
  /** Of whom it is about, each once, less those who are counted the other way. */
  readonly active: number;
}

/**
 * Tries every sum and difference of the figures for one that is about somebody, but fewer than
 * `minimum` people. Of those who are `known` there is nothing to learn.
 */
export function learnOfFew(
  figures: readonly Figure[],
  crossings: readonly Crossing[],
  minimum: number,
  known: (crossing: Crossing) => boolean = () => false,
): Learnt | undefined {
  const rows = figures.map(({ counts }) => crossings.map((each) => Number(counts(each))));
  const about = new Array<number>(crossings.length).fill(0);
  const signs = figures.map(() => 0);

  const few = (): Learnt | undefined => {
    let people = 0;
    let secret = false;
    for (const [index, crossing] of crossings.entries()) {
      if (about[index] === 0) continue;
      people += crossing.eligible;
      if (people >= minimum) return undefined;
      secret ||= !known(crossing);
    }
    if (!secret) return undefined;
    const by = figures.flatMap(({ name }, at) =>
      signs[at] === 0 ? [] : [`${signs[at] === 1 ? '+' : '−'} ${name}`],
    );
    const active = figures.reduce((sum, { value }, at) => sum + (signs[at] ?? 0) * value, 0);
    return { by: by.join(' '), people, active };
  };
  const add = (at: number, sign: number) => {
    for (const [index, value] of (rows[at] ?? []).entries()) {
      about[index] = (about[index] ?? 0) + sign * value;
    }
    signs[at] = (signs[at] ?? 0) + sign;
  };
  const tryFrom = (at: number): Learnt | undefined => {
    if (at === figures.length) return few();
    for (const sign of [0, 1, -1]) {
      add(at, sign);
      const learnt = tryFrom(at + 1);
      add(at, -sign);
      if (learnt) return learnt;
    }
    return undefined;
  };
  return tryFrom(0);
}

/** How many of the people it counts may have been active. */
interface Bounds {
  readonly counts: (crossing: Crossing) => boolean;
  readonly least: number;
  readonly most: number;
}

/** What is told of a group that is only a band: as many as lie on that side of its half. */
export function boundsOf({ grouping, name, share }: ToldShare): Bounds[] {
  if (share.state !== 'band') return [];
  const fits = Array.from({ length: share.of + 1 }, (_, n) => n).filter(
    (n) => halfOf({ active: n, eligible: share.of }) === share.half,
  );
  return [{ counts: ofGroup(grouping, name), least: Math.min(...fits), most: Math.max(...fits) }];
}

/**
 * Whether the attacker knows how many of a group were active, as in every world that fits the
 * figures and bounds it is as many. Worlds differ in how many of each crossing were active.
 */
export function isSettled(
  group: { readonly grouping: Grouping; readonly name: string },
  figures: readonly Figure[],
  bounds: readonly Bounds[],
  crossings: readonly Crossing[],
): boolean {
  const counts = ofGroup(group.grouping, group.name);
  const truth = crossings.filter(counts).reduce((sum, { active }) => sum + active, 0);
  const all = [
    ...figures.map(({ value, ...figure }) => ({ ...figure, least: value, most: value })),
    ...bounds,
  ];
  return (
    !isPossible([...all, { counts, least: 0, most: truth - 1 }], crossings) &&
    !isPossible([...all, { counts, least: truth + 1, most: Infinity }], crossings)
  );
}

/** Whether some world lies within all bounds: by trying, and giving up where it cannot any more. */
function isPossible(bounds: readonly Bounds[], crossings: readonly Crossing[]): boolean {
  const [first, ...rest] = crossings;
  if (!first) return bounds.every(({ least, most }) => least <= 0 && most >= 0);
  const fits = bounds.every(({ counts, least, most }) => {
    const people = crossings.filter(counts).reduce((sum, { eligible }) => sum + eligible, 0);
    return most >= 0 && least <= people && least <= most;
  });
  if (!fits) return false;
  return Array.from({ length: first.eligible + 1 }, (_, active) => active).some((active) =>
    isPossible(
      bounds.map((bound) =>
        bound.counts(first)
          ? { ...bound, least: bound.least - active, most: bound.most - active }
          : bound,
      ),
      rest,
    ),
  );
}

/** Every number of an answer, by where it stands: places in a list are not told apart. */
export function numbersOf(answer: unknown, path = ''): string[] {
  if (typeof answer === 'number') return [path];
  if (Array.isArray(answer)) return answer.flatMap((each) => numbersOf(each, `${path}[]`));
  if (answer === null || typeof answer !== 'object') return [];
  return Object.entries(answer).flatMap(([key, each]) =>
    numbersOf(each, path === '' ? key : `${path}.${key}`),
  );
}
