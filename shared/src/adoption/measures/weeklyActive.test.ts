import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../calendarDay';
import { actionKinds, actionSurfaces, noJobFamily } from '../facts';
import { did, member } from './testFacts';
import { weeklyActive } from './weeklyActive';

const berlin = 'Europe/Berlin';
const lastWeek = '2026-11-09';
const week = '2026-11-16';

describe('weekly active', () => {
  test('counts a person once, however often and in whichever kind they acted', () => {
    const actions = [
      did('ann', '2026-11-16T09:00:00Z'),
      did('ann', '2026-11-17T09:00:00Z', { kind: 'promptOpened' }),
      did('ann', '2026-11-18T09:00:00Z', { kind: 'templateInserted' }),
      did('ben', '2026-11-18T09:00:00Z', { kind: 'templateInserted' }),
    ];
    const members = [member('ann'), member('ben'), member('eve')];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([
      { eligible: 3, active: 2, aiUse: 1, templateUse: 2 },
    ]);
  });

  test('counts a day in Copilot, seen by its report or by an upload, as AI use', () => {
    const actions = [
      did('ann', '2026-11-16T12:00:00Z', { kind: 'copilotActive', surface: 'copilot' }),
      did('ben', '2026-11-16T12:00:00Z', { kind: 'reportedUse', surface: 'other' }),
    ];
    expect(weeklyActive(actions, [member('ann'), member('ben')], [week], berlin)).toMatchObject([
      { active: 2, aiUse: 2, templateUse: 0 },
    ]);
  });

  test('counts only those who were members on the last day of the week', () => {
    const actions = ['gone', 'new', 'back'].map((who) => did(who, '2026-11-17T09:00:00Z'));
    const members = [
      member('gone', { validTo: '2026-11-22' }),
      member('new', { validFrom: '2026-11-22' }),
      member('back', { validTo: '2026-11-18' }),
      member('back', { validFrom: '2026-11-20' }),
    ];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([
      { eligible: 2, active: 2 },
    ]);
  });

  test('says where people acted: one person can be in several places', () => {
    const actions = [
      did('ann', '2026-11-16T09:00:00Z', { surface: 'teams' }),
      did('ann', '2026-11-16T10:00:00Z', { surface: 'outlook' }),
      did('ben', '2026-11-16T09:00:00Z', { surface: 'outlook' }),
      did('eve', '2026-11-16T09:00:00Z', { surface: 'other' }),
    ];
    const members = ['ann', 'ben', 'eve'].map((who) => member(who));
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([
      { active: 3, surfaces: { teams: 1, outlook: 2, copilot: 0 } },
    ]);
  });

  test('leaves history where it was when someone changes department later', () => {
    const actions = [did('ann', '2026-11-10T09:00:00Z'), did('ann', '2026-11-17T09:00:00Z')];
    const members = [
      member('ann', { validTo: '2026-11-18' }),
      member('ann', { department: 'Audit', validFrom: '2026-11-18' }),
    ];
    const [before, after] = weeklyActive(actions, members, [lastWeek, week], berlin);
    expect([...(before?.departments.keys() ?? [])]).toEqual(['Tax']);
    expect([...(after?.departments.keys() ?? [])]).toEqual(['Audit']);
  });

  test('makes those without a job family a group like any other', () => {
    const actions = [did('ann', '2026-11-17T09:00:00Z')];
    const members = [member('ann', { jobFamily: 'Associate' }), member('ben'), member('eve')];
    const [counted] = weeklyActive(actions, members, [week], berlin);
    expect(counted?.jobFamilies).toEqual(
      new Map([
        ['Associate', { eligible: 1, active: 1 }],
        [noJobFamily, { eligible: 2, active: 0 }],
      ]),
    );
  });

  test("puts a late Sunday into the week the programme's time zone says", () => {
    const actions = [did('ann', '2026-11-22T22:59:00Z'), did('ben', '2026-11-22T23:01:00Z')];
    const members = [member('ann'), member('ben')];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([{ active: 1 }]);
  });

  test('says nobody is eligible before anybody was a member', () => {
    expect(weeklyActive([], [member('ann')], ['2025-12-15'], berlin)).toMatchObject([
      { eligible: 0, active: 0 },
    ]);
  });
});

describe('lifecycle', () => {
  const lifecycleOf = (...days: readonly string[]) => {
    const actions = days.map((day) => did('ann', `${day}T09:00:00Z`));
    return weeklyActive(actions, [member('ann')], [week], berlin)[0]?.lifecycle;
  };
  const nobody = { new: 0, returning: 0, resurrecting: 0, dormant: 0 };

  test('new is who acts for the first time ever', () => {
    expect(lifecycleOf('2026-11-17', '2026-11-18')).toEqual({ ...nobody, new: 1 });
  });

  test('returning is who was active the week before, too', () => {
    expect(lifecycleOf('2026-11-15', '2026-11-17')).toEqual({ ...nobody, returning: 1 });
  });

  test('resurrecting is who was active before, but not the week before', () => {
    expect(lifecycleOf('2026-11-08', '2026-11-17')).toEqual({ ...nobody, resurrecting: 1 });
  });

  test('dormant is who was active the week before and is not any more', () => {
    expect(lifecycleOf('2026-11-15')).toEqual({ ...nobody, dormant: 1 });
    expect(lifecycleOf('2026-11-08')).toEqual(nobody);
  });

  test('looks back at what people did before they were eligible', () => {
    const actions = [did('ann', '2026-11-10T09:00:00Z'), did('ann', '2026-11-17T09:00:00Z')];
    const members = [member('ann', { validFrom: '2026-11-16' })];
    expect(weeklyActive(actions, members, [week], berlin)).toMatchObject([
      { lifecycle: { new: 0, returning: 1 }, moved: { joined: 1, left: 0 } },
    ]);
  });
});

const isoDay = (at: Date) => at.toISOString().slice(0, 10);
const someone = fc.constantFrom('ann', 'ben', 'eve', 'joe', 'kim', 'lee');
const mondays = ['2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', lastWeek, week];
const action = fc
  .record({
    who: someone,
    at: fc.date({
      min: new Date('2026-10-11T00:00:00Z'),
      max: new Date('2026-11-23T00:00:00Z'),
      noInvalidDate: true,
    }),
    kind: fc.constantFrom(...actionKinds),
    surface: fc.constantFrom(...actionSurfaces),
  })
  .map(({ who, at, kind, surface }) => did(who, at.toISOString(), { kind, surface }));
/** One or two spans for each person, with or without a gap between them. */
const membership = fc
  .uniqueArray(
    fc.record({
      who: someone,
      days: fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 60 }))),
      departments: fc.tuple(fc.constantFrom('Tax', 'Audit'), fc.constantFrom('Tax', 'Audit')),
      jobFamily: fc.option(fc.constantFrom('Associate', 'Partner')),
    }),
    { selector: ({ who }) => who },
  )
  .map((people) =>
    people.flatMap(({ who, days, departments: [one, other], jobFamily }) => {
      const [from, to, again, end] = days
        .toSorted((first, second) => first - second)
        .map((day, index) => addDays('2026-10-01', day + index));
      return [
        member(who, { department: one, jobFamily, validFrom: from!, validTo: to! }),
        member(who, { department: other, jobFamily, validFrom: again!, validTo: end! }),
      ];
    }),
  );
const history = fc.tuple(fc.array(action, { maxLength: 40 }), membership);
const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

describe('for any history', () => {
  test('new, returning and resurrecting people are the active ones', () => {
    fc.assert(
      fc.property(history, ([actions, members]) => {
        for (const { active, lifecycle } of weeklyActive(actions, members, mondays, berlin)) {
          expect(lifecycle.new + lifecycle.returning + lifecycle.resurrecting).toBe(active);
        }
      }),
    );
  });

  test('departments and job families each divide the same people', () => {
    fc.assert(
      fc.property(history, ([actions, members]) => {
        for (const counted of weeklyActive(actions, members, mondays, berlin)) {
          for (const groups of [counted.departments, counted.jobFamilies]) {
            const counts = [...groups.values()];
            expect(sum(counts.map(({ eligible }) => eligible))).toBe(counted.eligible);
            expect(sum(counts.map(({ active }) => active))).toBe(counted.active);
          }
        }
      }),
    );
  });

  test('people are active in one of the two kinds, or in both', () => {
    fc.assert(
      fc.property(history, ([actions, members]) => {
        for (const counted of weeklyActive(actions, members, mondays, berlin)) {
          const { active, aiUse, templateUse } = counted;
          expect(active).toBeLessThanOrEqual(aiUse + templateUse);
          expect(active).toBeGreaterThanOrEqual(Math.max(aiUse, templateUse));
        }
      }),
    );
  });

  test('the eligible of a week are those of the week before, with who joined, without who left', () => {
    fc.assert(
      fc.property(history, ([actions, members]) => {
        const weeks = weeklyActive(actions, members, mondays, berlin);
        weeks.slice(1).forEach(({ eligible, moved }, index) => {
          expect(eligible).toBe((weeks[index]?.eligible ?? NaN) + moved.joined - moved.left);
        });
      }),
    );
  });

  test('neither their order nor a repetition of actions changes anything', () => {
    fc.assert(
      fc.property(history, ([actions, members]) => {
        expect(weeklyActive([...actions, ...actions].reverse(), members, mondays, berlin)).toEqual(
          weeklyActive(actions, members, mondays, berlin),
        );
      }),
    );
  });

  test('a week says the same whatever people do later', () => {
    fc.assert(
      fc.property(history, action, ([actions, members], another) => {
        const over = mondays.filter((monday) => addDays(monday, 8) <= isoDay(another.at));
        expect(weeklyActive([...actions, another], members, over, berlin)).toEqual(
          weeklyActive(actions, members, over, berlin),
        );
      }),
    );
  });
});
