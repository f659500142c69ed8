import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { expectAgreement, expectAgreementOfUse } from './organisations/expectAgreement';
import { fillDeployment, type FilledDeployment } from './organisations/filledDeployment';
import { readProgrammes } from './readProgrammes';
import { recount, type Recount } from './recount';

// A Tuesday: the week before it has ended and is not closed yet.
const now = new Date('2026-11-24T10:00:00Z');

let deployment: FilledDeployment;
let dashboard: DashboardResponse;
let recounted: Recount;
beforeAll(async () => {
  deployment = await fillDeployment(now);
  dashboard = await deployment.dashboard();
  const { connectionString } = deployment;
  const [programme] = await readProgrammes(connectionString);
  recounted = await recount({ connectionString, now, ...programme! });
});
afterAll(() => deployment.close());

const percent = ({ n, of }: { n: number; of: number }) => Math.round((100 * n) / of);
const weekOf = (monday: string) => recounted.weeks.find((week) => week.monday === monday)!;

describe('the sample organisation, recounted from its facts', () => {
  test('is 22 % weekly active in the week before the programme and 71 % in its week eight', () => {
    expect(deployment.programme.startsOn).toBe('2026-08-24');
    expect(percent(weekOf('2026-08-17').active)).toBe(22);
    expect(percent(weekOf('2026-10-12').active)).toBe(71);
  });

  test('takes the same people less time for a draft than before, and less with a template', () => {
    for (const comparison of [recounted.drafting.sinceStart, recounted.drafting.withTemplate]) {
      expect(comparison?.people).toBeGreaterThan(100);
      expect(comparison?.high).toBeLessThan(0);
    }
  });

  test('has 47 distinct improvements, several of them with the vendor', () => {
    expect(recounted.improvements.total).toBe(47);
    expect(recounted.improvements.byRoute['vendor']).toBeGreaterThan(4);
  });

  test('knows of every mapped task but one, which lacks an item, how it is used and trusted', () => {
    expect(recounted.tasks).toHaveLength(10);
    const served = recounted.tasks.filter(({ publishedItems }) => publishedItems > 0);
    expect(served).toHaveLength(9);
    for (const { uses, trust } of served) {
      expect(uses?.people).toBeGreaterThan(10);
      expect(trust.redoRate?.people).toBeGreaterThan(10);
    }
  });

  test('is made of the states of a week: new, returning and resurrecting people are the active ones', () => {
    for (const { lifecycle, active } of recounted.weeks) {
      expect(lifecycle.new + lifecycle.returning + lifecycle.resurrecting).toBe(active.n);
    }
  });
});

describe('its dashboard', () => {
  test('answers what the recount finds, to the last digit', () => {
    expect(dashboard.weeks.filter(({ state }) => state !== 'running')).toHaveLength(21);
    expectAgreement(dashboard, recounted);
  });

  test.each([
    // The Thursdays on which the week before the programme, week eight and week eleven were closed.
    ['2026-W34', '2026-08-27'],
    ['2026-W42', '2026-10-22'],
    ['2026-W45', '2026-11-12'],
  ])('answers of the end of %s what is recounted for %s', async (until, day) => {
    const { connectionString } = deployment;
    const [programme] = await readProgrammes(connectionString);
    const then = { connectionString, now: new Date(`${day}T10:00:00Z`), ...programme! };
    expectAgreementOfUse(await deployment.dashboard(until), await recount(then));
  });

  test('knows of Copilot what its report told by yesterday, without a missing day', () => {
    expect(dashboard.copilot).toEqual({
      ...{ state: 'known', reportedOn: '2026-11-21', missingDays: 0 },
    });
  });

  test('withholds little: the Board Office, and what would give it away', () => {
    const states = dashboard.departments.flatMap(({ active }) => active.map(({ state }) => state));
    expect(states.filter((state) => state === 'known').length).toBeGreaterThan(150);
    expect(weekOf('2026-10-12').departments.get('Board Office')?.of).toBe(4);
    const board = dashboard.departments.find(({ name }) => name === 'Board Office');
    expect(board?.active.some(({ state }) => state === 'known')).toBe(false);
  });
});
