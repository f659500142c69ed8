import { addDays } from '@last-mile/shared/calendar';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../../local-tenant/testing/adoptionStage';
import { people } from '../../../../local-tenant/testProduct';
import { createLease } from '../../../sync/lease';

const reports = '/copilot/reports';
const hour = 60 * 60_000;

let stage: AdoptionStage;
afterEach(() => stage.close());

const later = (hours: number) => {
  stage.clock.at = new Date(stage.clock.at.getTime() + hours * hour);
};
const look = () => stage.product.copilot.run();
/** How often the report was asked for, in either form. */
const asked = () =>
  stage.tenant.meter
    .byPath()
    .filter(({ path }) => path.startsWith(reports))
    .reduce((sum, { calls }) => sum + calls, 0);

describe('the days that Copilot’s usage report names', () => {
  test.each([
    ['a download', { reportAnswer: 'redirect302' }],
    ['one answer', { reportAnswer: 'stream200' }],
    ['columns of another order and letter case', { reportHeaders: 'otherOrderAndCase' }],
    ['version 1, where the tenant knows no other', { reportVersion2: 'unknown' }],
    ['JSON, where v1.0 has no such report', { copilotReportInV1: 'unknown', reportPageSize: 2 }],
  ] as const)('are counted once each, by %s', async (_, switches) => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z', switches);
    stage.setReport('2026-11-23', {
      // Two apps on one day are one day; a name's letter case does not matter.
      [people.carol]: ['2026-11-19', '2026-11-20', '2026-11-20'],
      [stage.colleagues[0]!]: ['2026-11-21'],
      [stage.colleagues[1]!]: [],
      // A licensed person outside the programme is nobody's business here.
      [people.frank]: ['2026-11-20'],
    });
    await look();
    expect(await stage.countedDays(people.carol)).toEqual(['2026-11-19', '2026-11-20']);
    expect(await stage.countedDays(stage.colleagues[0]!)).toEqual(['2026-11-21']);
    expect(await stage.countedDays(stage.colleagues[1]!)).toEqual([]);
    const rows = await stage.database.query('SELECT count(*) AS n FROM usage_event');
    expect(rows).toEqual([{ n: 3 }]);
    expect((await stage.usageReports()).copilot).toEqual({
      ...{ state: 'known', reportedOn: '2026-11-23', missingDays: 27 },
    });
  });

  test('are those of version 2, which tells of agents and of Edge too', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    const carol = stage.tenant.directory.user(people.carol)!;
    stage.tenant.reports.set({
      refreshDate: '2026-11-23',
      rows: [
        {
          ...{ userPrincipalName: carol.userPrincipalName, displayName: carol.displayName },
          lastActivity: {
            wordCopilot: '2026-11-18',
            copilotAgent: '2026-11-19',
            edge: '2026-11-20',
          },
          ...{ promptsAllApps: 9, promptsWork: 4, promptsWeb: 5, activeDays: 3 },
        },
      ],
    });
    await look();
    expect(await stage.countedDays(people.carol)).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
  });

  test('over daily snapshots, some late, missing or read again, are exactly the distinct days named', async () => {
    stage = await createAdoptionStage('2026-11-02T06:00:00Z');
    const [eager, weekender, gone] = [people.carol, stage.colleagues[0]!, stage.colleagues[1]!];
    const usedOn: Readonly<Record<string, readonly number[]>> = {
      [eager]: [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16],
      [weekender]: [7, 14],
      [gone]: [2],
    };
    const named = new Map<string, Set<string>>();
    const snapshots = new Set<string>();
    const dayOf = (day: number) => addDays('2026-11-01', day);
    let published = 0;
    for (let day = 3; day <= 20; day++) {
      stage.clock.at = new Date(`${dayOf(day)}T06:00:00Z`);
      // The report lags two days; on two days Microsoft publishes nothing new.
      if (day !== 9 && day !== 10) published = day - 2;
      // What each app was last used for: the last day, and for another app the one before it.
      const lastOf = (person: string) =>
        usedOn[person]!.filter((used) => used <= published).slice(-2);
      stage.setReport(
        dayOf(published),
        Object.fromEntries(
          Object.keys(usedOn).map((person) => [person, lastOf(person).map(dayOf)]),
        ),
      );
      // On one day nobody looks; on the others twice.
      if (day === 14) continue;
      await look();
      later(1);
      await look();
      snapshots.add(dayOf(published));
      for (const person of Object.keys(usedOn)) {
        for (const used of lastOf(person)) {
          named.set(person, (named.get(person) ?? new Set()).add(dayOf(used)));
        }
      }
    }
    for (const person of Object.keys(usedOn)) {
      expect(await stage.countedDays(person)).toEqual([...named.get(person)!].sort());
    }
    // Days 7 and 8 were late, day 12 nobody looked at: the last two of four are known all the same.
    expect(await stage.countedDays(eager)).toEqual(usedOn[eager]!.map(dayOf));
    expect((await stage.usageReports()).copilot).toEqual({
      ...{ state: 'known', reportedOn: dayOf(18), missingDays: 28 - snapshots.size },
    });
  });

  test('are asked for once a day, and every hour while the day’s report is late', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.setReport('2026-11-23', { [people.carol]: ['2026-11-20'] });
    for (let hours = 0; hours < 20; hours++) {
      await look();
      later(1);
    }
    expect(asked()).toBe(1);
    await look();
    later(1);
    await look();
    expect(asked()).toBe(3);
    stage.setReport('2026-11-24', { [people.carol]: ['2026-11-24'] });
    later(1);
    await look();
    later(1);
    await look();
    expect(asked()).toBe(4);
    expect(await stage.countedDays(people.carol)).toEqual(['2026-11-20', '2026-11-24']);
  });

  test('are asked for by one instance of two that start at once', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.setReport('2026-11-23', { [people.carol]: ['2026-11-20'] });
    const other = await stage.another();
    await Promise.all([look(), other.copilot.run()]);
    await Promise.all([look(), other.copilot.run()]);
    expect(asked()).toBe(1);
    expect(await stage.countedDays(people.carol)).toEqual(['2026-11-20']);
  });

  test('count for who joined since the members were last read', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.setMembers([...stage.members, people.frank]);
    stage.setReport('2026-11-23', { [people.frank]: ['2026-11-20'] });
    await look();
    expect(await stage.countedDays(people.frank)).toEqual(['2026-11-20']);
  });

  test('of somebody whom another instance is just about to know are counted an hour later', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.setMembers([...stage.members, people.frank]);
    stage.setReport('2026-11-23', { [people.frank]: ['2026-11-20'] });
    const other = createLease(stage.database, 'membership', 60);
    await other.hold();
    await look();
    expect((await stage.usageReports()).copilot).toEqual({ state: 'none' });
    await other.release();
    later(1);
    await look();
    expect(await stage.countedDays(people.frank)).toEqual(['2026-11-20']);
    expect((await stage.usageReports()).copilot).toMatchObject({ state: 'known' });
  });

  test('count for who has left since, as far as they were a member on that day', async () => {
    stage = await createAdoptionStage('2026-11-16T06:00:00Z');
    const leaver = stage.colleagues[0]!;
    stage.setReport('2026-11-24', {
      // A member from the 16th to the 23rd.
      [leaver]: ['2026-11-13', '2026-11-20', '2026-11-23', '2026-11-24'],
    });
    stage.clock.at = new Date('2026-11-24T06:00:00Z');
    stage.setMembers(stage.members.filter((member) => member !== leaver));
    await look();
    expect(await stage.countedDays(leaver)).toEqual(['2026-11-20', '2026-11-23']);
  });

  test('do not count for whoever bears the name of somebody who left 28 days ago', async () => {
    stage = await createAdoptionStage('2026-10-12T06:00:00Z');
    const leaver = stage.colleagues[0]!;
    stage.clock.at = new Date('2026-10-20T06:00:00Z');
    stage.setMembers(stage.members.filter((member) => member !== leaver));
    await stage.product.members.run();
    stage.clock.at = new Date('2026-11-17T06:00:00Z');
    stage.setReport('2026-11-16', { [leaver]: ['2026-10-15'] });
    await look();
    expect(await stage.countedDays(leaver)).toEqual([]);
    const unnamed = await stage.database.query(
      'SELECT count(*) AS people FROM usage_subject WHERE name_digest IS NULL',
    );
    expect(unnamed).toEqual([{ people: 1 }]);
  });

  test('may change a week on its Monday, when it is provisional, and have done so by Thursday', async () => {
    stage = await createAdoptionStage('2026-11-16T06:00:00Z');
    const saturday = Object.fromEntries(
      stage.colleagues.slice(0, 6).map((person) => [person, ['2026-11-21']]),
    );
    const sunday = Object.fromEntries(stage.colleagues.map((person) => [person, ['2026-11-22']]));
    const week = async () => {
      const { weeks } = await stage.dashboard();
      return weeks.find(({ startsOn }) => startsOn === '2026-11-16');
    };
    stage.clock.at = new Date('2026-11-23T08:00:00Z');
    stage.setReport('2026-11-21', saturday);
    await look();
    expect(await week()).toMatchObject({
      ...{ state: 'provisional', surfaces: { copilot: { state: 'known', n: 6, of: 15 } } },
    });
    stage.clock.at = new Date('2026-11-24T08:00:00Z');
    stage.setReport('2026-11-22', sunday);
    await look();
    expect(await week()).toMatchObject({
      ...{ state: 'provisional', surfaces: { copilot: { state: 'known', n: 12, of: 15 } } },
    });
    stage.clock.at = new Date('2026-11-26T08:00:00Z');
    expect(await week()).toMatchObject({
      ...{ state: 'closed', surfaces: { copilot: { state: 'known', n: 12, of: 15 } } },
      revision: null,
    });
  });
});

describe('a report that cannot be counted', () => {
  test('with concealed names counts nobody, and says so until names are shown', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z', { concealedNames: true });
    stage.setReport('2026-11-23', { [people.carol]: ['2026-11-20'] });
    await look();
    expect((await stage.usageReports()).copilot).toEqual({
      ...{ state: 'concealed', reportedOn: '2026-11-23' },
    });
    expect(await stage.database.query('SELECT 1 FROM usage_event')).toEqual([]);
    stage.tenant.reports.conceal(false);
    later(1);
    await look();
    expect((await stage.usageReports()).copilot).toMatchObject({ state: 'known' });
    expect(await stage.countedDays(people.carol)).toEqual(['2026-11-20']);
  });

  test('and is refused names the permission, until it is granted', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.setReport('2026-11-23', { [people.carol]: ['2026-11-20'] });
    stage.tenant.faults.answer(403, { path: reports });
    await look();
    expect(await stage.usageReports()).toMatchObject({
      ...{ copilot: { state: 'refused', detail: 'Reports.Read.All' }, trouble: null },
    });
    stage.tenant.faults.clear();
    later(1);
    await look();
    expect((await stage.usageReports()).copilot).toMatchObject({ state: 'known' });
  });

  test('because it has no rows is as none', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.tenant.faults.answer(403, { path: reports, times: 1 });
    await look();
    stage.setReport('2026-11-23', {});
    later(1);
    await look();
    expect(await stage.usageReports()).toMatchObject({ copilot: { state: 'none' }, trouble: null });
  });

  test('because it names no day of its own is trouble, and said', async () => {
    stage = await createAdoptionStage('2026-11-25T06:00:00Z');
    stage.setReport('yesterday', { [people.carol]: ['2026-11-20'] });
    await expect(look()).rejects.toThrow('The report does not name its day.');
    expect(await stage.usageReports()).toMatchObject({
      copilot: { state: 'none' },
      trouble: { kind: 'notAReport', since: '2026-11-25T06:00:00.000Z' },
    });
    expect(await stage.database.query('SELECT 1 FROM usage_event')).toEqual([]);
  });

  test('because Graph is away keeps what was known, says since when, and is tried again', async () => {
    stage = await createAdoptionStage('2026-11-24T06:00:00Z');
    stage.setReport('2026-11-22', { [people.carol]: ['2026-11-20'] });
    await look();
    stage.tenant.faults.dropBefore({ path: reports, times: 2 });
    stage.setReport('2026-11-23', { [people.carol]: ['2026-11-23'] });
    later(24);
    await expect(look()).rejects.toMatchObject({ name: 'GraphError' });
    later(1);
    await expect(look()).rejects.toMatchObject({ name: 'GraphError' });
    expect(await stage.usageReports()).toMatchObject({
      copilot: { state: 'known', reportedOn: '2026-11-22' },
      trouble: { kind: 'noAnswer', since: '2026-11-25T06:00:00.000Z' },
    });
    later(1);
    await look();
    expect(await stage.usageReports()).toMatchObject({
      ...{ copilot: { state: 'known', reportedOn: '2026-11-23' }, trouble: null },
    });
    expect(await stage.countedDays(people.carol)).toEqual(['2026-11-20', '2026-11-23']);
  });
});
