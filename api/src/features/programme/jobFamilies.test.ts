import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  jobFamiliesResponse,
  meResponse,
  type JobFamiliesResponse,
  type JobFamilyMapping,
} from '@last-mile/shared/programme';
import {
  createAdoptionStage,
  type AdoptionStage,
} from '../../../local-tenant/testing/adoptionStage';
import { people } from '../../../local-tenant/testProduct';

const path = '/api/programme/job-families';

let stage: AdoptionStage;
beforeEach(async () => {
  stage = await createAdoptionStage('2026-11-02T08:00:00Z');
});
afterEach(() => stage.close());

async function read(): Promise<JobFamiliesResponse> {
  const response = await stage.ask('bob', path);
  expect(response.status).toBe(200);
  return jobFamiliesResponse.parse(await response.json());
}

async function save(mapping: Partial<JobFamilyMapping>, eTag?: string) {
  return stage.ask('alice', path, {
    ...{ jobTitles: [], departments: [], ...mapping },
    eTag: eTag ?? (await read()).eTag,
  });
}

const auditSenior = { name: 'Audit Senior', jobFamily: 'audit' };
const taxAdviser = { name: 'Tax Adviser', jobFamily: 'audit' };

describe('the mapping of job families', () => {
  test('lists what is not mapped first, with how many people that concerns, and nobody’s name', async () => {
    const answer = await read();
    expect(answer).toMatchObject({
      jobFamilies: [{ id: 'audit', name: 'Audit' }],
      jobTitles: [
        { name: 'Tax Adviser', jobFamily: null, people: 6 },
        { name: 'Manager', jobFamily: null, people: 2 },
        { name: 'Audit Senior', jobFamily: 'audit', people: 7 },
      ],
      departments: [
        { name: 'Audit', jobFamily: null, people: 9 },
        { name: 'Tax', jobFamily: null, people: 6 },
      ],
      withoutJobFamily: 8,
    });
    expect(JSON.stringify(answer)).not.toMatch(/Colleague|Example|00000000/);
  });

  test('is written to the programme’s own item, by whom is remembered, and it holds at once', async () => {
    const response = await save({
      jobTitles: [auditSenior, taxAdviser, { name: 'Head of R = D', jobFamily: 'audit' }],
      departments: [{ name: 'Audit', jobFamily: 'audit' }],
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      jobTitles: [
        { name: 'Manager', jobFamily: null, people: 2 },
        { name: 'Audit Senior', jobFamily: 'audit', people: 7 },
        { name: 'Tax Adviser', jobFamily: 'audit', people: 6 },
        { name: 'Head of R = D', jobFamily: 'audit', people: 0 },
      ],
      withoutJobFamily: 0,
    });
    const me = meResponse.parse(await (await stage.ask('bob', '/api/me')).json());
    expect(me.jobFamily).toBe('audit');
    const [stored] = (await stage.product.lists.stores.Programmes.all()).filter(
      ({ clientKey }) => clientKey === stage.programme.clientKey,
    );
    expect(stored?.fields).toMatchObject({ ActorId: people.alice, Departments: 'Audit = audit' });
    const audited = await stage.database.query(
      `SELECT actor_id AS actor, subject, details FROM audit_trail
        WHERE action = 'programme.jobFamiliesMapped'`,
    );
    expect(audited).toEqual([
      {
        actor: people.alice,
        subject: stage.programme.clientKey,
        details: { jobTitles: 3, departments: 1 },
      },
    ]);
  });

  test('changes what people belong to from that day on, and no week that is over', async () => {
    for (const person of stage.colleagues) {
      const token = await stage.tenant.entra.userToken(person);
      const event = {
        ...{ clientKey: crypto.randomUUID(), kind: 'promptCopied', surface: 'teams', version: 1 },
        ...{ at: stage.clock.at.toISOString(), itemKey: crypto.randomUUID() },
      };
      await stage.ask({ token }, '/api/events', { events: [event] });
    }
    stage.clock.at = new Date('2026-11-16T08:00:00Z');
    const before = await stage.dashboard();
    expect((await save({ jobTitles: [auditSenior, taxAdviser] })).status).toBe(200);
    await stage.product.members.run();
    const open = await stage.database.query(
      `SELECT job_family AS family, valid_from::text AS "from", count(*) AS n FROM membership_span
        WHERE valid_to IS NULL AND programme_key = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [stage.programme.clientKey],
    );
    expect(open).toEqual([
      { family: 'audit', from: '2026-11-02', n: 7 },
      { family: 'audit', from: '2026-11-16', n: 6 },
      { family: null, from: '2026-11-02', n: 2 },
    ]);
    const after = await stage.dashboard();
    expect(after.jobFamilies).toEqual(before.jobFamilies);
    expect(after.weeks).toEqual(before.weeks);
  });

  test('that somebody changed meanwhile is not overwritten: both versions are there to choose from', async () => {
    const { eTag } = await read();
    expect((await save({ jobTitles: [auditSenior, taxAdviser] }, eTag)).status).toBe(200);
    const response = await save({ jobTitles: [] }, eTag);
    expect(response.status).toBe(412);
    const { current } = (await response.json()) as { current: unknown };
    const now = jobFamiliesResponse.parse(current);
    expect(now.jobTitles).toContainEqual({ name: 'Tax Adviser', jobFamily: 'audit', people: 6 });
    expect((await save({ jobTitles: [auditSenior] }, now.eTag)).status).toBe(200);
  });

  test('that somebody changed in SharePoint a moment ago is not overwritten either', async () => {
    const { eTag } = await read();
    const list = stage.tenant.sharePoint
      .lists()
      .find(({ displayName }) => displayName === 'Programmes')!;
    const item = stage.tenant.sharePoint
      .items(list.id)
      .find(({ fields }) => fields['ClientKey'] === stage.programme.clientKey)!;
    stage.tenant.sharePoint.edit(list.id, item.id, { JobTitles: 'Manager = audit' }, 'someone');
    const response = await save({ jobTitles: [taxAdviser] }, eTag);
    expect(response.status).toBe(412);
    expect((await read()).jobTitles).toContainEqual({
      name: 'Manager',
      jobFamily: 'audit',
      people: 2,
    });
  });

  test('of a lost answer was a success', async () => {
    stage.tenant.faults.dropAfterWrite({ path: '/fields', times: 1 });
    expect((await save({ jobTitles: [taxAdviser] })).status).toBe(200);
  });

  test('can be read while the directory is away, without a number that is not known', async () => {
    const fresh = await stage.another();
    stage.tenant.faults.answer(503, { path: '/transitiveMembers' });
    const response = await fresh.app.http.request(path, {
      headers: { Authorization: `Bearer ${await stage.token('alice')}` },
    });
    expect(jobFamiliesResponse.parse(await response.json())).toMatchObject({
      jobTitles: [{ name: 'Audit Senior', jobFamily: 'audit', people: null }],
      departments: [],
      withoutJobFamily: null,
    });
  });

  test('names no family the programme does not have, and nothing twice', async () => {
    const response = await save({
      jobTitles: [auditSenior, { name: ' audit SENIOR', jobFamily: 'audit' }],
      departments: [{ name: 'Tax', jobFamily: 'tax' }],
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      issues: [
        { path: 'jobTitles.1.name', message: 'This is named twice.' },
        { path: 'departments.0.jobFamily', message: 'The programme has no such job family.' },
      ],
    });
  });
});
