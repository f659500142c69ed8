import { afterEach, describe, expect, test } from 'vitest';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../../local-tenant/testing/adoptionStage';
import { people } from '../../../../local-tenant/testProduct';
import type { TenantSwitches } from '../../../../local-tenant/storage/switches';
import { DeltaExpired } from '../../../graph/groupDelta';
import { createLease } from '../../../sync/lease';
import { createMembershipPositions } from './membershipPositions';
import { createMembershipStore } from './membershipStore';
import { createMembershipSync } from './membershipSync';
import { createPersonDigest } from '../facts/subjects';

let stage: AdoptionStage;
afterEach(() => stage.close());

const sync = () => stage.product.members.run();
const callsTo = (path: string) =>
  stage.tenant.meter
    .byPath()
    .filter((line) => line.path === path)
    .reduce((sum, { calls }) => sum + calls, 0);
const at = (instant: string) => {
  stage.clock.at = new Date(instant);
};
/** Who is a member now, and how many spans there are in all. */
const spans = async () => {
  const [row] = await stage.database.query(
    `SELECT count(*) FILTER (WHERE valid_to IS NULL) AS open, count(*) AS "all"
       FROM membership_span WHERE programme_key = $1`,
    [stage.programme.clientKey],
  );
  return row;
};
const act = async (person: string) => {
  const token = await stage.tenant.entra.userToken(person);
  const event = {
    ...{ clientKey: crypto.randomUUID(), kind: 'promptCopied', at: stage.clock.at.toISOString() },
    ...{ itemKey: crypto.randomUUID(), version: 1, surface: 'teams' },
  };
  expect((await stage.ask({ token }, '/api/events', { events: [event] })).status).toBe(202);
};
/** Groups of the firm that are inside the programme's, whose people are in the programme through them. */
const audit = '6a0b0000-0000-4000-8000-000000000a01';
const seniors = '6a0b0000-0000-4000-8000-000000000a02';
const setGroup = (id: string, memberIds: readonly string[]) => {
  stage.tenant.directory.addGroup({ id, displayName: 'Inside', memberIds });
};
const weekOf = async (startsOn: string) =>
  (await stage.dashboard()).weeks.find((week) => week.startsOn === startsOn);

describe('membership as-of', () => {
  test('last month’s rate never moves when people leave, join or change departments', async () => {
    stage = await createAdoptionStage('2026-10-19T08:00:00Z');
    const { colleagues, members } = stage;
    for (const person of colleagues.slice(0, 9)) await act(person);
    at('2026-11-20T08:00:00Z');
    const before = await stage.dashboard();
    expect(before.weeks[0]?.active).toEqual({ state: 'known', n: 9, of: 15 });

    const newcomer = '00000000-0000-4000-8000-000000000999';
    const model = stage.tenant.directory.user(people.carol)!;
    stage.tenant.directory.addUsers([
      { ...model, id: newcomer, userPrincipalName: 'newcomer@example.com' },
    ]);
    stage.setMembers([
      ...members.filter((person) => !colleagues.slice(0, 5).includes(person)),
      newcomer,
    ]);
    stage.setPerson(colleagues[8]!, { department: 'Audit', jobTitle: 'Audit Senior' });
    at('2026-11-21T09:00:00Z');
    await sync();
    expect(await spans()).toEqual({ open: 11, all: 17 });
    const after = await stage.dashboard();
    const untilNow = before.weeks.length - 1;
    expect(after.weeks.slice(0, untilNow)).toEqual(before.weeks.slice(0, untilNow));
    expect(after.departments).toEqual(before.departments);
    at('2026-11-27T08:00:00Z');
    expect((await weekOf('2026-11-16'))?.active).toMatchObject({ of: 11 });
    expect((await weekOf('2026-10-19'))?.active).toEqual({ state: 'known', n: 9, of: 15 });
  });

  test('who joins and leaves is told by the group’s delta alone', async () => {
    stage = await createAdoptionStage('2026-11-23T08:00:00Z');
    stage.tenant.meter.reset();
    at('2026-11-23T08:10:00Z');
    stage.setMembers([...stage.members.filter((person) => person !== people.carol), people.frank]);
    await sync();
    // Frank was looked up; for the other programme nothing is new.
    expect(callsTo('/groups/delta')).toBe(2);
    expect(callsTo('/users/{user}')).toBe(1);
    expect(callsTo('/groups/{group}/transitiveMembers')).toBe(0);
    // Carol joined and left on the same day: she was never a member on any.
    expect(await spans()).toEqual({ open: 15, all: 15 });
    stage.tenant.meter.reset();
    await sync();
    expect(stage.tenant.meter.calls()).toBe(2);
  });

  test('a changed title or department is seen within a day, and holds from that day', async () => {
    stage = await createAdoptionStage('2026-11-02T08:00:00Z');
    stage.setPerson(stage.colleagues[0]!, { department: 'Tax', jobTitle: 'Tax Adviser' });
    at('2026-11-03T07:50:00Z');
    await sync();
    expect(await spans()).toEqual({ open: 15, all: 15 });
    at('2026-11-03T08:00:00Z');
    await sync();
    expect(await spans()).toEqual({ open: 15, all: 16 });
    const rows = await stage.database.query(
      `SELECT department, job_family AS "jobFamily", valid_from::text AS "from", valid_to::text AS "to"
         FROM membership_span WHERE subject_id = (
           SELECT subject_id FROM membership_span WHERE valid_to IS NOT NULL) ORDER BY valid_from`,
    );
    expect(rows).toEqual([
      { department: 'Audit', jobFamily: 'audit', from: '2026-11-02', to: '2026-11-03' },
      { department: 'Tax', jobFamily: null, from: '2026-11-03', to: null },
    ]);
  });

  test.each(['410', 'syncStateNotFound400'] as const)(
    'a delta that expired (%s) is a new reading of everybody, and nobody’s past moves',
    async (expiredDirectoryDelta: TenantSwitches['expiredDirectoryDelta']) => {
      stage = await createAdoptionStage('2026-11-02T08:00:00Z', { expiredDirectoryDelta });
      // Read a moment ago, so that only the delta's age makes everybody be read.
      at('2026-11-10T08:00:01Z');
      await stage.database.query('UPDATE membership_sync SET read_at = $1', [stage.clock.at]);
      stage.setMembers(stage.members.slice(0, 14));
      stage.tenant.meter.reset();
      await sync();
      expect(callsTo('/groups/{group}/transitiveMembers')).toBe(2);
      expect(await spans()).toEqual({ open: 14, all: 15 });
      stage.setMembers(stage.members);
      await sync();
      expect(callsTo('/groups/{group}/transitiveMembers')).toBe(2);
      // The one who left that day and came back has a span before it and one since.
      expect(await spans()).toEqual({ open: 15, all: 16 });
    },
  );

  test('a group that cannot be read keeps its members, and the other programmes go on', async () => {
    stage = await createAdoptionStage('2026-11-23T08:00:00Z');
    stage.setMembers(stage.members.slice(0, 10));
    stage.tenant.faults.answer(404, { path: '/groups/delta', times: 1 });
    stage.tenant.meter.reset();
    await sync();
    expect(callsTo('/groups/delta')).toBe(2);
    await sync();
    expect(await spans()).toEqual({ open: 10, all: 10 });
  });

  test('is kept by one instance of two at a time', async () => {
    stage = await createAdoptionStage('2026-11-23T08:00:00Z');
    const other = await stage.another();
    stage.tenant.meter.reset();
    await Promise.all([sync(), other.members.run()]);
    expect(callsTo('/groups/delta')).toBe(2);
  });

  test('is not written by an instance that stalled and was overtaken', async () => {
    stage = await createAdoptionStage('2026-11-23T08:00:00Z');
    const { database, programme, tenant } = stage;
    await database.query('TRUNCATE membership_span, membership_sync');
    const errors: unknown[] = [];
    const stalled = createMembershipSync({
      lease: createLease(database, 'membership', 60),
      store: createMembershipStore(
        database,
        tenant.tenantId,
        createPersonDigest('a key for tests, 32 characters or more'),
      ),
      positions: createMembershipPositions(database),
      usage: { expire: async () => 0 },
      programmes: async () => [programme],
      jobFamilyOf: async () => null,
      mappingOf: async () => '',
      async readTree() {
        // It takes so long that another instance takes over, and finishes.
        await database.query(`UPDATE lease SET expires_at = now() - interval '1 second'`);
        await sync();
        const frank = { userId: people.frank, userPrincipalName: 'frank@example.com' };
        return { members: [{ ...frank, department: null, jobTitle: null }], groupIds: [] };
      },
      readPeople: async () => new Map(),
      readChanges: async (_group, deltaLink) => {
        if (deltaLink !== null) throw new DeltaExpired();
        const link = { deltaLink: 'of the stalled one' };
        return { joined: [], left: [], isNestedAnew: false, ...link };
      },
      now: () => stage.clock.at,
      onError: (error) => errors.push(error),
    });
    await stalled.run();
    expect(errors).toEqual([]);
    expect(await spans()).toEqual({ open: 15, all: 15 });
    const links = await database.query('SELECT delta_link FROM membership_sync');
    expect(JSON.stringify(links)).not.toContain('of the stalled one');
  });
});

describe('groups inside the programme’s group', () => {
  /** Five people of a group inside a group inside the programme's, and two of the programme's own. */
  async function nest() {
    stage = await createAdoptionStage('2026-11-02T08:00:00Z');
    const { colleagues } = stage;
    setGroup(seniors, colleagues.slice(0, 5));
    setGroup(audit, [seniors, colleagues[5]!]);
    stage.setMembers([people.alice, people.bob, audit]);
    at('2026-11-03T08:00:00Z');
    await sync();
  }

  test('make their people members, and people of the programme in the tab', async () => {
    await nest();
    expect(await spans()).toEqual({ open: 8, all: 15 });
    const me = await stage.ask(
      { token: await stage.tenant.entra.userToken(stage.colleagues[0]!) },
      '/api/me',
    );
    expect(await me.json()).toMatchObject({ programme: { clientKey: stage.programme.clientKey } });
  });

  test('are followed by the same delta: who joins one is a member, who left all is none', async () => {
    await nest();
    const { colleagues } = stage;
    stage.tenant.meter.reset();
    setGroup(seniors, colleagues.slice(0, 7));
    await sync();
    expect(callsTo('/groups/{group}/transitiveMembers')).toBe(0);
    // The sixth was one already, by the group around it.
    expect(await spans()).toMatchObject({ open: 9 });
    // The sixth leaves one of two groups, the first the only one.
    setGroup(seniors, [...colleagues.slice(1, 5), colleagues[6]!]);
    await sync();
    expect(await spans()).toMatchObject({ open: 8 });
  });

  test('that join or leave bring and take their people', async () => {
    await nest();
    setGroup(audit, [stage.colleagues[5]!]);
    await sync();
    expect(await spans()).toMatchObject({ open: 3 });
    setGroup(audit, [seniors]);
    await sync();
    expect(await spans()).toMatchObject({ open: 7 });
    setGroup(seniors, stage.colleagues);
    await sync();
    expect(await spans()).toMatchObject({ open: 14 });
  });

  test('may hold each other, and may be more than one delta can follow', async () => {
    await nest();
    setGroup(seniors, [...stage.colleagues.slice(0, 5), audit]);
    const many = Array.from(
      { length: 50 },
      (_, index) => `${seniors.slice(0, -4)}b${String(index).padStart(3, '0')}`,
    );
    for (const id of many) setGroup(id, []);
    setGroup(audit, [seniors, ...many]);
    await sync();
    expect(await spans()).toMatchObject({ open: 7 });
    setGroup(many[49]!, [people.carol]);
    await sync();
    expect(await spans()).toMatchObject({ open: 8 });
  });
});
