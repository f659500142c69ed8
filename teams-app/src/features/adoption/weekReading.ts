import {
  decayOf,
  type DashboardResponse,
  type DashboardWeek,
  type Decay,
  type PeopleShare,
} from '@last-mile/shared/adoption';

/** The kinds of weekly share a week carries. */
export type ShareKind = 'active' | 'aiUse' | 'templateUse';

/** A week whose share is known. */
export interface MeasuredWeek {
  readonly week: DashboardWeek;
  readonly n: number;
  readonly of: number;
  readonly rate: number;
}

/** The share as a number between 0 and 1; null when it is hidden or not known. */
export function rateOf(share: PeopleShare): number | null {
  return share.state === 'known' && share.of > 0 ? share.n / share.of : null;
}

/** Weeks that are over and whose share is known, in order. The running week is not measured yet. */
export function measuredWeeks(
  weeks: readonly DashboardWeek[],
  kind: ShareKind = 'active',
): MeasuredWeek[] {
  return weeks.flatMap((week) => {
    const share = week[kind];
    const rate = rateOf(share);
    if (week.state === 'running' || share.state !== 'known' || rate === null) return [];
    return [{ week, n: share.n, of: share.of, rate }];
  });
}

/** What the first screen says of the weeks. */
export interface DashboardReading {
  /** The last week that is over. */
  readonly latest: DashboardWeek | undefined;
  /** Its share, when it is known. */
  readonly current: MeasuredWeek | undefined;
  /** The week before the programme began, when it is known. */
  readonly before: MeasuredWeek | undefined;
  /** The best week since the programme began. */
  readonly peak: MeasuredWeek | undefined;
  readonly decay: Decay | null;
}

/** Reads the weeks of a dashboard; nothing is filled in where nothing is known. */
export function readDashboard(
  { weeks }: Pick<DashboardResponse, 'weeks'>,
  kind: ShareKind = 'active',
): DashboardReading {
  const measured = measuredWeeks(weeks, kind);
  const latest = weeks.filter(({ state }) => state !== 'running').at(-1);
  const weekBefore = weeks.filter(({ phase }) => phase === 'before').at(-1);
  const since = measured.filter(({ week }) => week.phase !== 'before');
  const firm = since.filter(({ week }) => week.state === 'closed');
  return {
    latest,
    current: measured.find(({ week }) => week === latest),
    before: measured.find(({ week }) => week === weekBefore),
    peak: since.reduce<MeasuredWeek | undefined>(
      (best, week) => (best === undefined || week.rate > best.rate ? week : best),
      undefined,
    ),
    decay: decayOf(firm.map(({ week, n, of }) => ({ week: week.week, n, of }))),
  };
}

/**
 * The change between two shares in percentage points; null when fewer than `smallestGroup`
 * people could have made it, which says nothing about the team (design 4).
 */
export function changeBetween(
  from: Pick<MeasuredWeek, 'n' | 'rate'>,
  to: Pick<MeasuredWeek, 'n' | 'rate'>,
  smallestGroup: number,
): number | null {
  return Math.abs(to.n - from.n) < smallestGroup ? null : pointsBetween(from.rate, to.rate);
}

/**
 * How far apart two shares are in percentage points, as a reader would reckon from the rounded
 * percentages beside it.
 */
export function pointsBetween(from: number, to: number): number {
  return Math.round(to * 100) - Math.round(from * 100);
}

/** The number of a week in its phase: 3 for the third week of the active phase. */
export function numberInPhase(weeks: readonly DashboardWeek[], week: DashboardWeek): number {
  const same = weeks.filter(({ phase }) => phase === week.phase);
  return same.findIndex(({ week: name }) => name === week.week) + 1;
}
