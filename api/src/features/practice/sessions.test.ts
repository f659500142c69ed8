import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceSession } from '@last-mile/shared/practice';
import {
  createPracticeStage,
  type PracticeStage,
} from '../../../local-tenant/testing/practiceStage';
import { people } from '../../../local-tenant/testProduct';

let stage: PracticeStage;
beforeEach(async () => {
  stage = await createPracticeStage();
});
afterEach(() => stage.close());

const titles = async (...[as]: Parameters<PracticeStage['sessions']>) =>
  (await stage.sessions(as)).sessions.map(({ session }) => session.title);

describe('a session', () => {
  test('is there for its job family at once, with what it still lacks', async () => {
    await stage.planned({ exercise: null, workflowKey: null });
    expect((await stage.sessions('carol')).sessions).toMatchObject([
      {
        session: { title: 'Follow up in ten minutes', place: null },
        ...{ gaps: ['noTask', 'noExercise', 'noPlace'], checkedIn: false, practised: false },
      },
    ]);
  });

  test('is for its job family, or for everyone, and champions see all', async () => {
    await stage.planned({ title: 'Of audit' });
    await stage.planned({ title: 'Of tax', jobFamily: 'tax' });
    await stage.planned({ title: 'Of everyone', jobFamily: null });
    expect(await titles('carol')).toEqual(['Of audit', 'Of everyone']);
    const taxAdviser = await stage.tokenOf(stage.colleagues.at(-1) ?? '');
    expect(await titles({ token: taxAdviser })).toEqual(['Of tax', 'Of everyone']);
    expect(await titles('alice')).toEqual(['Of audit', 'Of tax', 'Of everyone']);
    expect((await stage.sessions('carol')).jobFamily).toBe('audit');
  });

  test('is seen whole by somebody whose job family nobody knows', async () => {
    stage.setPerson(people.carol, { jobTitle: 'Juggler' });
    stage.clock.at = new Date(stage.clock.at.getTime() + 3_600_000);
    await stage.planned({ jobFamily: 'tax', title: 'Of tax' });
    expect(await titles('carol')).toEqual(['Of tax']);
    expect((await stage.sessions('carol')).jobFamily).toBeNull();
  });

  test('comes in the order of its day', async () => {
    await stage.planned({ title: 'Later', startsAt: '2026-11-17T13:00:00+01:00' });
    await stage.planned({ title: 'Sooner', startsAt: '2026-11-17T12:30:00+01:00' });
    expect(await titles()).toEqual(['Sooner', 'Later']);
  });

  test('is planned by champions only', async () => {
    expect(await stage.save(stage.planOf(), 'carol')).toMatchObject({
      ...{ status: 403, body: { code: 'championRoleRequired' } },
    });
    expect(await stage.save(stage.planOf({ workflowKey: null }), 'erin')).toMatchObject({
      status: 200,
    });
    expect(await titles()).toEqual([]);
  });

  test('names a job family, a task and an item that are there, or says which is not', async () => {
    const exercise = { ...stage.planOf().exercise!, itemKey: randomUUID() };
    for (const [change, path, code] of [
      [{ jobFamily: 'circus' }, 'jobFamily', 'jobFamilyUnknown'],
      [{ workflowKey: randomUUID() }, 'workflowKey', 'taskUnknown'],
      [{ exercise }, 'exercise.itemKey', 'itemUnknown'],
    ] as const) {
      expect(await stage.save(stage.planOf(change))).toMatchObject({
        ...{ status: 409, body: { code, issues: [{ path, code }] } },
      });
    }
  });

  test('sent again under its key is one session; with other words it is a conflict', async () => {
    const request = stage.planOf();
    const first = await stage.save(request);
    expect(await stage.save(request)).toEqual(first);
    await stage.settle();
    expect(practiceSession.parse((await stage.save(request)).body).title).toBe(request.title);
    expect(await stage.save({ ...request, title: 'Other' })).toMatchObject({
      ...{ status: 412, body: { code: 'conflict', current: { title: request.title } } },
    });
    expect(await titles()).toEqual([request.title]);
  });
});

describe('a change of a session', () => {
  test('is written where nobody changed it meanwhile, else both are shown', async () => {
    const request = stage.planOf();
    await stage.save(request);
    await stage.settle();
    const eTag = (await stage.shown(request.clientKey))?.session.eTag ?? null;
    const changed = await stage.save({ ...request, eTag, minutes: 30 }, 'bob');
    expect(changed).toMatchObject({ status: 200, body: { minutes: 30 } });
    expect(await stage.save({ ...request, eTag, minutes: 40 })).toMatchObject({
      ...{ status: 412, body: { code: 'conflict', current: { minutes: 30 } } },
    });
    expect((await stage.shown(request.clientKey))?.session.minutes).toBe(30);
  });

  test('may follow at once, before SharePoint has the session', async () => {
    const request = stage.planOf();
    expect(await stage.save(request)).toMatchObject({ body: { eTag: null } });
    expect(await stage.save({ ...request, eTag: '', title: 'Better' })).toMatchObject({
      ...{ status: 200, body: { title: 'Better' } },
    });
  });

  test('may leave it unfinished, also once it has been through SharePoint', async () => {
    const request = stage.planOf({ exercise: null, scenario: '' });
    await stage.save(request);
    await stage.settle();
    expect((await stage.shown(request.clientKey))?.session).toMatchObject({
      ...{ scenario: '', exercise: null, startsAt: request.startsAt },
    });
  });
});
