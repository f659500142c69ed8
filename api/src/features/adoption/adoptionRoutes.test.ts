import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  dashboardResponse,
  eventsReceipt,
  type DashboardResponse,
  type Flag,
  type MappedTask,
} from '@last-mile/shared/adoption';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import type { Role } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import { createTestDatabase, type TestDatabase } from '../../db/testDatabase';
import type { AppEnv } from '../../http/appEnv';
import { answerProblem } from '../../http/errors';
import { adoptionRoutes } from './adoptionRoutes';
import { noHealth, nothingBeside } from './noHealth';
import { createCopilotReportStatus } from './usageReports/copilotReportStatus';
import { createDashboard, type DashboardDependencies } from './dashboard';
import { createMembershipStore, type MembershipStore } from './people/membershipStore';
import { createPersonDigest } from './facts/subjects';
import { createUsageStore, type UsageStore } from './facts/usageStore';
import { createUsageVersion, type UsageVersion } from './facts/usageVersion';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
// A Wednesday: last week is still provisional.
const now = new Date('2026-11-25T12:00:00Z');
const people = Array.from({ length: 30 }, () => randomUUID());
const person = (index: number) => people[index] ?? '';

const programmeOf = (clientKey: string): Programme => ({
  clientKey,
  name: 'Everyday AI',
  ownerId: person(0),
  deputyIds: [person(1)],
  sponsorId: person(2),
  groupId: randomUUID(),
  channelId: null,
  startsOn: '2026-11-09',
  weeks: 8,
  targetActiveRate: 0.6,
  timeZone: 'Europe/Berlin',
  calendar: usualCalendar,
  jobFamilies: [],
});

let database: TestDatabase;
let usage: UsageStore;
let usageVersion: UsageVersion;
let membership: Pick<MembershipStore, 'replace'>;
let programme: Programme;

beforeAll(async () => {
  database = await createTestDatabase();
  const digest = createPersonDigest('a key for tests, 32 characters or more');
  usageVersion = await createUsageVersion(database);
  usage = createUsageStore(database, digest, usageVersion.changed);
  const store = createMembershipStore(database, tenantId, digest);
  membership = {
    async replace(...what) {
      await store.replace(...what);
      // What the notification does a moment later; these tests do not wait for it.
      usageVersion.changed();
    },
  };
  shared = createDashboard(dependenciesOn(database, usageVersion));
});
afterAll(() => database.end());

/** 20 in Audit, 6 in Tax, 4 on the Board; known since three weeks before the programme. */
beforeEach(async () => {
  await database.query(
    `TRUNCATE usage_event, draft_observation, redo_answer, held_fact, subject_week, subject_first,
              subject_draft_week, subject_redo_week,
              used_item, week_change, shown_week, group_week, membership_span`,
  );
  programme = programmeOf(randomUUID());
  const members = people.map((userId, index) => ({
    userId,
    department: index < 20 ? 'Audit' : index < 26 ? 'Tax' : 'Board',
    jobFamily: null,
  }));
  await membership.replace(programme.clientKey, members, '2026-10-19');
});

let shared: ReturnType<typeof createDashboard>;
let feedbackVersion = 1;
/** What the workflows, library and feedback features know. */
let tasks: MappedTask[] = [];
let flags: Flag[] = [];

function dependenciesOn(on: Database, version: UsageVersion): DashboardDependencies {
  return {
    ...nothingBeside,
    database: on,
    usedItems: () => usage.usedItems(),
    libraryHealth: async (_programme, _now, used) => ({
      ...noHealth.library,
      published: used.size,
    }),
    feedbackHealth: async () => ({ ...noHealth.feedback, open: feedbackVersion }),
    tasks: async () => tasks,
    flags: async () => flags,
    versions: () => ({
      usage: String(version.current()),
      library: '1',
      feedback: String(feedbackVersion),
    }),
  };
}

function appFor(userId: string, roles: readonly Role[] = []) {
  const dashboard = shared;
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('user', { tenantId, userId, roles });
      c.set('programme', programme);
      await next();
    })
    .route('/api', adoptionRoutes({ usage, dashboard, now: () => now }))
    .onError(answerProblem());
}

const event = (more: object = {}) => ({
  clientKey: randomUUID(),
  kind: 'promptCopied',
  at: '2026-11-17T09:00:00Z',
  itemKey: randomUUID(),
  version: 1,
  surface: 'teams',
  ...more,
});

/** When an event of a week that is closed happens. */
const inClosedWeek = { at: '2026-11-11T09:00:00Z' };

async function send(userId: string, ...events: unknown[]) {
  const response = await appFor(userId).request('/api/events', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ events }),
  });
  expect(response.status).toBe(202);
  return eventsReceipt.parse(await response.json());
}

async function dashboard(): Promise<DashboardResponse> {
  const response = await appFor(person(0), ['Champion']).request('/api/adoption/dashboard');
  expect(response.status).toBe(200);
  return dashboardResponse.parse(await response.json());
}

const unknown = { state: 'notEnoughData' };
const weekOf = (answer: DashboardResponse, week: string) =>
  answer.weeks.find((each) => each.week === week);
const departmentIn = (answer: DashboardResponse, department: string, week: string) =>
  answer.departments.find((row) => row.name === department)?.active[
    answer.weeks.findIndex((each) => each.week === week)
  ];

describe('usage events', () => {
  test('count once however often they are sent, in one batch or in several', async () => {
    const once = event();
    expect(await send(person(3), once, once)).toEqual({ accepted: 1, known: 1, refused: [] });
    expect(await send(person(3), once)).toEqual({ accepted: 0, known: 1, refused: [] });
    const rows = await database.query('SELECT ai_use FROM subject_week');
    expect(rows).toEqual([{ ai_use: 1 }]);
  });

  test('with a character that cannot be kept are refused alone', async () => {
    const spoiled = [
      event({ clientKey: `${randomUUID()}\0` }),
      event({ surface: 'teams\ud800' }),
      event({ 'extra\0': 1 }),
      '\0',
    ];
    const receipt = await send(person(3), event(), ...spoiled, event());
    expect(receipt).toMatchObject({ accepted: 2, known: 0 });
    expect(receipt.refused.map(({ index, reason }) => [index, reason])).toEqual(
      [1, 2, 3, 4].map((index) => [index, 'invalidEvent']),
    );
  });

  test('sent by many devices at the same time count once each', async () => {
    const events = Array.from({ length: 50 }, () => event());
    const receipts = await Promise.all(Array.from({ length: 8 }, () => send(person(3), ...events)));
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
    const rows = await database.query('SELECT ai_use FROM subject_week');
    expect(rows).toEqual([{ ai_use: 50 }]);
  });

  test('are refused one by one, and the good ones kept', async () => {
    const receipt = await send(
      person(3),
      event(),
      { hello: 'world' },
      event({ at: '2026-11-25T12:06:00Z' }),
      event({ at: '2026-01-01T00:00:00Z' }),
      event({ kind: 'templateInserted' }),
    );
    expect(receipt).toMatchObject({
      accepted: 2,
      refused: [
        { index: 1, reason: 'invalidEvent' },
        { index: 2, reason: 'inTheFuture' },
        { index: 3, reason: 'tooOld' },
      ],
    });
  });

  test('of someone who was never a member are refused, and leave no trace', async () => {
    const receipt = await send(randomUUID(), event());
    expect(receipt).toMatchObject({ accepted: 0, refused: [{ reason: 'unknownPerson' }] });
    expect(await database.query('SELECT 1 FROM usage_event')).toEqual([]);
  });

  test('hold no id of a person', async () => {
    await send(person(3), event());
    const rows = await database.query<{ all: string }>(
      'SELECT usage_event::text || usage_subject::text AS all FROM usage_event, usage_subject',
    );
    for (const { all } of rows) expect(people.some((id) => all.includes(id))).toBe(false);
  });

  test('that are past their retention are let go, and the counts stay', async () => {
    await send(person(3), event());
    expect(await usage.expire(new Date('2027-05-17T08:00:00Z'))).toBe(0);
    expect(await usage.expire(new Date('2027-05-18T09:00:01Z'))).toBe(1);
    expect(weekOf(await dashboard(), '2026-W47')?.active).toMatchObject({ n: 1 });
  });
});

describe('observations of drafts and of their use', () => {
  const draft = (more: object = {}) => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: '2026-11-17T09:00:00Z', minutes: 12.5 },
    ...{ taskKey: null, template: null, surface: 'outlook', ...more },
  });
  const answerOf = (redo: boolean, itemKey = randomUUID()) => ({
    ...{ clientKey: randomUUID(), kind: 'redoAnswered', at: '2026-11-17T09:00:00Z' },
    ...{ itemKey, version: 2, redo, surface: 'teams' },
  });

  test('are kept once beside the actions of the same batch, each in its own table', async () => {
    const batch = [event(), draft(), draft({ minutes: null }), answerOf(true)];
    expect(await send(person(3), ...batch)).toEqual({ accepted: 4, known: 0, refused: [] });
    expect(await send(person(3), ...batch, draft())).toEqual({
      ...{ accepted: 1, known: 4, refused: [] },
    });
    expect(await database.query('SELECT minutes, unobserved FROM subject_draft_week')).toEqual([
      { minutes: [12.5, 12.5], unobserved: 1 },
    ]);
    expect(await database.query('SELECT answers, redone FROM subject_redo_week')).toEqual([
      { answers: 1, redone: 1 },
    ]);
    expect(await database.query('SELECT 1 FROM usage_event')).toHaveLength(1);
  });

  test('sent again in another order, to two instances at the same time, count once each', async () => {
    for (let round = 0; round < 3; round += 1) {
      const facts = Array.from({ length: 1_000 }, () => [event(), draft(), answerOf(true)]).flat();
      const receipts = await Promise.all(
        [facts, facts.toReversed()].map((candidates) =>
          usage.record(
            [{ person: { tenantId, userId: person(3) }, candidates }],
            programme.timeZone,
            now,
          ),
        ),
      );
      const accepted = receipts.flat().map((receipt) => receipt.accepted);
      expect(accepted.reduce((sum, each) => sum + each)).toBe(facts.length);
    }
  });

  test('tell paragraph by paragraph what became of a template', async () => {
    const template = (paragraphs: string[], keptShare: number | null) => ({
      template: {
        itemKey: '7f0cf1a2-93b6-4b57-8a3b-54b6f4a60c22',
        version: 3,
        keptShare,
        paragraphs,
      },
    });
    await send(
      person(3),
      draft(template(['kept', 'rewritten'], 0.75)),
      draft(template(['kept', 'deleted'], null)),
      draft(template([], 1)),
    );
    expect(
      await database.query(
        `SELECT paragraphs, kept_share AS "keptShare" FROM draft_observation ORDER BY paragraphs`,
      ),
    ).toEqual([
      { paragraphs: [], keptShare: 1 },
      { paragraphs: ['kept', 'deleted'], keptShare: null },
      { paragraphs: ['kept', 'rewritten'], keptShare: 0.75 },
    ]);
    expect(
      // What a row lists has no order of its own.
      await database.query(
        `SELECT minutes, (SELECT array_agg(share ORDER BY share) FROM unnest(kept_shares) AS share) AS kept
           FROM subject_draft_week`,
      ),
    ).toEqual([{ minutes: [12.5, 12.5, 12.5], kept: [0.75, 1] }]);
  });

  test('of more than an hour, or of a part of a template over one, are refused', async () => {
    const receipt = await send(person(3), draft({ minutes: 61 }), draft({ minutes: -1 }));
    expect(receipt.refused.map(({ reason }) => reason)).toEqual(['invalidEvent', 'invalidEvent']);
  });

  test('past their retention are let go with the actions', async () => {
    await send(person(3), event(), draft(), answerOf(false));
    expect(await usage.expire(new Date('2027-05-18T09:00:01Z'))).toBe(3);
    expect(await database.query('SELECT 1 FROM subject_draft_week')).toHaveLength(1);
  });
});

describe('days that a report or an upload saw', () => {
  const days = (userId: string, ...which: string[]) =>
    which.map((day) => ({ person: { tenantId, userId }, day, kind: 'copilotActive' as const }));

  test('count once each, in whichever snapshot they come, as AI use in Copilot', async () => {
    const first = days(person(3), '2026-11-17', '2026-11-18');
    const zone = 'Pacific/Auckland';
    expect(await usage.recordDays(first, zone, now)).toEqual({
      ...{ accepted: 2, known: 0, unknownPeople: 0, outOfRange: 0 },
    });
    expect(await usage.recordDays([...first, ...days(person(3), '2026-11-23')], zone, now)).toEqual(
      { accepted: 1, known: 2, unknownPeople: 0, outOfRange: 0 },
    );
    const rows = await database.query(
      `SELECT to_char(at AT TIME ZONE '${zone}', 'YYYY-MM-DD') AS day, week::text FROM usage_event
        ORDER BY day`,
    );
    expect(rows).toEqual([
      { day: '2026-11-17', week: '2026-11-16' },
      { day: '2026-11-18', week: '2026-11-16' },
      { day: '2026-11-23', week: '2026-11-23' },
    ]);
    expect(weekOf(await dashboard(), '2026-W47')).toMatchObject({
      ...{
        aiUse: { n: 1 },
        templateUse: { n: 0 },
        surfaces: { copilot: { n: 1 }, teams: { n: 0 } },
      },
    });
  });

  test('of strangers, of tomorrow or of long ago are not counted, and said', async () => {
    const told = [
      ...days(randomUUID(), '2026-11-17', '2026-11-18'),
      ...days(person(3), '2026-11-26', '2026-01-01', '2026-11-25'),
    ];
    expect(await usage.recordDays(told, programme.timeZone, now)).toEqual({
      ...{ accepted: 1, known: 0, unknownPeople: 1, outOfRange: 2 },
    });
  });
});

describe('the dashboard', () => {
  test('counts distinct people of a week that is over, each kind apart', async () => {
    await send(person(3), event(), event({ kind: 'templateInserted' }));
    await send(person(4), event({ kind: 'promptOpened' }));
    expect(weekOf(await dashboard(), '2026-W47')).toEqual({
      week: '2026-W47',
      startsOn: '2026-11-16',
      state: 'provisional',
      phase: 'active',
      active: { state: 'known', n: 2, of: 30 },
      aiUse: { state: 'known', n: 2, of: 30 },
      templateUse: { state: 'known', n: 1, of: 30 },
      surfaces: {
        teams: { state: 'known', n: 2, of: 30 },
        outlook: { state: 'known', n: 0, of: 30 },
        copilot: { state: 'known', n: 0, of: 30 },
      },
      lifecycle: { new: 2, returning: 0, resurrecting: 0, dormant: 0 },
      moved: { joined: { state: 'few' }, left: { state: 'few' } },
      revision: null,
    });
  });

  test('counts late events once five people changed, and then says what a closed week had said', async () => {
    const earlier = { at: '2026-11-11T09:00:00Z' };
    await send(person(3), event(earlier));
    expect(weekOf(await dashboard(), '2026-W46')).toMatchObject({
      ...{ state: 'closed', active: { n: 1 }, lifecycle: { new: 1 }, revision: null },
    });
    for (const index of [4, 5, 6, 7]) await send(person(index), event(earlier));
    // The fifth has acted in that week before: nothing shows of what else they did.
    await send(person(3), event(earlier));
    expect(weekOf(await dashboard(), '2026-W46')).toMatchObject({
      ...{ active: { n: 1 }, lifecycle: { new: 1 }, revision: null },
    });
    await send(person(8), event(earlier));
    expect(weekOf(await dashboard(), '2026-W46')).toMatchObject({
      ...{ active: { n: 6 }, lifecycle: { new: 6 } },
      revision: { changedAt: now.toISOString(), wasActive: { state: 'known', n: 1, of: 30 } },
    });
    expect(weekOf(await dashboard(), '2026-W47')).toMatchObject({ lifecycle: { dormant: 6 } });
  });

  test('lets late events in once five of a department changed, and the others wait', async () => {
    const firm = people.map((userId, index) => ({
      ...{ userId, department: index < 15 ? 'Audit' : 'Tax', jobFamily: null },
    }));
    await membership.replace(programme.clientKey, firm, '2026-10-19');
    const act = async (...indexes: number[]) => {
      for (const index of indexes) await send(person(index), event(inClosedWeek));
    };
    const shown = async () => {
      const answer = await dashboard();
      return [
        weekOf(answer, '2026-W46')?.active,
        departmentIn(answer, 'Audit', '2026-W46'),
        departmentIn(answer, 'Tax', '2026-W46'),
      ];
    };
    await act(0, 1, 15, 16);
    expect(await shown()).toMatchObject([{ n: 4 }, { n: 2 }, { n: 2 }]);
    await act(2, 3, 17, 18, 19);
    expect(await shown()).toMatchObject([{ n: 4 }, { n: 2 }, { n: 2 }]);
    await act(20, 21);
    expect(await shown()).toMatchObject([{ n: 9 }, { n: 2 }, { n: 7 }]);
    await act(4, 5, 6);
    expect(await shown()).toMatchObject([{ n: 14 }, { n: 7 }, { n: 7 }]);
  });

  test('shows groups once their week is closed: until then many still come late', async () => {
    for (const index of [0, 1, 15, 16, 20]) await send(person(index), event());
    const answer = await dashboard();
    expect(weekOf(answer, '2026-W47')).toMatchObject({ state: 'provisional', active: { n: 5 } });
    expect(departmentIn(answer, 'Audit', '2026-W47')).toEqual({ state: 'notEnoughData' });
    const thursday = await shared(programme, new Date('2026-11-26T12:00:00Z'));
    expect(departmentIn(thursday, 'Audit', '2026-W47')).toEqual({ state: 'known', n: 4, of: 20 });
  });

  test('says nothing yet of the running week, rather than a low number', async () => {
    await send(person(3), event({ at: '2026-11-24T09:00:00Z' }));
    expect(weekOf(await dashboard(), '2026-W48')).toMatchObject({
      state: 'running',
      active: { state: 'notEnoughData' },
    });
  });

  test('starts where membership starts, with the weeks before the programme', async () => {
    const { weeks } = await dashboard();
    expect(weeks.map(({ week, phase }) => `${week} ${phase}`)).toEqual([
      '2026-W43 before',
      '2026-W44 before',
      '2026-W45 before',
      '2026-W46 active',
      '2026-W47 active',
      '2026-W48 active',
    ]);
  });

  test('hides a department of four and bands one of six, so that neither figure can be had', async () => {
    for (const index of [0, 1, 2, 20, 21, 26]) await send(person(index), event(inClosedWeek));
    const answer = await dashboard();
    expect(departmentIn(answer, 'Board', '2026-W46')).toEqual({ state: 'hidden' });
    expect(departmentIn(answer, 'Tax', '2026-W46')).toEqual({
      ...{ state: 'band', of: 6, half: 'under' },
    });
    expect(departmentIn(answer, 'Audit', '2026-W46')).toEqual({ state: 'known', n: 3, of: 20 });
  });

  test('keeps hidden what it has hidden, when a late event would allow to show it', async () => {
    // Nobody in Tax and on the Board: what Audit has would say so of each of them.
    for (const index of [0, 1]) await send(person(index), event(inClosedWeek));
    expect(departmentIn(await dashboard(), 'Audit', '2026-W46')).toEqual({ state: 'hidden' });
    for (const index of [20, 21, 22, 23, 24]) await send(person(index), event(inClosedWeek));
    const answer = await dashboard();
    expect(weekOf(answer, '2026-W46')?.active).toMatchObject({ n: 7 });
    expect(departmentIn(answer, 'Tax', '2026-W46')).toMatchObject({ state: 'band', half: 'over' });
    expect(departmentIn(answer, 'Audit', '2026-W46')).toEqual({ state: 'hidden' });
  });

  test('leaves history where it was when someone moves or leaves', async () => {
    await send(person(0), event());
    const before = await dashboard();
    await membership.replace(
      programme.clientKey,
      people.slice(1).map((userId) => ({ userId, department: 'Audit', jobFamily: null })),
      '2026-11-25',
    );
    expect(await dashboard()).toEqual(before);
  });

  test('hands the items that were used to the health of the library', async () => {
    const itemKey = randomUUID();
    await send(person(0), event({ itemKey }), event({ itemKey }));
    expect((await dashboard()).library.published).toBe(1);
  });

  test("is for the programme's champions and for leaders, not for members", async () => {
    const asked = async (userId: string, roles: readonly Role[]) =>
      (await appFor(userId, roles).request('/api/adoption/dashboard')).status;
    expect(await asked(person(0), ['Champion'])).toBe(200);
    expect(await asked(person(1), ['Champion'])).toBe(200);
    expect(await asked(person(9), ['Champion'])).toBe(403);
    expect(await asked(person(2), ['Leader'])).toBe(200);
    expect(await asked(person(9), [])).toBe(403);
  });

  test('of 900 people over 22 weeks is read in less than 20 ms where the machine is free', async () => {
    programme = { ...programme, startsOn: '2026-09-07' };
    const firm = Array.from({ length: 900 }, (_, index) => ({
      userId: randomUUID(),
      department: `Department ${index % 10}`,
      jobFamily: null,
    }));
    await membership.replace(programme.clientKey, firm, '2026-06-29');
    await database.query(
      `INSERT INTO subject_week
       SELECT week::date, subject_id, 3, 3, true, true, false, '{}' FROM membership_span,
              generate_series('2026-06-29'::date, '2026-11-23', '7 days') AS week
        WHERE programme_key = $1 AND hashtext(subject_id::text || week) % 2 = 0`,
      [programme.clientKey],
    );
    const answer = await dashboard();
    expect(answer.weeks.length).toBeGreaterThanOrEqual(22);
    const times: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const start = performance.now();
      await dashboard();
      times.push(performance.now() - start);
    }
    // The 95th percentile is the bench's: here other tests may run beside this one.
    times.sort((one, other) => one - other);
    expect(times[10]).toBeLessThan(20);
  });
});

describe('drafting time', () => {
  const sent = (day: string, minutes: number | null, itemKey?: string) => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: `${day}T09:00:00Z`, minutes },
    template: itemKey === undefined ? null : { itemKey, version: 1, keptShare: 1, paragraphs: [] },
    ...{ taskKey: null, surface: 'outlook' },
  });
  const itemKey = randomUUID();

  test('compares the same people with and without a template, and before and since the start', async () => {
    for (const index of Array.from({ length: 12 }).keys()) {
      await send(person(index), sent('2026-11-03', 25), sent('2026-11-10', 20 + index));
      await send(person(index), sent('2026-11-11', 14 + index, itemKey), sent('2026-11-12', null));
    }
    const { draftingTime } = await dashboard();
    expect(draftingTime).toEqual({
      weekly: [
        ...[unknown, unknown, { state: 'known', value: 25, n: 12 }],
        ...[{ state: 'known', value: 22.5, n: 12 }, unknown, unknown],
      ],
      withTemplate: {
        ...{ state: 'known', people: 12, first: 25.25, second: 19.5 },
        ...{ difference: -5.75, shift: -5.75, low: -7, high: -4.5 },
      },
      sinceStart: {
        ...{ state: 'known', people: 12, first: 25, second: 22.5 },
        ...{ difference: -2.5, shift: -2.5, low: -5, high: 0 },
      },
      observed: { state: 'known', n: 36, of: 48 },
    });
  });

  test('is not told of fewer than ten pairs, nor a week of fewer than five people', async () => {
    for (const index of Array.from({ length: 9 }).keys()) {
      await send(person(index), sent('2026-11-10', 20), sent('2026-11-11', 14, itemKey));
    }
    for (const index of [0, 1, 2, 3]) await send(person(index), sent('2026-11-03', 20));
    const { weekly, withTemplate } = (await dashboard()).draftingTime;
    expect(withTemplate).toEqual(unknown);
    expect(weekly[2]).toEqual(unknown);
    expect(weekly[3]).toEqual({ state: 'known', value: 17, n: 9 });
  });

  test('changes with late drafts of five people, not with one that comes with other facts', async () => {
    for (const index of [0, 1, 2, 3, 4]) await send(person(index), sent('2026-11-10', 20));
    const shown = async () => (await dashboard()).draftingTime.weekly[3];
    expect(await shown()).toEqual({ state: 'known', value: 20, n: 5 });
    const late = event({ at: '2026-11-10T10:00:00Z' });
    for (const index of [5, 6, 7, 8, 9])
      await send(person(index), { ...late, clientKey: randomUUID() });
    await send(person(5), sent('2026-11-10', 4));
    expect(await shown()).toEqual({ state: 'known', value: 20, n: 5 });
    for (const index of [6, 7, 8, 9, 10, 11]) await send(person(index), sent('2026-11-10', 4));
    expect(await shown()).toEqual({ state: 'known', value: 4, n: 12 });
  });
});

describe('trust and tasks', () => {
  const [reply, minutes] = [randomUUID(), randomUUID()];
  const [shortReply, longReply, agenda] = [randomUUID(), randomUUID(), randomUUID()];
  const tuesday = '2026-11-10T09:00:00Z';
  const nothing = { keptShare: unknown, redoRate: unknown, flagsPer100: unknown };

  beforeEach(() => {
    tasks = [
      {
        ...{ workflowKey: reply, task: 'Reply to a client', jobFamily: 'Audit' },
        itemKeys: [shortReply, longReply],
      },
      { workflowKey: minutes, task: 'Write minutes', jobFamily: 'Audit', itemKeys: [] },
    ];
    feedbackVersion += 1;
  });
  afterEach(() => {
    [tasks, flags] = [[], []];
    feedbackVersion += 1;
  });

  const used = (itemKey: string) => event({ at: tuesday, itemKey });
  const sent = (itemKey: string, keptShare: number | null) => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: tuesday, minutes: 12, taskKey: reply },
    template: { itemKey, version: 1, keptShare, paragraphs: [] },
    surface: 'outlook',
  });
  const answered = (itemKey: string, redo: boolean) => ({
    ...{ clientKey: randomUUID(), kind: 'redoAnswered', at: tuesday, itemKey, version: 1, redo },
    surface: 'teams',
  });

  test('are told of all items, and of each task by its own', async () => {
    for (const index of [0, 1, 2, 3, 4]) {
      await send(person(index), used(shortReply), used(longReply), used(agenda));
      await send(person(index), sent(shortReply, 0.8), sent(agenda, 0.5), sent(agenda, null));
      await send(person(index), answered(longReply, index === 0), answered(agenda, true));
    }
    flags = [
      { at: new Date(tuesday), itemKey: shortReply },
      { at: new Date(tuesday), itemKey: null },
      // Of a week that is not closed.
      { at: new Date('2026-11-17T09:00:00Z'), itemKey: shortReply },
    ];
    const answer = await dashboard();
    expect(answer.trust).toEqual({
      keptShare: { state: 'known', value: 0.65, n: 10 },
      redoRate: { state: 'known', value: 0.6, n: 10 },
      flagsPer100: { state: 'known', value: 200 / 15, n: 15 },
    });
    expect(answer.tasks).toEqual([
      {
        ...{ workflowKey: reply, task: 'Reply to a client', jobFamily: 'Audit' },
        ...{ publishedItems: 2, uses: { state: 'known', value: 10, n: 5 }, withTemplate: unknown },
        trust: {
          keptShare: { state: 'known', value: 0.8, n: 5 },
          redoRate: { state: 'known', value: 0.2, n: 5 },
          flagsPer100: { state: 'known', value: 10, n: 10 },
        },
      },
      {
        ...{ workflowKey: minutes, task: 'Write minutes', jobFamily: 'Audit' },
        ...{ publishedItems: 0, uses: unknown, withTemplate: unknown, trust: nothing },
      },
    ]);
    expect(answer.library).toMatchObject({ tasks: 2, tasksWithItem: 1 });
  });

  test('are not told of fewer than five people, however much they did', async () => {
    for (const index of [0, 1, 2, 3]) {
      await send(person(index), used(shortReply), used(shortReply), sent(shortReply, 1));
      await send(person(index), answered(shortReply, true), answered(shortReply, true));
    }
    const answer = await dashboard();
    expect(answer.trust).toEqual(nothing);
    expect(answer.tasks[0]).toMatchObject({ uses: unknown, trust: nothing });
  });

  test('follow the items of a task and the flags at once', async () => {
    for (const index of [0, 1, 2, 3, 4]) await send(person(index), used(shortReply), used(agenda));
    expect((await dashboard()).tasks[1]).toMatchObject({ publishedItems: 0, uses: unknown });
    tasks = tasks.map((task) =>
      task.workflowKey === minutes ? { ...task, itemKeys: [agenda] } : task,
    );
    flags = [{ at: new Date(tuesday), itemKey: agenda }];
    feedbackVersion += 1;
    const answer = await dashboard();
    expect(answer.tasks[1]).toMatchObject({
      ...{ publishedItems: 1, uses: { state: 'known', value: 5, n: 5 } },
      trust: { flagsPer100: { state: 'known', value: 20, n: 5 } },
    });
    expect(answer.trust.flagsPer100).toEqual({ state: 'known', value: 10, n: 10 });
  });
});

describe("what is known of Copilot's report", () => {
  test('is as it stands now, whichever week is asked for', async () => {
    expect((await dashboard()).copilot).toEqual({ state: 'none' });
    await createCopilotReportStatus(database).keep(
      { state: 'concealed', reportedOn: '2026-11-23' },
      now,
    );
    const told = { state: 'concealed', reportedOn: '2026-11-23' };
    await expect.poll(async () => (await dashboard()).copilot).toEqual(told);
    const before = await shared(programme, now, { until: '2026-W45' });
    expect(before.copilot).toEqual(told);
  });
});

describe('habit', () => {
  const tuesdays = ['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10'];
  const on = (day: string, times = 1) =>
    Array.from({ length: times }, () => event({ at: `${day}T09:00:00Z` }));

  test('tells how firmly people use AI over the last four closed weeks', async () => {
    await send(person(3), ...tuesdays.flatMap((day) => on(day, 15)));
    await send(person(4), ...tuesdays.flatMap((day) => on(day)));
    await send(person(5), ...on('2026-11-03', 4));
    await send(person(6), ...on('2026-11-03', 3));
    // In a week that is not closed yet.
    await send(person(7), ...on('2026-11-17', 60));
    expect((await dashboard()).habit).toEqual({
      ...{ state: 'known', weeks: 4, of: 30 },
      ...{ power: 1, habitual: 1, novice: 1, low: 1, none: 26 },
    });
  });

  test('of fewer than ten people is hidden: it would say too much of each', async () => {
    const nine = people.slice(0, 9);
    const members = nine.map((userId) => ({ userId, department: 'Audit', jobFamily: null }));
    await membership.replace(programme.clientKey, members, '2026-10-19');
    expect((await dashboard()).habit).toEqual({ state: 'hidden' });
  });

  test('is not known before four weeks are closed', async () => {
    const members = people.map((userId) => ({ userId, department: 'Audit', jobFamily: null }));
    programme = programmeOf(randomUUID());
    await membership.replace(programme.clientKey, members, '2026-10-26');
    expect((await dashboard()).habit).toEqual({ state: 'notEnoughData' });
  });

  test('counts late actions once five people have some', async () => {
    const low = async () => {
      const { habit } = await dashboard();
      return habit.state === 'known' ? habit.low : null;
    };
    expect(await low()).toBe(0);
    for (const index of [3, 4, 5, 6]) await send(person(index), ...on('2026-11-03'));
    expect(await low()).toBe(0);
    await send(person(7), ...on('2026-11-03'));
    // The view that lets them in is answered with what was known; then it is worked out again.
    await expect.poll(low).toBe(5);
  });
});

describe('the dashboard as it stood at the end of a week', () => {
  const asked = (until: string) =>
    appFor(person(0), ['Champion']).request(`/api/adoption/dashboard?until=${until}`);

  test('ends with that week, and is otherwise what it says today', async () => {
    for (const index of [3, 4, 20])
      await send(person(index), event({ at: '2026-11-03T09:00:00Z' }));
    await send(person(5), event({ at: '2026-11-10T09:00:00Z' }));
    const today = await dashboard();
    const then = dashboardResponse.parse(await (await asked('2026-W45')).json());
    expect(then.weeks).toEqual(today.weeks.slice(0, 3));
    expect(then.departments.map(({ active }) => active)).toEqual(
      today.departments.map(({ active }) => active.slice(0, 3)),
    );
    expect(then.retention).toEqual([{ startsOn: '2026-11-02', active: [{ state: 'hidden' }] }]);
    expect(then.draftingTime.weekly).toHaveLength(3);
    expect(then.library).toEqual(today.library);
    expect(await dashboard()).toEqual(today);
  });

  test.each([
    ['2026-45', 'Use a week as 2026-W48.'],
    ['2025-W53', 'This year has no such week.'],
    ['2026-W47', 'Ask for a closed week from 2026-W43 to 2026-W46.'],
    ['2026-W42', 'Ask for a closed week from 2026-W43 to 2026-W46.'],
    ['2027-W01', 'Ask for a closed week from 2026-W43 to 2026-W46.'],
  ])('is refused for %s: %s', async (until, message) => {
    const response = await asked(until);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issues: [{ path: 'until', message }] });
  });

  test('is refused while no week is closed', async () => {
    programme = programmeOf(randomUUID());
    const members = people.map((userId) => ({ userId, department: 'Audit', jobFamily: null }));
    await membership.replace(programme.clientKey, members, '2026-11-23');
    expect(await (await asked('2026-W46')).json()).toMatchObject({
      issues: [{ path: 'until', message: 'No week is closed yet.' }],
    });
  });

  test('takes no other question', async () => {
    expect((await asked('2026-W46&department=Tax')).status).toBe(400);
    expect((await asked('2026-W46&until=2026-W45')).status).toBe(400);
  });
});

describe('a dashboard looked at again', () => {
  const lastWeek = '2026-W47';

  /** Counts what is asked of the database. */
  function counting() {
    const counted = { statements: 0 };
    const on: Database = {
      ...database,
      query: (...asked) => {
        counted.statements += 1;
        return database.query(...asked);
      },
    };
    return { counted, on };
  }

  test('asks the database nothing while nothing changed', async () => {
    const { counted, on } = counting();
    const look = createDashboard(dependenciesOn(on, usageVersion));
    const statementsOf = async (at: Date) => {
      const before = counted.statements;
      const answer = await look(programme, at);
      return { statements: counted.statements - before, answer };
    };
    const first = await statementsOf(now);
    expect(first.statements).toBeGreaterThan(0);
    // The notification of what went before may still be on its way.
    await expect.poll(async () => (await statementsOf(now)).statements).toBe(0);
    const later = new Date(now.getTime() + 60_000);
    expect(await statementsOf(later)).toEqual({
      statements: 0,
      answer: { ...first.answer, asOf: later.toISOString() },
    });
  });

  test('shows a new event and new feedback at once', async () => {
    const { open } = (await dashboard()).feedback;
    for (const index of [4, 5, 6, 7]) await send(person(index), event());
    expect(weekOf(await dashboard(), lastWeek)?.active).toMatchObject({ n: 0, of: 30 });
    await send(person(8), event());
    feedbackVersion += 1;
    const again = await dashboard();
    expect(weekOf(again, lastWeek)?.active).toMatchObject({ n: 5, of: 30 });
    expect(again.feedback.open).toBe(open + 1);
    expect(again.library.published).toBe(5);
  });

  test('shows changed settings of the programme at once', async () => {
    await dashboard();
    programme = { ...programme, startsOn: '2026-11-16' };
    expect(weekOf(await dashboard(), '2026-W46')?.phase).toBe('before');
  });

  test('is another one the next day', async () => {
    expect(weekOf(await shared(programme, now), lastWeek)?.state).toBe('provisional');
    const thursday = new Date('2026-11-26T12:00:00Z');
    expect(weekOf(await shared(programme, thursday), lastWeek)?.state).toBe('closed');
  });

  test('on another instance shows events and members as soon as it is told', async () => {
    const elsewhere = await createUsageVersion(database);
    const look = createDashboard(dependenciesOn(database, elsewhere));
    const active = async () => weekOf(await look(programme, now), lastWeek)?.active;
    expect(await active()).toMatchObject({ n: 0, of: 30 });
    for (const index of [6, 7, 8, 9, 10]) await send(person(index), event());
    await expect.poll(active).toMatchObject({ n: 5, of: 30 });
    const fewer = people.slice(0, 25).map((userId) => ({
      userId,
      department: 'Audit',
      jobFamily: null,
    }));
    await membership.replace(programme.clientKey, fewer, '2026-11-16');
    await expect.poll(active).toMatchObject({ n: 5, of: 25 });
    await elsewhere.close();
  });

  test('is told of nothing by what happens in the running week', async () => {
    const today = { at: '2026-11-25T09:00:00Z', itemKey: randomUUID() };
    await send(person(7), event(today));
    // The notification of that item's first use comes in meanwhile, and none after it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = usageVersion.current();
    await send(person(7), event(today), event(today));
    await send(person(8), event(today));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(usageVersion.current()).toBe(before);
  });
});
