import { expect } from 'vitest';
import { smallestGroupShown, type DashboardResponse } from '@last-mile/shared/adoption';
import { notStarted, type PersonWeek } from '../rollUps/personWeek';
import { boundsOf, figuresOf, isSettled, learnOfFew, sharesOf, type Crossing } from './attacker';

const minimum = smallestGroupShown;

/** Nobody learns of few from the figures of a week, nor what is hidden or told as a band of it. */
export function attackWeek(answer: DashboardResponse, monday: string, did: readonly PersonWeek[]) {
  const crossings = crossingsOf(did.filter(({ week }) => week === monday));
  const figures = figuresOf(answer, monday);
  const told = learnOfFew(figures, crossings, minimum, ({ cohort }) => cohort === monday);
  expect(told).toBeUndefined();

  const total = figures.filter(({ name }) => name === 'total');
  if (total.length === 0) return;
  const merged = crossingsOf(
    did.filter(({ week }) => week === monday).map((each) => ({ ...each, cohort: notStarted })),
  );
  const shares = sharesOf(answer, monday).filter(({ grouping }) => grouping !== 'cohort');
  const organisational = figures.filter(({ name }) => /^(total|department|jobFamily)/.test(name));
  for (const { grouping, name, share } of shares) {
    if (!['band', 'hidden'].includes(share.state)) continue;
    const group = { grouping, name };
    // What the total says by itself it says of every group.
    if (isSettled(group, total, [], merged)) continue;
    expect({
      ...group,
      settled: isSettled(group, organisational, shares.flatMap(boundsOf), merged),
    }).toEqual({ ...group, settled: false });
  }
}

/**
 * Nor may they be had from one week and the next: who was active and is neither returning nor dormant
 * has left, and a cohort that shrinks tells in which week its leavers had begun.
 */
export function attackMovers({ weeks, retention }: DashboardResponse, did: readonly PersonWeek[]) {
  const peopleOf = (monday: string) => did.filter(({ week }) => week === monday);
  weeks.slice(1).forEach(({ startsOn, lifecycle }, index) => {
    const before = weeks[index];
    const dormant = lifecycle?.dormant ?? null;
    if (before?.active.state !== 'known' || !lifecycle || dormant === null) return;
    const [was, is] = [peopleOf(before.startsOn), peopleOf(startsOn)];
    const missing = (from: readonly PersonWeek[], others: readonly PersonWeek[]) =>
      from.filter((one) => !others.some(({ subjectId }) => subjectId === one.subjectId));
    const [left, joined] = [missing(was, is), missing(is, was)];
    const wasActive = left.filter(({ active }) => active).length;
    const nowBack = joined.filter((each) => each.returning || each.dormant).length;
    // What the attacker reckons with is what happened.
    expect(before.active.n - lifecycle.returning - dormant).toBe(wasActive - nowBack);
    for (const { length } of [left, joined]) expect(length > 0 && length < minimum).toBe(false);
  });
  for (const { active } of retention) {
    const sizes = active.flatMap((share) => (share.state === 'known' ? [share.of] : []));
    expect(new Set(sizes).size).toBeLessThanOrEqual(1);
  }
}

/** People by all that can be asked about them. */
export function crossingsOf(people: readonly PersonWeek[]): Crossing[] {
  const crossings = new Map<string, Crossing>();
  for (const { department, jobFamily, cohort, active } of people) {
    const key = [department, jobFamily, cohort].join('\n');
    const known = crossings.get(key);
    crossings.set(key, {
      ...{ department, jobFamily, cohort: cohort === notStarted ? null : cohort },
      eligible: (known?.eligible ?? 0) + 1,
      active: (known?.active ?? 0) + Number(active),
    });
  }
  return [...crossings.values()];
}
