import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { retentionOf, weeklyActive, type GroupCount } from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { closedWeeks, historyWithErasures, live, now, timeZone } from './randomHistory';
import { createWeekCounts } from '../weeks/weekCounts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** Looks at weeks of a programme. Nobody waits for company here: what waits is tested by itself. */
const lookAt = (programmeKey: string, weeks: readonly string[]) =>
  createWeekCounts(database, 1).read(programmeKey, weeks, {
    now,
    closedUntil: closedWeeks.at(-1) ?? null,
  });

test('the roll-ups equal the definition, whatever arrives late, twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(historyWithErasures, async (steps) => {
      const { programmeKey, actions, membership } = await live(database, steps, lookAt);
      const { weeks, groups } = await lookAt(programmeKey, closedWeeks);
      const told = weeks.map(({ week, eligible, active, aiUse, templateUse, ...rest }) => ({
        startsOn: week,
        ...{ eligible, active, aiUse, templateUse },
        surfaces: { teams: rest.teams, outlook: rest.outlook, copilot: rest.copilot },
        lifecycle: {
          ...{ new: rest.new, returning: rest.returning },
          ...{ resurrecting: rest.resurrecting, dormant: rest.dormant },
        },
        moved: { joined: rest.joined, left: rest.left },
        departments: groupsOf(groups, week, 'department'),
        jobFamilies: groupsOf(groups, week, 'jobFamily'),
      }));
      expect(told).toEqual(weeklyActive(actions, membership, closedWeeks, timeZone));
      const cohorts = closedWeeks.map((startsOn, start) => ({
        startsOn,
        weeks: closedWeeks
          .slice(start)
          .map((week) => groupsOf(groups, week, 'cohort').get(startsOn) ?? nobody),
      }));
      expect(cohorts.filter(({ weeks: all }) => all.some((week) => week.eligible > 0))).toEqual(
        retentionOf(actions, membership, closedWeeks, timeZone),
      );
    }),
    { numRuns: 25 },
  );
}, 120_000);

const nobody: GroupCount = { eligible: 0, active: 0 };

/** The groups that have somebody in a week. */
function groupsOf(
  groups: Awaited<ReturnType<typeof lookAt>>['groups'],
  week: string,
  partition: string,
): ReadonlyMap<string, GroupCount> {
  return new Map(
    groups
      .filter((group) => group.week === week && group.partition === partition)
      .filter(({ eligible }) => eligible > 0)
      .map(({ name, eligible, active }) => [name, { eligible, active }]),
  );
}
