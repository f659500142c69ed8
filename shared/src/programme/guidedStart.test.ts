import { describe, expect, test } from 'vitest';
import {
  canStart,
  earliestStart,
  emptyDraft,
  gapsInDraft,
  type ProgrammeDraft,
} from './guidedStart';

const people = {
  ...{ groupIsThere: true, ownerIsChampion: true, sponsorIsLeader: true, today: '2026-08-27' },
};
const ready: ProgrammeDraft = {
  ...emptyDraft,
  ...{ name: 'AI in advisory', groupId: 'group', ownerId: 'olga', deputyIds: ['dirk'] },
  ...{ sponsorId: 'lea', weeklyHours: 8, lighterHours: 2, budget: { amount: 0, currency: 'EUR' } },
  ...{ startsOn: '2026-08-31', timeZone: 'Europe/Berlin' },
  targets: [{ metric: 'activeRate', value: 0.6, by: '2026-11-29' }],
  jobFamilies: [{ id: 'advisory', name: 'Advisory' }],
};

describe('a programme', () => {
  test('starts once everything is said; a budget of nothing is an answer', () => {
    expect(canStart(ready, people)).toEqual({ allowed: true });
  });

  test.each<[string, Partial<ProgrammeDraft>, string]>([
    ['a name', { name: null }, 'noName'],
    ['people it is for', { groupId: null }, 'noGroup'],
    ['an owner', { ownerId: null }, 'noOwner'],
    ['one owner who is not also a deputy', { deputyIds: ['dirk', 'olga'] }, 'ownerIsDeputy'],
    ['a sponsor', { sponsorId: null }, 'noSponsor'],
    ['a sponsor who is not the owner', { sponsorId: 'olga' }, 'sponsorIsOwner'],
    ['hours a week', { weeklyHours: null }, 'noHours'],
    ['hours of the lighter weeks', { lighterHours: null }, 'noHours'],
    ['a budget', { budget: null }, 'noBudget'],
    ['a first day', { startsOn: null }, 'noStart'],
    ['a first day that is a Monday', { startsOn: '2026-09-01' }, 'startNotMonday'],
    ['a first day that is still to come', { startsOn: '2026-08-24' }, 'startInPast'],
    ['a length', { weeks: null }, 'noWeeks'],
    ['a time zone', { timeZone: null }, 'noTimeZone'],
    ['working days', { workingDays: [] }, 'noWorkingDays'],
    ['a target for how many use it', { targets: [] }, 'noActiveRateTarget'],
    [
      'one target for each figure',
      { targets: [...ready.targets, ...ready.targets] },
      'targetTwice',
    ],
    [
      'targets that lie ahead',
      { targets: [{ metric: 'activeRate', value: 0.6, by: '2026-08-31' }] },
      'targetBeforeStart',
    ],
    ['a job family', { jobFamilies: [] }, 'noJobFamily'],
    [
      'job families that can be told apart',
      {
        jobFamilies: [
          { id: 'tax', name: 'Tax' },
          { id: 'tax-2', name: ' tax ' },
        ],
      },
      'jobFamilyTwice',
    ],
  ])('does not start without %s', (_, missing, reason) => {
    expect(canStart({ ...ready, ...missing }, people)).toEqual({ allowed: false, reason });
  });

  test('does not start with people who may not do it', () => {
    expect(canStart(ready, { ...people, ownerIsChampion: false })).toEqual({
      ...{ allowed: false, reason: 'ownerNotChampion' },
    });
    expect(canStart(ready, { ...people, sponsorIsLeader: false })).toEqual({
      ...{ allowed: false, reason: 'sponsorNotLeader' },
    });
    expect(canStart(ready, { ...people, groupIsThere: false })).toEqual({
      ...{ allowed: false, reason: 'groupGone' },
    });
  });

  test('that is just begun says all it lacks, in the order of the guided start', () => {
    expect(
      gapsInDraft(emptyDraft, {
        ...{ ...people, groupIsThere: false, ownerIsChampion: false, sponsorIsLeader: false },
      }),
    ).toEqual([
      ...['noName', 'noGroup', 'noOwner', 'noSponsor', 'noHours', 'noBudget', 'noStart'],
      ...['noTimeZone', 'noActiveRateTarget', 'noJobFamily'],
    ]);
  });

  test('begins this Monday at the earliest, or the next', () => {
    expect(['2026-08-31', '2026-09-01', '2026-09-06'].map(earliestStart)).toEqual([
      ...['2026-08-31', '2026-09-07', '2026-09-07'],
    ]);
  });
});
