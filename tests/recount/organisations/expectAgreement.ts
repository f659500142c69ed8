import { expect } from 'vitest';
import {
  decayOf,
  type Comparison,
  type DashboardResponse,
  type Measure,
  type PeopleCount,
  type PeopleShare,
  type Trust,
} from '@last-mile/shared/adoption';
import type { Figure } from '../figure';
import type { Recount } from '../recount';

type Share = Recount['weeks'][number]['active'];
type RecountedTrust = Recount['trust'];

/** The smallest group (decision 0009). */
const m = 5;

/**
 * Holds an answer of the dashboard to what was recounted from the facts at the same moment: every
 * figure that is known is equal to the last digit, and what is not known is withheld for a reason
 * that decision 0009 gives.
 */
export function expectAgreement(dashboard: DashboardResponse, recounted: Recount): void {
  expect(recounted.weeks.map(({ monday }) => monday)).toEqual(
    dashboard.weeks.map(({ startsOn }) => startsOn),
  );
  expectAgreementOfUse(dashboard, recounted);
  expectFeedback(dashboard, recounted);
}

/** As {@link expectAgreement}, without what is of today also in the dashboard of an earlier week. */
export function expectAgreementOfUse(dashboard: DashboardResponse, recounted: Recount): void {
  const over = dashboard.weeks.filter(({ state }) => state !== 'running');
  const weeks = recounted.weeks.slice(0, over.length);
  expectWeeks(over, weeks);
  const closed = over.filter(({ state }) => state === 'closed').length;
  expectGroups(dashboard.departments, weeks, closed, 'departments');
  expectGroups(dashboard.jobFamilies, weeks, closed, 'jobFamilies');
  expectRetention(dashboard, recounted, closed);
  expectDecay(dashboard, recounted);
  expectHabit(dashboard.habit, recounted.habit);
  expectDrafting(dashboard.draftingTime, recounted.drafting, over.length);
  expectTrust(dashboard.trust, recounted.trust);
  expectTasks(dashboard.tasks, recounted.tasks);
}

function expectWeeks(shown: DashboardResponse['weeks'], weeks: Recount['weeks']) {
  shown.forEach(({ revision, ...week }, index) => {
    const counted = weeks[index]!;
    expect(revision).toBeNull();
    expectTotal(week.active, counted.active);
    expectTotal(week.aiUse, counted.aiUse);
    expectTotal(week.templateUse, counted.templateUse);
    expectTotal(week.surfaces.teams, counted.surfaces.teams);
    expectTotal(week.surfaces.outlook, counted.surfaces.outlook);
    expectTotal(week.surfaces.copilot, counted.surfaces.copilot);
    const few = (moved: number) => moved > 0 && moved < m;
    const dormant = few(counted.joined) || few(counted.left) ? null : counted.lifecycle.dormant;
    expect(week.lifecycle).toEqual(
      week.active.state === 'known' ? { ...counted.lifecycle, dormant } : null,
    );
    const unknown = { state: 'notEnoughData' };
    expect(week.moved).toEqual({
      joined: index === 0 ? unknown : asCount(counted.joined),
      left: index === 0 ? unknown : asCount(counted.left),
    });
  });
}

/** A total is withheld only where everybody together is a small group. */
function expectTotal(shown: PeopleShare, { n, of }: Share) {
  if (of === 0) expect(shown).toEqual({ state: 'notEnoughData' });
  else if (of >= 2 * m) expect(shown).toEqual({ state: 'known', n, of });
  else expectGroup(shown, { n, of });
}

const asCount = (n: number): PeopleCount => (n < m ? { state: 'few' } : { state: 'known', n });

/** A group of fewer than m is hidden; of fewer than twice as many it is a band at most. */
function expectGroup(shown: PeopleShare, { n, of }: Share) {
  if (of === 0) expect(shown).toEqual({ state: 'notEnoughData' });
  else if (of < m) expect(shown).toEqual({ state: 'hidden' });
  else if (shown.state !== 'hidden') {
    const half = 2 * n < of ? 'under' : 'over';
    expect(shown).toEqual(of < 2 * m ? { state: 'band', of, half } : { state: 'known', n, of });
  }
}

/** Groups are not known before their week is closed. */
function expectGroups(
  rows: DashboardResponse['departments'],
  weeks: Recount['weeks'],
  closed: number,
  partition: 'departments' | 'jobFamilies',
) {
  const names = new Set(weeks.flatMap((week) => [...week[partition].keys()]));
  expect(rows.map(({ name }) => name)).toEqual([...names].sort());
  for (const { name, active } of rows) {
    const counted = weeks.map((week) => week[partition].get(name) ?? nobody);
    expectShares(active.slice(0, weeks.length), counted, closed);
    weeks.forEach((week, index) => {
      if (active[index]?.state === 'hidden') expect(hasSmallGroup(week)).toBe(true);
    });
  }
}

function expectRetention(
  { weeks, retention }: DashboardResponse,
  recounted: Recount,
  closed: number,
) {
  expect(retention.map(({ startsOn }) => startsOn)).toEqual([...recounted.retention.keys()]);
  for (const { startsOn, active } of retention) {
    const start = weeks.findIndex((week) => week.startsOn === startsOn);
    const counted = recounted.retention.get(startsOn) ?? [];
    expect(active).toHaveLength(counted.length);
    counted.forEach(({ n, of, there }, later) => {
      const shown = active[later]!;
      if (later >= closed - start) expect(shown).toEqual({ state: 'notEnoughData' });
      else if (later === 0) expectGroup(shown, { n, of });
      else if (there < 2 * m) expect(shown).toEqual({ state: 'hidden' });
      else if (shown.state !== 'hidden') expect(shown).toEqual({ state: 'known', n, of });
    });
  }
}

/** What a group is hidden for: its own size, or a small one that could be had by subtraction. */
function hasSmallGroup(week: Recount['weeks'][number]): boolean {
  const sizes = [...week.departments.values(), ...week.jobFamilies.values()].map(({ of }) => of);
  return sizes.some((of) => of > 0 && of < 2 * m);
}

const nobody: Share = { n: 0, of: 0 };

function expectShares(shown: readonly PeopleShare[], counted: readonly Share[], known: number) {
  expect(shown).toHaveLength(counted.length);
  counted.forEach((share, index) => {
    expectGroup(shown[index]!, index < known ? share : nobody);
  });
}

/** The screen tells decay from the closed weeks of the answer. */
function expectDecay({ weeks }: DashboardResponse, { decay }: Recount) {
  const shares = weeks.flatMap(({ week, state, active }) =>
    state === 'closed' && active.state === 'known' ? [{ week, n: active.n, of: active.of }] : [],
  );
  const found = decayOf(shares);
  if (found === null || decay === null) {
    expect([found, decay]).toEqual([null, null]);
    return;
  }
  expect(found).toMatchObject({ current: decay.current, flagged: decay.flagged });
  expect(found.peak.n / found.peak.of).toBe(decay.peak.n / decay.peak.of);
}

function expectHabit(shown: DashboardResponse['habit'], counted: Recount['habit']) {
  if (counted === null) expect(shown).toEqual({ state: 'notEnoughData' });
  else if (counted.of < 2 * m) expect(shown).toEqual({ state: 'hidden' });
  else expect(shown).toEqual({ state: 'known', ...counted });
}

function expectDrafting(
  shown: DashboardResponse['draftingTime'],
  { weekly, withTemplate, sinceStart, observed }: Recount['drafting'],
  weeksOver: number,
) {
  expect(shown).toEqual({
    weekly: weekly
      .slice(0, shown.weekly.length)
      .map(({ minutes }, index) =>
        minutes === null || minutes.people < m || index >= weeksOver
          ? { state: 'notEnoughData' }
          : { state: 'known', value: minutes.value, n: minutes.people },
      ),
    withTemplate: asComparison(withTemplate),
    sinceStart: asComparison(sinceStart),
    observed:
      observed.people < m
        ? { state: 'notEnoughData' }
        : { state: 'known', n: observed.n, of: observed.of },
  });
}

const asComparison = (counted: Recount['drafting']['withTemplate']): Comparison =>
  counted === null ? { state: 'notEnoughData' } : { state: 'known', ...counted };

function expectTrust(shown: Trust, { keptShare, redoRate, flagsPer100 }: RecountedTrust) {
  expect(shown).toEqual({
    keptShare: asMeasure(keptShare),
    redoRate: asMeasure(redoRate),
    flagsPer100: asMeasure(flagsPer100),
  });
}

function asMeasure(figure: Figure): Measure {
  if (figure === null || figure.people < m) return { state: 'notEnoughData' };
  return { state: 'known', value: figure.value, n: figure.n };
}

function expectTasks(shown: DashboardResponse['tasks'], counted: Recount['tasks']) {
  expect(new Set(shown.map(({ workflowKey }) => workflowKey))).toEqual(
    new Set(counted.map(({ key }) => key)),
  );
  for (const { workflowKey, uses, withTemplate, trust, ...row } of shown) {
    const { key, ...task } = counted.find((each) => each.key === workflowKey)!;
    expect(row).toEqual({
      task: task.task,
      jobFamily: task.jobFamily,
      publishedItems: task.publishedItems,
    });
    expect(uses).toEqual(asMeasure(task.uses && { ...task.uses, n: task.uses.people }));
    expect(withTemplate).toEqual(asComparison(task.withTemplate));
    expectTrust(trust, task.trust);
    expect(key).toBe(workflowKey);
  }
}

function expectFeedback({ feedback, improvements }: DashboardResponse, recounted: Recount) {
  const { firstResponseDays, insideDue, withOutcome, helped, ...counts } = recounted.feedback;
  expect(feedback).toEqual({
    ...counts,
    firstResponseDays: overItems(firstResponseDays),
    insideDue: overItems(insideDue),
    withOutcome: overItems(withOutcome),
    helped: overItems(helped),
  });
  const { total, byState, byRoute } = recounted.improvements;
  expect(improvements).toEqual({
    total,
    byState: { ...noneOf(improvements.byState), ...byState },
    byRoute: { ...noneOf(improvements.byRoute), ...byRoute },
  });
}

const overItems = (figure: { value: number; n: number } | null): Measure =>
  figure === null ? { state: 'notEnoughData' } : { state: 'known', ...figure };

/** What was not found in any item counts as none. */
const noneOf = (counts: object) => Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));
