import { describe, expect, test } from 'vitest';
import type { LocalTenantOptions } from '../../api/local-tenant/localTenant';
import { clientKinds, textOf, type ClientKind } from './contractClients';
import { ada, adminApp, createScratch, person } from './scratchTenant';

const group = '6a0b0000-0000-4000-8000-000000000001';
const ben = '0b1ec700-0000-4000-8000-000000000002';
const cleo = '0b1ec700-0000-4000-8000-000000000003';

async function withPeople(kind: ClientKind, options: LocalTenantOptions = {}) {
  const scratch = await createScratch(kind, options);
  scratch.tenant.directory.addUsers([
    person(ada, 'Ada Hart'),
    person(ben, 'Ben Okoro'),
    person(cleo, 'Cleo Marsh'),
  ]);
  scratch.tenant.directory.addGroup({
    id: group,
    displayName: 'Programme',
    memberIds: [ada, ben],
  });
  return scratch;
}

const practice = {
  subject: 'Practice: a first memo',
  body: { contentType: 'html', content: '<p>Bring a memo.</p>' },
  start: { dateTime: '2026-12-01T09:00:00', timeZone: 'W. Europe Standard Time' },
  end: { dateTime: '2026-12-01T09:30:00', timeZone: 'W. Europe Standard Time' },
  attendees: [
    { emailAddress: { address: 'ben.okoro@lastmile.example', name: 'Ben' }, type: 'required' },
  ],
  isOnlineMeeting: true,
};

const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

describe.each(clientKinds)('calendars and the activity feed through %s', (kind) => {
  test('C Events: an event is created, read, changed and deleted in a person’s calendar', async () => {
    const { admin } = await withPeople(kind);
    const made = await admin.send('POST', `/users/${ada}/events`, practice);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...practice,
      organizer: { emailAddress: { address: 'ada.hart@lastmile.example', name: 'Ada Hart' } },
    });
    expect(made.body['onlineMeeting']?.['joinUrl']).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    const address = `/users/${ada}/events/${textOf(made.body['id'])}`;
    const changed = await admin.send('PATCH', address, { subject: 'Moved' });
    expect([changed.status, changed.body['subject']]).toEqual([200, 'Moved']);
    expect(changed.body['changeKey']).not.toBe(made.body['changeKey']);
    const listed = await admin.send('GET', `/users/${ada}/events?$select=subject`);
    expect(listed.body['value']).toMatchObject([{ subject: 'Moved' }]);
    expect((await admin.send('GET', `/users/${ben}/events`)).body['value']).toEqual([]);
    expect((await admin.send('DELETE', address)).status).toBe(204);
    expect((await admin.send('GET', address)).status).toBe(404);
  });

  test('C Events: Calendars.ReadWrite reaches every calendar app-only, and one’s own delegated', async () => {
    const { runtime, delegated } = await withPeople(kind);
    expect((await runtime.send('POST', `/users/${ada}/events`, practice)).status).toBe(403);
    const asAda = delegated(ada, 'Calendars.ReadWrite');
    expect((await asAda.send('POST', '/me/events', practice)).status).toBe(201);
    expect((await asAda.send('POST', `/users/${ben}/events`, practice)).status).toBe(403);
    const unscoped = delegated(ada, 'User.Read');
    expect((await unscoped.send('POST', '/me/events', practice)).status).toBe(403);
  });

  test('C Events: a group’s calendar is its members’, and app-only is refused or taken', async () => {
    for (const groupEventsAppOnly of ['refused', 'allowed'] as const) {
      const { admin, delegated } = await withPeople(kind, { switches: { groupEventsAppOnly } });
      const address = `/groups/${group}/events`;
      const appOnly = await admin.send('POST', address, practice);
      expect(appOnly.status).toBe(groupEventsAppOnly === 'refused' ? 403 : 201);
      const member = delegated(ada, 'Group.ReadWrite.All');
      expect((await member.send('POST', address, practice)).status).toBe(201);
      const outsider = delegated(cleo, 'Group.ReadWrite.All');
      expect((await outsider.send('POST', address, practice)).status).toBe(403);
    }
  });

  test('C Events: start and end need a time and a zone, attendees an address', async () => {
    const { admin } = await withPeople(kind);
    for (const wrong of [
      { start: undefined },
      { start: { dateTime: '2026-12-01T09:00:00' } },
      { end: { dateTime: 'noon', timeZone: 'UTC' } },
      { end: { dateTime: '2026-12-01T08:00:00', timeZone: 'W. Europe Standard Time' } },
      { attendees: [{ emailAddress: {} }] },
      { unknown: true },
    ]) {
      const { status } = await admin.send('POST', `/users/${ada}/events`, {
        ...practice,
        ...wrong,
      });
      expect([wrong, status]).toEqual([wrong, 400]);
    }
  });

  test('C Events: the same transactionId again makes no second event', async () => {
    for (const repeatedTransaction of ['sameEvent201', 'conflict409'] as const) {
      const { admin } = await withPeople(kind, { switches: { repeatedTransaction } });
      const once = { ...practice, transactionId: 'session-7' };
      const first = await admin.send('POST', `/users/${ada}/events`, once);
      const again = await admin.send('POST', `/users/${ada}/events`, once);
      expect([again.status, again.body['id']]).toEqual(
        repeatedTransaction === 'sameEvent201' ? [201, first.body['id']] : [409, undefined],
      );
      const listed = await admin.send('GET', `/users/${ada}/events`);
      expect(listed.body['value']).toHaveLength(1);
    }
  });

  const weekly = {
    ...practice,
    start: { dateTime: '2026-10-20T09:00:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-10-20T09:20:00', timeZone: 'Europe/Berlin' },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'endDate', startDate: '2026-10-20', endDate: '2026-11-03' },
    },
  };
  const view = (from: string, to: string, more = '') =>
    `/users/${ada}/calendarView?startDateTime=${from}&endDateTime=${to}${more}`;

  test('C Events: a calendar view tells a weekly series as its dates, in UTC, across a change of clocks', async () => {
    const { admin } = await withPeople(kind);
    const made = await admin.send('POST', `/users/${ada}/events`, weekly);
    const id = textOf(made.body['id']);
    expect(made.body).toMatchObject({ type: 'seriesMaster', isOrganizer: true });
    const shown = await admin.send('GET', view('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z'));
    expect(shown.body['value']).toMatchObject([
      { type: 'occurrence', seriesMasterId: id, start: utc('2026-10-20T07:00:00.0000000') },
      { type: 'occurrence', seriesMasterId: id, start: utc('2026-10-27T08:00:00.0000000') },
      { type: 'occurrence', seriesMasterId: id, start: utc('2026-11-03T08:00:00.0000000') },
    ]);
    const listed = await admin.send('GET', `/users/${ada}/events`);
    expect(listed.body['value']).toMatchObject([{ id, type: 'seriesMaster' }]);
  });

  test('C Events: a calendar view needs both ends, read as UTC where they name no offset', async () => {
    const { admin } = await withPeople(kind);
    await admin.send('POST', `/users/${ada}/events`, practice);
    const within = view(
      '2026-12-01T08:20:00',
      '2026-12-01T10:25:00%2B02:00',
      '&$select=subject,type',
    );
    const shown = await admin.send('GET', within);
    expect(shown.body['value']).toMatchObject([
      { subject: 'Practice: a first memo', type: 'singleInstance' },
    ]);
    const after = await admin.send('GET', view('2026-12-01T08:30:00', '2026-12-01T09:00:00'));
    expect(after.body['value']).toEqual([]);
    const open = `/users/${ada}/calendarView?startDateTime=2026-12-01T08:20:00`;
    expect((await admin.send('GET', open)).status).toBe(400);
  });

  test('C Events: whoever was invited sees who organises, and does not write the organiser’s meeting', async () => {
    const { tenant, delegated } = await withPeople(kind);
    tenant.invite(ada, ben, weekly);
    const asAda = delegated(ada, 'Calendars.ReadWrite');
    const listed = await asAda.send('GET', '/me/events');
    const [event] = listed.body['value'] as unknown as Record<string, unknown>[];
    expect(event).toMatchObject({
      ...{ isOrganizer: false, organizer: { emailAddress: { name: 'Ben Okoro' } } },
    });
    const change = { body: { contentType: 'html', content: 'Mine' } };
    const written = await asAda.send('PATCH', `/me/events/${textOf(event?.['id'])}`, change);
    expect(written.status).toBe(403);
  });

  const notification = (more: object = {}) => ({
    topic: { source: 'text', value: 'Feedback', webUrl: 'https://teams.microsoft.com/l/x' },
    activityType: 'feedbackAnswered',
    previewText: { content: 'Your flag was answered' },
    ...more,
  });
  const recipients = (...ids: string[]) => ({
    recipients: ids.map((userId) => ({
      '@odata.type': '#microsoft.graph.aadUserNotificationRecipient',
      userId,
    })),
  });
  const bulk = '/teamwork/sendActivityNotificationToRecipients';

  test('C Activity notification: whoever does not have the app is not notified', async () => {
    for (const appNotInstalledAnswer of ['403', '404'] as const) {
      const { tenant, admin } = await withPeople(kind, { switches: { appNotInstalledAnswer } });
      tenant.directory.setAppInstalled(adminApp, ada, false);
      const address = `/users/${ada}/teamwork/sendActivityNotification`;
      const { status } = await admin.send('POST', address, notification());
      expect(status).toBe(Number(appNotInstalledAnswer));
      expect((await admin.send('POST', bulk, notification(recipients(ada, ben)))).status).toBe(202);
      expect(tenant.notifications().map(({ userId }) => userId)).toEqual([ben]);
      tenant.directory.setAppInstalled(adminApp, ada, true);
      expect((await admin.send('POST', address, notification())).status).toBe(204);
    }
  });

  test('C Activity notification: a bulk request is 202, with the same rules for type and preview', async () => {
    const { tenant, admin } = await withPeople(kind);
    const refused = [
      recipients(),
      { ...recipients(ada), activityType: 'undeclared' },
      { ...recipients(ada), previewText: { content: 'x'.repeat(151) } },
      recipients(...Array.from({ length: 101 }, () => ada)),
    ];
    for (const more of refused) {
      expect((await admin.send('POST', bulk, notification(more))).status).toBe(400);
    }
    expect((await admin.send('POST', bulk, notification(recipients(ada, ben)))).status).toBe(202);
    expect(tenant.notifications()).toHaveLength(2);
  });

  test('C Activity notification: a bulk request with a token about to expire is 412', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { tenant, admin } = await withPeople(kind, { now: () => new Date(at) });
    const send = () => admin.send('POST', bulk, notification(recipients(ada)));
    expect((await send()).status).toBe(202);
    // A token lives an hour: a quarter of it later less than 45 minutes are left.
    at += 16 * 60_000;
    expect((await send()).status).toBe(412);
    const single = `/users/${ada}/teamwork/sendActivityNotification`;
    expect((await admin.send('POST', single, notification())).status).toBe(204);
    expect(tenant.notifications()).toHaveLength(2);
  });

  test('B Limits: 5 notifications a second, 2 in bulk', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { admin } = await withPeople(kind, {
      now: () => new Date(at),
      switches: { enforceLimits: true },
    });
    const address = `/users/${ada}/teamwork/sendActivityNotification`;
    const statuses: number[] = [];
    for (let sent = 0; sent < 6; sent++) {
      statuses.push((await admin.send('POST', address, notification())).status);
    }
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    const inBulk: number[] = [];
    for (let sent = 0; sent < 3; sent++) {
      inBulk.push((await admin.send('POST', bulk, notification(recipients(ben)))).status);
    }
    expect(inBulk).toEqual([202, 202, 429]);
    at += 1_000;
    expect((await admin.send('POST', address, notification())).status).toBe(204);
  });
});
