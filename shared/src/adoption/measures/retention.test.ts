import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mondaysBetween } from '../isoWeek';
import { retentionOf } from './retention';
import { did, member } from './testFacts';
import { weeklyActive } from './weeklyActive';

const berlin = 'Europe/Berlin';
const mondays = mondaysBetween('2026-10-19', '2026-11-09');
const [first, second, third, fourth] = mondays as [string, string, string, string];
const on = (who: string, ...weeks: readonly string[]) =>
  weeks.map((monday) => did(who, `${monday}T12:00:00Z`));

describe('retention', () => {
  test('says of those who began in a week how many are active in each later one', () => {
    const actions = [
      ...on('ann', first, second, fourth),
      ...on('ben', first),
      ...on('eve', second, third, fourth),
    ];
    const members = ['ann', 'ben', 'eve', 'joe'].map((who) => member(who));
    expect(retentionOf(actions, members, mondays, berlin)).toEqual([
      {
        startsOn: first,
        weeks: [2, 1, 0, 1].map((active) => ({ eligible: 2, active })),
      },
      {
        startsOn: second,
        weeks: [1, 1, 1].map((active) => ({ eligible: 1, active })),
      },
    ]);
  });

  test('no longer finds active who left', () => {
    const actions = [...on('ann', first, second, third), ...on('ben', first, second)];
    const members = [member('ann'), member('ben', { validTo: '2026-10-30' })];
    expect(retentionOf(actions, members, mondays, berlin)).toEqual([
      {
        startsOn: first,
        weeks: [
          { eligible: 2, active: 2 },
          { eligible: 1, active: 1 },
          { eligible: 1, active: 1 },
          { eligible: 1, active: 0 },
        ],
      },
    ]);
  });

  test('leaves out who began before they were eligible: nobody was there to see them start', () => {
    const actions = [...on('ann', first, third), ...on('ben', first, third)];
    const members = [member('ann', { validFrom: third }), member('ben')];
    expect(retentionOf(actions, members, mondays, berlin)).toEqual([
      { startsOn: first, weeks: [1, 0, 1, 0].map((active) => ({ eligible: 1, active })) },
    ]);
  });

  test('knows no cohort of people who began before the first measured week, or never', () => {
    const actions = [...on('ann', '2026-10-12', first)];
    expect(retentionOf(actions, [member('ann'), member('ben')], mondays, berlin)).toEqual([]);
  });

  test('gives each active person to one cohort, all of whom were active in its first week', () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom('ann', 'ben', 'eve', 'joe'), fc.constantFrom(...mondays)),
      { maxLength: 20 },
    );
    const members = ['ann', 'ben', 'eve', 'joe'].map((who) => member(who));
    fc.assert(
      fc.property(acts, (drawn) => {
        const actions = drawn.flatMap(([who, monday]) => on(who, monday));
        const cohorts = retentionOf(actions, members, mondays, berlin);
        for (const { weeks } of cohorts) expect(weeks[0]?.active).toBe(weeks[0]?.eligible);
        const weeks = weeklyActive(actions, members, mondays, berlin);
        weeks.forEach(({ startsOn, active, lifecycle }, index) => {
          const own = cohorts.filter((cohort) => cohort.startsOn <= startsOn);
          const activeOf = own.map(
            (cohort) => cohort.weeks[index - mondays.indexOf(cohort.startsOn)]?.active ?? NaN,
          );
          expect(activeOf.reduce((sum, count) => sum + count, 0)).toBe(active);
          expect(own.find((cohort) => cohort.startsOn === startsOn)?.weeks[0]?.active ?? 0).toBe(
            lifecycle.new,
          );
        });
      }),
    );
  });
});
