import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { expectAgreement } from './organisations/expectAgreement';
import { lateActions, type LateAction } from './organisations/lateActions';
import { plantOrganisation, type Organisation } from './organisations/organisation';
import { stayIn } from './organisations/people';
import { plantDeployment, type PlantedDeployment } from './organisations/plantedDeployment';
import { recount, type Recount } from './recount';

interface Counted {
  readonly planted: Organisation;
  readonly dashboard: DashboardResponse;
  readonly recounted: Recount;
}

const organisations = Array.from({ length: 50 }, (_, index) => plantOrganisation(index));

let deployment: PlantedDeployment;
let all: Counted[];
beforeAll(async () => {
  deployment = await plantDeployment(organisations);
  all = [];
  for (const planted of organisations) {
    await deployment.send(planted);
    const dashboard = await deployment.dashboard(planted);
    all.push({ planted, dashboard, recounted: await recountOf(planted) });
  }
}, 240_000);
afterAll(() => deployment.close());

function recountOf({ programme, plan: { now } }: Organisation): Promise<Recount> {
  const { clientKey: programmeKey, timeZone, startsOn } = programme;
  const { connectionString } = deployment;
  return recount({ connectionString, programmeKey, timeZone, startsOn, now });
}

describe('of fifty organisations whose people send late, twice and out of order', () => {
  test('the dashboard answers what the recount finds, to the last digit', () => {
    for (const { dashboard, recounted } of all) expectAgreement(dashboard, recounted);
  });

  test('both find the weekly rates that were planted, across clock changes and year ends', () => {
    for (const { planted, dashboard, recounted } of all) {
      const { mondays } = planted.plan;
      const { active } = planted.activity;
      expect(recounted.weeks.map((week) => [week.monday, week.active])).toEqual(
        mondays.map((monday, week) => [monday, active[week]]),
      );
      expect(dashboard.weeks.slice(0, -1).map((week) => [week.startsOn, week.active])).toEqual(
        mondays.slice(0, -1).map((monday, week) => [monday, { state: 'known', ...active[week] }]),
      );
    }
  });

  test('both find the decay that was planted, and none where none was', () => {
    const planted = all.map(({ planted: { plan } }) => plan.decays);
    expect(all.map(({ recounted }) => recounted.decay?.flagged)).toEqual(planted);
    expect(planted.filter(Boolean).length).toBeGreaterThan(10);
  });

  test('of each start week as many are found active in each later week as were planted', () => {
    for (const { planted, recounted } of all) {
      const over = planted.plan.mondays.length - 1;
      planted.plan.mondays.slice(0, over).forEach((monday, start) => {
        const cohort = planted.activity.cohorts[start]?.slice(0, over - start) ?? [];
        const found = recounted.retention.get(monday);
        expect(
          found?.map(({ n, of }) => ({ n, of })) ?? cohort.map(() => ({ n: 0, of: 0 })),
        ).toEqual(cohort);
      });
    }
  });

  test('the groups are found as large as they were planted, as people join, move and leave', () => {
    for (const { planted, recounted } of all) {
      recounted.weeks.forEach(({ departments }, week) => {
        const sizes = new Map<string, number>();
        for (const person of planted.people) {
          const department = stayIn(person, week)?.department;
          if (department) sizes.set(department, (sizes.get(department) ?? 0) + 1);
        }
        expect(new Map([...departments].map(([name, { of }]) => [name, of]))).toEqual(sizes);
      });
    }
  });
});

describe('a week that is over, when more of it arrives after it was shown', () => {
  const sendAll = async (late: readonly LateAction[]) => {
    for (const { userId, event } of late) await deployment.sendAs(userId, [event]);
  };

  test('stays as it was for four people, and is what the recount finds for more', async () => {
    let told = 0;
    // The clock of the deployment stands at their moment, before the last week is closed.
    for (const { planted, dashboard } of all.slice(-10)) {
      const late = lateActions(planted);
      if (late.length < 5) continue;
      await sendAll(late.slice(0, 4));
      expect((await deployment.dashboard(planted)).weeks).toEqual(dashboard.weeks);
      await sendAll(late.slice(4));
      const changed = await deployment.dashboard(planted);
      expect(changed.weeks).not.toEqual(dashboard.weeks);
      expectAgreement(changed, await recountOf(planted));
      told += 1;
    }
    expect(told).toBeGreaterThan(3);
  });
});

describe('of the drafting times that were planted', () => {
  test('each difference is taken over the people who write on both sides', () => {
    for (const { planted, recounted } of all) {
      const { writers, earlyWriters } = planted.plan;
      expect(recounted.drafting.withTemplate?.people).toBe(writers);
      expect(recounted.drafting.sinceStart?.people).toBe(
        earlyWriters < 10 ? undefined : earlyWriters,
      );
    }
    expect(all.some(({ planted }) => planted.plan.earlyWriters < 10)).toBe(true);
  });

  test('the difference lies in the 95 % interval as often as chance allows', () => {
    const held = (intervals: readonly { low: number; high: number; planted: number }[]): number =>
      intervals.filter(({ low, high, planted }) => low <= planted && planted <= high).length;
    const templates = all.flatMap(({ planted, recounted: { drafting } }) =>
      drafting.withTemplate
        ? [{ ...drafting.withTemplate, planted: planted.plan.templateAdds }]
        : [],
    );
    const practice = all.flatMap(({ planted, recounted: { drafting } }) =>
      drafting.sinceStart ? [{ ...drafting.sinceStart, planted: planted.plan.practiceAdds }] : [],
    );
    expect(templates).toHaveLength(50);
    expect(held(templates)).toBeGreaterThanOrEqual(fewestHeld(templates.length));
    expect(held(practice)).toBeGreaterThanOrEqual(fewestHeld(practice.length));
  });
});

/** The fewest of n honest 95 % intervals that hold, but for one time in a hundred: of 50 these are 43. */
function fewestHeld(n: number): number {
  let chance = 0.05 ** n;
  let total = 0;
  for (let held = 0; held < n; held += 1) {
    total += chance;
    if (total >= 0.01) return held;
    chance *= ((n - held) / (held + 1)) * (0.95 / 0.05);
  }
  return n;
}
