import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualCalendar, type Programme, type WorkingCalendar } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { StoredItem } from '../../sync/storedItem';
import { createProgrammes } from './programmes';
import {
  mappingFields,
  programmeFields,
  toMapping,
  toNamedCalendar,
  toProgramme,
} from './programmesList';
import { createTestProduct, type TestProduct } from '../../../local-tenant/testProduct';

const programmeOf = (more: Partial<Programme>): Programme => ({
  clientKey: '00000000-0000-4000-8000-000000000001',
  name: 'Everyday AI',
  ownerId: 'owner',
  deputyIds: ['deputy', 'other deputy'],
  sponsorId: 'sponsor',
  groupId: 'group',
  channelId: '19:abc@thread.tacv2',
  startsOn: '2026-11-02',
  weeks: 8,
  targetActiveRate: 0.6,
  timeZone: 'Europe/Berlin',
  calendar: usualCalendar,
  jobFamilies: [
    { id: 'audit', name: 'Audit & assurance' },
    { id: 'tax', name: 'Tax = advice' },
  ],
  ...more,
});
const storedOf = (programme: Programme): StoredItem => ({
  clientKey: programme.clientKey,
  itemId: '1',
  eTag: '"1"',
  fields: programmeFields(programme, { 'Audit Senior': 'audit', Partner: 'unknown' }),
  createdAt: '2026-11-01T00:00:00.000Z',
  modifiedAt: '2026-11-01T00:00:00.000Z',
  delivered: true,
});
const userOf = (userId: string): User => ({ tenantId: 't', userId, roles: [] });

const createStage = (...programmes: Programme[]) => createStageOf(programmes.map(storedOf));

function createStageOf(items: readonly StoredItem[]) {
  const stage = { now: 0, away: false, members: ['member', 'owner'] };
  const created = createProgrammes(
    {
      all: () => Promise.resolve(items),
      get: () => Promise.resolve(undefined),
      appendAll: () => Promise.resolve([]),
      append: () => Promise.resolve('accepted'),
      edit: () => Promise.reject(new Error('never')),
      history: () => Promise.reject(new Error('never')),
      removeUntouched: () => Promise.reject(new Error('never')),
      remove: () => Promise.reject(new Error('never')),
      removeAsRead: () => Promise.reject(new Error('never')),
      version: () => 1,
    },
    {
      groupMembers: () =>
        stage.away
          ? Promise.reject(new Error('away'))
          : Promise.resolve(
              stage.members.map((userId) => ({
                userId,
                userPrincipalName: `${userId}@example.com`,
                displayName: userId,
                jobTitle: 'audit senior',
                department: null,
                ...{ preferredLanguage: null, accountEnabled: true },
              })),
            ),
    },
    () => stage.now,
  );
  return Object.assign(stage, { programmes: created });
}

test('a programme comes back from its columns as it went in', () => {
  const programme = programmeOf({});
  expect(toProgramme(programme.clientKey, programmeFields(programme))).toEqual(programme);
  const bare = programmeOf({ deputyIds: [], channelId: null, jobFamilies: [] });
  expect(toProgramme(bare.clientKey, programmeFields(bare))).toEqual(bare);
});

test('its calendar comes back too, and where it is not filled in it is as usual', () => {
  const calendar: WorkingCalendar = {
    workingDays: ['monday', 'sunday'],
    holidays: ['2026-12-25', '2027-01-01'],
    responseDays: 3,
    unsafeResponseDays: 0,
  };
  const programme = programmeOf({ calendar });
  expect(toProgramme(programme.clientKey, programmeFields(programme))).toEqual(programme);
  const none = { WorkingDays: null, Holidays: null, ResponseDays: null, UnsafeResponseDays: null };
  const bare = toProgramme(programme.clientKey, { ...programmeFields(programme), ...none });
  expect(bare?.calendar).toEqual(usualCalendar);
});

test('a calendar that somebody wrote in SharePoint is read as far as it can be', () => {
  expect(
    toNamedCalendar({
      WorkingDays: 'Sonntag, mon;TUE. , Mittwoch\nMon-Fri',
      Holidays: '25.12.2026: Weihnachten\r\n2026-12-24\nNew Year\n2026-02-30',
      ResponseDays: 2.5,
      UnsafeResponseDays: 400,
    }),
  ).toEqual({
    workingDays: ['monday', 'tuesday', 'wednesday', 'sunday'],
    holidays: [
      { day: '2026-12-24', name: null },
      { day: '2026-12-25', name: 'Weihnachten' },
    ],
    responseDays: 2,
    unsafeResponseDays: 1,
  });
});

test.each([
  ['Weeks', 3],
  ['StartsOn', 'next Monday'],
  ['TimeZone', 'Atlantis/Capital'],
  ['Title', null],
])('an item whose %s was spoiled by hand is no programme', (column, value) => {
  const programme = programmeOf({});
  const fields = { ...programmeFields(programme), [column]: value };
  expect(toProgramme(programme.clientKey, fields)).toBeNull();
});

test('a person belongs to the programme they own before one they are a member of', async () => {
  const newer = programmeOf({
    clientKey: '00000000-0000-4000-8000-000000000002',
    ownerId: 'somebody else',
    startsOn: '2026-11-09',
  });
  const { programmes } = createStage(programmeOf({}), newer);
  const standing = async (userId: string) => {
    const membership = await programmes.membershipOf(userOf(userId));
    return membership && [membership.standing, membership.programme.clientKey.at(-1)];
  };
  expect(await standing('owner')).toEqual(['owner', '1']);
  expect(await standing('deputy')).toEqual(['deputy', '2']);
  expect(await standing('sponsor')).toEqual(['sponsor', '2']);
  expect(await standing('member')).toEqual(['member', '2']);
  expect(await standing('stranger')).toBeNull();
});

test('a programme that runs goes before one that has ended, whatever a person is in it', async () => {
  const ended = {
    ...{ ending: { how: 'sustain' }, message: 'Thank you all.', endedOn: '2026-11-20' },
  };
  const past = storedOf(programmeOf({}));
  const items = [
    { ...past, fields: { ...past.fields, Ended: JSON.stringify(ended) } },
    storedOf(
      programmeOf({
        clientKey: '00000000-0000-4000-8000-000000000002',
        ownerId: 'somebody else',
        startsOn: '2026-10-05',
      }),
    ),
  ];
  const membershipOf = (of: readonly StoredItem[]) =>
    createStageOf(of).programmes.membershipOf(userOf('owner'));
  expect((await membershipOf(items))?.standing).toBe('member');
  expect((await membershipOf(items.slice(0, 1)))?.standing).toBe('owner');
});

test('membership holds for a day while the directory is away', async () => {
  const stage = createStage(programmeOf({}));
  expect(await stage.programmes.membershipOf(userOf('member'))).not.toBeNull();
  Object.assign(stage, { away: true, now: 23 * 60 * 60_000 });
  expect(await stage.programmes.membershipOf(userOf('member'))).not.toBeNull();
});

test('who left the group is out within minutes', async () => {
  const stage = createStage(programmeOf({}));
  await stage.programmes.membershipOf(userOf('member'));
  Object.assign(stage, { members: [], now: 6 * 60_000 });
  expect(await stage.programmes.membershipOf(userOf('member'))).toBeNull();
});

test('a job title maps to a job family of the programme, and to none when it has no such', async () => {
  const programme = programmeOf({});
  const { programmes } = createStage(programme);
  const familyOf = (jobTitle: string | null) =>
    programmes.jobFamilyOf(programme, { jobTitle, department: null });
  expect(await familyOf(' AUDIT senior ')).toBe('audit');
  expect(await familyOf('Partner')).toBeNull();
  expect(await familyOf(null)).toBeNull();
  expect(await programmes.jobFamilyOfUser(programme, userOf('member'))).toBe('audit');
});

test('the mapping comes back from its columns, equals signs in a title and all', () => {
  const mapping = {
    jobTitles: [{ name: 'Head of R = D', jobFamily: 'audit' }],
    departments: [{ name: 'Tax', jobFamily: 'tax' }],
  };
  expect(toMapping(mappingFields(mapping))).toEqual(mapping);
});

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

test('while Graph is away and nothing is remembered, people are told to wait', async () => {
  it.tenant.faults.answer(503);
  expect((await it.ask('alice', '/api/workflows')).status).toBe(503);
  const response = await it.ask('carol', '/api/workflows');
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'peopleUnavailable' });
  expect(response.headers.get('retry-after')).toBeTruthy();
  it.tenant.faults.clear();
  expect((await it.ask('carol', '/api/workflows')).status).toBe(200);
});
