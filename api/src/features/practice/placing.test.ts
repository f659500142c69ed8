import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  meetingsResponse,
  placedSession,
  type PlaceSessionRequest,
  type RecurringMeeting,
} from '@last-mile/shared/practice';
import { problem } from '@last-mile/shared/problem';
import {
  createPracticeStage,
  type PracticeStage,
} from '../../../local-tenant/testing/practiceStage';
import { people, testApp, testClientId } from '../../../local-tenant/testProduct';

const calendarApp = '1a57a171-1e00-4c11-8d00-c11e47000077';

let stage: PracticeStage;
let sessionKey: string;
async function begin(...given: Parameters<typeof createPracticeStage>) {
  stage = await createPracticeStage(...given);
  stage.tenant.directory.registerApp({
    ...{ clientId: calendarApp, displayName: 'Calendars', secret: 'for tests', appRoles: [] },
    ...{ redirectUris: [], grantedApplicationPermissions: ['Calendars.ReadWrite'] },
  });
  sessionKey = await stage.planned();
  await stage.settle();
}
beforeEach(() => begin());
afterEach(() => stage.close());

const eTag = async () => (await stage.shown(sessionKey))?.session.eTag ?? '';

async function place(wanted: PlaceSessionRequest['place'], as: 'alice' | 'carol' = 'alice') {
  const path = `/api/practice/sessions/${sessionKey}/place`;
  const response = await stage.ask(as, path, { eTag: await eTag(), place: wanted });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function placed(wanted: PlaceSessionRequest['place']) {
  const { status, body } = await place(wanted);
  expect([status, body]).toEqual([200, body]);
  return placedSession.parse(body);
}

async function meetings(): Promise<RecurringMeeting[]> {
  const response = await stage.ask('alice', '/api/practice/meetings');
  expect(response.status).toBe(200);
  return meetingsResponse.parse(await response.json()).meetings;
}

/** Asks for alice's calendar as an app that may read every one of them. */
async function atCalendar(body?: object): Promise<Record<string, unknown>> {
  const graph = 'https://graph.microsoft.com';
  const token = await stage.tenant.entra.appToken(calendarApp, graph);
  const response = await stage.tenant.send(
    new Request(`https://graph.microsoft.com/v1.0/users/${people.alice}/events`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return (await response.json()) as Record<string, unknown>;
}

const calendar = async () => (await atCalendar())['value'] as Record<string, unknown>[];

const weekly = {
  subject: 'Team round',
  body: { contentType: 'html', content: '<html><body><p>As ever.</p></body></html>' },
  start: { dateTime: '2026-10-05T09:00:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-10-05T09:30:00', timeZone: 'Europe/Berlin' },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: '2026-10-05' },
  },
};

describe('a meeting of its own', () => {
  test('is weekly from the session on, at its hour also once clocks have changed', async () => {
    const { session, agenda } = await placed({ kind: 'newMeeting', clientKey: randomUUID() });
    expect(agenda).toBeNull();
    expect((await stage.shown(sessionKey))?.gaps).toEqual([]);
    const [event] = await calendar();
    expect(event).toMatchObject({
      ...{ id: (session.place as { eventId: string }).eventId, isOnlineMeeting: true },
      ...{ subject: 'Follow up in ten minutes', attendees: [] },
      start: { dateTime: '2026-11-10T13:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2026-11-10T13:20:00', timeZone: 'Europe/Berlin' },
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
        range: { type: 'endDate', startDate: '2026-11-10', endDate: '2026-12-27' },
      },
    });
    expect(JSON.stringify(event)).toContain(`practice%2F${sessionKey}`);
    expect((await meetings()).map(({ subject }) => subject)).toEqual(['Follow up in ten minutes']);
  });

  test.each(['sameEvent201', 'conflict409'] as const)(
    'is one though the answer was lost and it was sent again (%s)',
    async (repeatedTransaction) => {
      await stage.close();
      await begin(undefined, { repeatedTransaction });
      const wanted = { kind: 'newMeeting' as const, clientKey: randomUUID() };
      stage.tenant.faults.dropAfterWrite({ method: 'POST', path: '/events', times: 1 });
      expect(await place(wanted)).toMatchObject({
        ...{ status: 503, body: { code: 'calendarUnavailable' } },
      });
      expect((await stage.shown(sessionKey))?.session.place).toBeNull();
      const { session } = await placed(wanted);
      const [one, ...more] = await meetings();
      expect([session.place, more]).toEqual([{ kind: 'newMeeting', eventId: one?.eventId }, []]);
    },
  );
});

describe('an existing series', () => {
  test('of the caller’s own gets the agenda with the link, once, and keeps what stood there', async () => {
    const made = String((await atCalendar(weekly))['id']);
    const [meeting] = await meetings();
    expect(meeting).toMatchObject({
      ...{ eventId: made, subject: 'Team round', organisedByCaller: true },
      ...{ nextStart: '2026-11-16T08:00:00.000Z', nextEnd: '2026-11-16T08:30:00.000Z' },
    });
    const wanted = { kind: 'existingMeeting' as const, eventId: made };
    expect(await placed(wanted)).toMatchObject({ agenda: null, session: { place: wanted } });
    await placed(wanted);
    const [event] = await calendar();
    const { content } = event?.['body'] as { content: string };
    expect(content).toMatch(
      /^<html><body><p>As ever\.<\/p><p>Follow up in ten minutes.*<\/body><\/html>$/,
    );
    expect(content.match(/<a /g)).toHaveLength(1);
  });

  test('of somebody else is left alone: an agenda is answered to send them', async () => {
    stage.tenant.invite(people.alice, people.bob, weekly);
    const [meeting] = await meetings();
    expect(meeting).toMatchObject({ organisedByCaller: false, organiser: 'Bob Example' });
    const answer = await placed({ kind: 'existingMeeting', eventId: meeting?.eventId ?? '' });
    expect(answer.session.place).toEqual({ kind: 'someoneElsesMeeting' });
    expect(answer.agenda).toMatch(
      /^Follow up in ten minutes \(20 min\)\n\nA meeting has just ended\./,
    );
    expect(answer.agenda).toContain(`practice%2F${sessionKey}`);
    const [event] = await calendar();
    expect(event?.['body']).toEqual(weekly.body);
  });

  test('that is not there is said to be so', async () => {
    expect(await place({ kind: 'existingMeeting', eventId: 'nowhere' })).toMatchObject({
      ...{ status: 404, body: { code: 'notFound' } },
    });
  });
});

describe('without the right to the calendar', () => {
  test('the person’s own consent, asked for as the refusal says, is all it takes', async () => {
    const calendarScope = 'https://graph.microsoft.com/Calendars.ReadWrite';
    stage.tenant.directory.registerApp({ ...testApp, grantedDelegatedPermissions: ['User.Read'] });
    const refused = await stage.ask('alice', '/api/practice/meetings');
    expect([refused.status, problem.parse(await refused.json())]).toEqual([
      401,
      {
        ...{ code: 'consent_required', message: 'Your consent is needed first.' },
        scopes: [calendarScope],
      },
    ]);
    // What the tab does then (docs/decisions/0044).
    await stage.tenant.entra.brokerToken({
      ...{ userId: people.alice, clientId: testApp.clientId, scope: calendarScope },
      interactive: true,
    });
    expect((await stage.ask('alice', '/api/practice/meetings')).status).toBe(200);
    // Nobody else has consented by it.
    expect((await stage.ask('bob', '/api/practice/meetings')).status).toBe(401);
  });

  test('consent that is missing is one answer, and an agenda can be had all the same', async () => {
    stage.tenant.entra.demands.add({ kind: 'consent_required', scope: 'Calendars.ReadWrite' });
    const wanted = { kind: 'newMeeting' as const, clientKey: randomUUID() };
    expect(await place(wanted)).toMatchObject({
      ...{ status: 401, body: { code: 'consent_required' } },
    });
    const refused = await stage.ask('alice', '/api/practice/meetings');
    expect(refused.status).toBe(401);
    const { agenda } = await placed({ kind: 'someoneElsesMeeting' });
    expect(agenda).toContain(sessionKey);
    expect(await calendar()).toEqual([]);
  });

  test('what Entra wants first comes with its claims, whoever of the two asks', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenged = { status: 401, body: { code: 'interaction_required', claims } };
    const wanted = { kind: 'newMeeting' as const, clientKey: randomUUID() };
    stage.tenant.entra.demands.add({ kind: 'interaction_required', claims });
    expect(await place(wanted)).toMatchObject(challenged);
    stage.tenant.entra.demands.clear();
    stage.tenant.faults.challenge(claims, { path: '/me/events', times: 2 });
    expect(await place(wanted)).toMatchObject(challenged);
    expect((await placed(wanted)).session.place?.kind).toBe('newMeeting');
    expect(await calendar()).toHaveLength(1);
  });

  test('what the calendar refuses is said of the calendar, and when it is busy, until when', async () => {
    const wanted = { kind: 'newMeeting' as const, clientKey: randomUUID() };
    stage.tenant.faults.answer(403, { path: '/me/events', times: 1 });
    expect(await place(wanted)).toMatchObject({ body: { code: 'calendarRefused' } });
    stage.tenant.faults.answer(429, { path: '/me/events', times: 9, retryAfter: 40 });
    expect(await place(wanted)).toMatchObject({
      ...{ status: 503, body: { code: 'calendarUnavailable' } },
    });
  });

  test('nobody but a champion places, and nobody’s calendar is asked with the app’s own rights', async () => {
    expect((await place({ kind: 'someoneElsesMeeting' }, 'carol')).status).toBe(403);
    expect((await stage.ask('carol', '/api/practice/meetings')).status).toBe(403);
    const { grantedApplicationPermissions } = stage.tenant.directory.app(testClientId) ?? {};
    expect(grantedApplicationPermissions).not.toContain('Calendars.ReadWrite');
  });
});

test('a session that was changed meanwhile is not placed', async () => {
  const read = await eTag();
  await stage.save(stage.planOf({ clientKey: sessionKey, eTag: read, title: 'Changed' }));
  const response = await stage.ask('alice', `/api/practice/sessions/${sessionKey}/place`, {
    ...{ eTag: read, place: { kind: 'newMeeting', clientKey: randomUUID() } },
  });
  expect([response.status, await calendar()]).toEqual([412, []]);
});
