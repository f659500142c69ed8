import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DashboardResponse, Measure, PeopleShare } from '@last-mile/shared/adoption';
import { fillDeployment, type FilledDeployment } from './organisations/filledDeployment';
import { readProgrammes } from './readProgrammes';
import { recount, type Recount } from './recount';
import type { Figure } from './trust';

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
const known = ({ n, of }: { n: number; of: number }): PeopleShare => ({ state: 'known', n, of });
const measured = (figure: Figure): Measure =>
  figure === null ? { state: 'notEnoughData' } : { state: 'known', ...figure };
/** What nobody was found to have counts as none. */
const none = (counts: object) => Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));

describe('the sample organisation, recounted from its facts', () => {
  test('is 22 % weekly active in the week before the programme and 71 % in its week eight', () => {
    expect(deployment.programme.startsOn).toBe('2026-08-24');
    expect(percent(weekOf('2026-08-17').active)).toBe(22);
    expect(percent(weekOf('2026-10-12').active)).toBe(71);
  });

  test('has 47 distinct improvements, several of them with the vendor', () => {
    expect(recounted.improvements.total).toBe(47);
    expect(recounted.improvements.byRoute['vendor']).toBeGreaterThan(4);
  });

  test('is made of the states of a week: new, returning and resurrecting people are the active ones', () => {
    for (const { lifecycle, active } of recounted.weeks) {
      expect(lifecycle.new + lifecycle.returning + lifecycle.resurrecting).toBe(active.n);
    }
  });
});

describe('the dashboard answers what the recount finds', () => {
  test('in every week that is over, in total and for each kind', () => {
    const over = dashboard.weeks.filter(({ state }) => state !== 'running');
    expect(over).toHaveLength(21);
    for (const { startsOn, active, aiUse, templateUse } of over) {
      const week = weekOf(startsOn);
      expect({ active, aiUse, templateUse }).toEqual({
        active: known(week.active),
        aiUse: known(week.aiUse),
        templateUse: known(week.templateUse),
      });
    }
  });

  test('in every department and week it shows, and it hides the Board Office', () => {
    let compared = 0;
    for (const { name, active } of dashboard.departments) {
      active.forEach((shown, index) => {
        if (shown.state !== 'known') return;
        const { startsOn } = dashboard.weeks[index]!;
        expect(shown).toEqual(known(weekOf(startsOn).departments.get(name)!));
        compared += 1;
      });
    }
    expect(compared).toBeGreaterThan(150);
    expect(weekOf('2026-10-12').departments.get('Board Office')?.of).toBe(4);
    const board = dashboard.departments.find(({ name }) => name === 'Board Office');
    expect(board?.active.some(({ state }) => state === 'known')).toBe(false);
  });

  test('in what it says of the feedback queue, to the last digit', () => {
    const { firstResponseDays, insideDue, withOutcome, helped, ...counts } = recounted.feedback;
    expect(dashboard.feedback).toEqual({
      ...counts,
      firstResponseDays: measured(firstResponseDays),
      insideDue: measured(insideDue),
      withOutcome: measured(withOutcome),
      helped: measured(helped),
    });
    expect(counts).toMatchObject({ open: 24, closed: 73, suggestions: 61 });
  });

  test('in the improvements, by state and by route', () => {
    const { total, byState, byRoute } = recounted.improvements;
    expect(dashboard.improvements).toEqual({
      total,
      byState: { ...none(dashboard.improvements.byState), ...byState },
      byRoute: { ...none(dashboard.improvements.byRoute), ...byRoute },
    });
  });
});
