import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceSession } from '@last-mile/shared/practice';
import { workListResponse } from '@last-mile/shared/programme';
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

  test('is an act in its programme when it is planned', async () => {
    const clientKey = await stage.planned();
    const acts = await stage.database.query(
      'SELECT action, programme_key AS "programmeKey" FROM audit_trail WHERE subject = $1',
      [clientKey],
    );
    expect(acts).toEqual([
      { action: 'practice.sessionPlanned', programmeKey: stage.programme.clientKey },
    ]);
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

describe('a session that is cancelled', () => {
  const dayBefore = new Date('2026-11-09T12:00:00Z');
  const cancel = async (sessionKey: string, eTag: string, as: 'alice' | 'carol' = 'alice') => {
    const response = await stage.ask(as, `/api/practice/sessions/${sessionKey}/cancellation`, {
      eTag,
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  /** A session that SharePoint has, a day before it begins; its key and eTag. */
  async function aDayAhead() {
    const sessionKey = await stage.planned();
    await stage.settle();
    stage.clock.at = dayBefore;
    const eTag = (await stage.shown(sessionKey))?.session.eTag ?? '';
    return { sessionKey, eTag };
  }

  test('is gone for its people, and stays with champions and in the list', async () => {
    const { sessionKey, eTag } = await aDayAhead();
    const before = (await stage.shown(sessionKey))?.session;
    const cancelledAt = dayBefore.toISOString();
    const { status, body } = await cancel(sessionKey, eTag);
    expect([status, practiceSession.parse(body)]).toEqual([
      200,
      { ...before, cancelledAt, eTag: practiceSession.parse(body).eTag },
    ]);
    await stage.settle();
    expect(await titles('carol')).toEqual([]);
    expect(await stage.shown(sessionKey)).toMatchObject({ session: { cancelledAt }, gaps: [] });
    const kept = await stage.product.lists.stores.PracticeSessions.get(sessionKey);
    expect(new Date(String(kept?.fields['Cancelled']))).toEqual(dayBefore);
  });

  test('does not count in the owner’s week: its job families have none', async () => {
    const without = async () => {
      const answer = await stage.ask('alice', '/api/programme/week');
      return workListResponse
        .parse(await answer.json())
        .lines.flatMap(({ cause }) => (cause.kind === 'noSession' ? cause.jobFamily : []));
    };
    const sessionKey = await stage.planned({
      ...{ jobFamily: null, startsAt: '2026-11-17T12:00:00.000Z' },
    });
    expect(await without()).toEqual([]);
    expect(await cancel(sessionKey, '')).toMatchObject({ status: 200 });
    expect(await without()).toEqual(['audit', 'tax']);
  });

  test('leaves its place in the calendar as it was', async () => {
    const { sessionKey, eTag } = await aDayAhead();
    const path = `/api/practice/sessions/${sessionKey}/place`;
    const place = { kind: 'someoneElsesMeeting' };
    const placed = (await (await stage.ask('alice', path, { eTag, place })).json()) as {
      session: { eTag: string };
    };
    expect(await cancel(sessionKey, placed.session.eTag)).toMatchObject({
      ...{ status: 200, body: { place } },
    });
  });

  test('may be one that SharePoint does not have yet', async () => {
    const sessionKey = await stage.planned();
    stage.clock.at = dayBefore;
    expect(await cancel(sessionKey, '')).toMatchObject({ status: 200 });
    await stage.settle();
    expect(await titles('carol')).toEqual([]);
  });

  test('is not attended, prepared, placed or cancelled any more', async () => {
    const { sessionKey, eTag } = await aDayAhead();
    const { eTag: cancelled } = practiceSession.parse((await cancel(sessionKey, eTag)).body);
    const refused = { status: 409, body: { code: 'sessionCancelled' } };
    const request = { ...stage.planOf(), clientKey: sessionKey, eTag: cancelled };
    expect(await stage.save(request)).toMatchObject(refused);
    expect(await cancel(sessionKey, cancelled ?? '')).toMatchObject(refused);
    const place = { kind: 'someoneElsesMeeting' };
    const path = `/api/practice/sessions/${sessionKey}/place`;
    expect((await stage.ask('alice', path, { eTag: cancelled, place })).status).toBe(409);
    stage.clock.at = new Date('2026-11-10T12:00:00Z');
    expect(await stage.checkIn('carol', sessionKey)).toBe('notFound');
    expect(await stage.checkIn('alice', sessionKey)).toBe('notFound');
  });

  test('was changed by nobody meanwhile, else it is shown as it is now', async () => {
    const { sessionKey, eTag } = await aDayAhead();
    await stage.save({ ...stage.planOf(), clientKey: sessionKey, eTag, minutes: 40 }, 'bob');
    expect(await cancel(sessionKey, eTag)).toMatchObject({
      ...{ status: 412, body: { code: 'conflict', current: { minutes: 40, cancelledAt: null } } },
    });
  });

  test('has not begun, has nobody in it, and is cancelled by champions', async () => {
    const { sessionKey, eTag } = await aDayAhead();
    expect(await cancel(sessionKey, eTag, 'carol')).toMatchObject({
      ...{ status: 403, body: { code: 'championRoleRequired' } },
    });
    stage.clock.at = new Date('2026-11-10T11:50:00Z');
    expect(await stage.checkIn('carol', sessionKey)).toBe('accepted');
    expect(await cancel(sessionKey, eTag)).toMatchObject({
      ...{ status: 409, body: { code: 'sessionAttended' } },
    });
    const other = await stage.planned();
    stage.clock.at = new Date('2026-11-10T12:00:00Z');
    expect(await cancel(other, '')).toMatchObject({
      ...{ status: 409, body: { code: 'sessionBegun' } },
    });
  });
});
