import type { AuditResponse, DeliveriesResponse } from '@last-mile/shared/operations';
import type { MeResponse } from '@last-mile/shared/programme';
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openTab } from '../../testing/openTab';
import { people } from '../../testing/people';

const admin: MeResponse = { ...people.member, roles: ['Admin'] };
const wei = 'c0000000-0000-4000-8000-000000000001';
const aisha = 'c0000000-0000-4000-8000-000000000009';
const item = 'd0000000-0000-4000-8000-000000000001';

const gone = 'd0000000-0000-4000-8000-000000000002';
const closed = 'd0000000-0000-4000-8000-000000000003';
const programme = 'd0000000-0000-4000-8000-000000000004';

const entry = { programmeKey: null, details: {} };
const newest: AuditResponse = {
  entries: [
    {
      ...entry,
      at: '2026-11-19T11:00:00Z',
      actorId: wei,
      action: 'library.published',
      subject: item,
    },
    {
      ...{ at: '2026-11-19T10:00:00Z', actorId: 'last-mile', action: 'roles.changed' },
      ...{ subject: aisha, programmeKey: null, details: { from: '', to: 'Champion Leader' } },
    },
  ],
  names: { [wei]: 'Wei Zhang', [aisha]: 'Aisha Farouk' },
  subjects: {},
  next: '7',
};
const oldest: AuditResponse = {
  entries: [
    {
      ...entry,
      at: '2026-11-18T10:00:00Z',
      actorId: 'operator',
      action: 'of.tomorrow',
      subject: 'x',
    },
  ],
  names: {},
  subjects: {},
  next: null,
};

const openTrail = (me: MeResponse, pages: readonly AuditResponse[] = [newest, oldest]) =>
  openTab({
    me,
    at: 'audit-trail',
    answers: {
      'GET /api/admin/audit': ({ url }) => ({ json: pages[url.searchParams.has('after') ? 1 : 0] }),
      'GET /api/admin/audit/export': () => ({ file: 'at,actorId' }),
    },
  });

describe('the audit trail', () => {
  test('says who did what to what, in words and names, the newest first', async () => {
    const { user, requestsTo } = openTrail(admin);
    const rows = async () =>
      within(await screen.findByRole('table', { name: 'Audit trail' }))
        .getAllByRole('row')
        .slice(1)
        .map((row) =>
          within(row)
            .getAllByRole('cell')
            .map(({ textContent }) => textContent),
        );
    expect(await rows()).toEqual([
      ['Wei Zhang', 'Published an item', item],
      ['Last Mile itself', 'Roles changed', 'Aisha Faroukto: Champion, Leader'],
    ]);
    await user.click(screen.getByRole('button', { name: 'Show earlier ones' }));
    await screen.findByText('of.tomorrow');
    expect((await rows()).at(-1)).toEqual(['Command line', 'of.tomorrow', 'x']);
    expect(screen.queryByRole('button', { name: 'Show earlier ones' })).toBeNull();
    expect(
      requestsTo('GET /api/admin/audit').map(({ url }) => url.searchParams.get('newestFirst')),
    ).toEqual(['true', 'true']);
  });

  test('says what each thing is called now and in which programme, and its key only to who opens it', async () => {
    const acts = [
      { action: 'library.published', subject: item, details: {} },
      { action: 'workflows.mapSaved', subject: gone, details: {} },
      { action: 'case.made', subject: 'x', details: { itemKey: closed } },
      { action: 'programme.planSaved', subject: programme, details: {} },
    ];
    const page: AuditResponse = {
      ...{ names: { [wei]: 'Wei Zhang' }, next: null },
      entries: acts.map((act) => ({
        ...{ at: '2026-11-19T11:00:00Z', actorId: wei, programmeKey: programme, ...act },
      })),
      subjects: {
        [item]: { state: 'there', title: 'Answer to a delay' },
        [gone]: { state: 'gone', title: null },
        [closed]: { state: 'closed', title: null },
        [programme]: { state: 'there', title: 'Letters' },
      },
    };
    const { user } = openTrail(admin, [page]);
    const table = within(await screen.findByRole('table', { name: 'Audit trail' }));
    const named = table
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell').at(-1)?.textContent.split('Key')[0]);
    expect(named).toEqual([
      'Answer to a delayin the programme “Letters”',
      'no longer therein the programme “Letters”',
      'xin the programme “Letters”item: not open to you',
      'Letters',
    ]);
    expect(table.getByText(item).closest('details')?.open).toBe(false);
    await user.click(table.getAllByText('Key')[0]!);
    expect(table.getByText(item).closest('details')?.open).toBe(true);
  });

  test('is asked for by whole days of the reader, and only where there is a period', async () => {
    const { user, requestsTo } = openTrail(admin);
    const [from, until] = [await screen.findByLabelText('From'), screen.getByLabelText('Until')];
    await user.clear(from);
    expect(await screen.findByText('Give two days, the earlier one first.')).toBeTruthy();
    await user.type(from, '2026-11-02');
    await user.clear(until);
    await user.type(until, '2026-11-03');
    await screen.findByRole('table');
    const asked = requestsTo('GET /api/admin/audit').at(-1)?.url.searchParams;
    expect([asked?.get('from'), asked?.get('until')]).toEqual([
      new Date(2026, 10, 2).toISOString(),
      new Date(2026, 10, 4).toISOString(),
    ]);
  });

  test('says when nothing was written down', async () => {
    openTrail(admin, [{ ...oldest, entries: [] }]);
    expect(await screen.findByText('Nothing was written down in these days.')).toBeTruthy();
  });
});

const now: DeliveriesResponse = {
  ...{ health: 'parked', waiting: 0, parked: 1, oldestWaitingAt: null },
  items: [
    {
      ...{ list: 'Feedback', clientKey: item, reason: 'invalidRequest' },
      acceptedAt: '2026-11-19T11:00:00Z',
    },
  ],
};

describe('what is on the way to SharePoint', () => {
  test('is tried again by one button, and the page looks again', async () => {
    let current = now;
    const { user, requestsTo } = openTab({
      me: admin,
      at: 'deliveries',
      answers: {
        'GET /api/admin/deliveries': () => ({ json: current }),
        'POST /api/admin/deliveries/replay': () => {
          current = { ...now, health: 'well', parked: 0, items: [] };
          return { json: { replayed: 1 } };
        },
      },
    });
    expect(await screen.findByText(/SharePoint would not take something/)).toBeTruthy();
    expect(screen.getByText('invalidRequest')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: `Try Feedback ${item} again` }));
    expect(await screen.findByText('1 is tried again within seconds.')).toBeTruthy();
    expect(await screen.findByText(/Everything people wrote is in SharePoint/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(requestsTo('POST /api/admin/deliveries/replay').map(({ body }) => body)).toEqual([
      { items: [{ list: 'Feedback', clientKey: item }] },
    ]);
  });

  test('is said to be kept while SharePoint is away', async () => {
    openTab({
      me: admin,
      at: 'deliveries',
      answers: {
        'GET /api/admin/deliveries': () => ({
          json: {
            ...{ health: 'lagging', waiting: 12, parked: 0 },
            ...{ oldestWaitingAt: '2026-11-19T11:00:00Z', items: [] },
          },
        }),
      },
    });
    expect(await screen.findByText(/SharePoint is slow or away/)).toBeTruthy();
    expect(screen.getByText('Waiting: 12')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /again/ })).toBeNull();
  });
});

test.each(['audit-trail', 'deliveries'])(
  'who is no admin is told whose page %s is, and asks nothing of the API',
  async (at) => {
    const { requests } = openTab({ me: people.champion, at });
    expect(await screen.findByText(/who have the role Admin/)).toBeTruthy();
    expect(requests.filter(({ route }) => route.includes('/api/admin'))).toEqual([]);
  },
);

test('an admin in no programme gets to both from their own data', async () => {
  const { user } = openTab({
    me: { ...people.outsider, roles: ['Admin'] },
    answers: {
      'GET /api/me/data': () => ({ json: { asOf: '2026-11-19T11:00:00Z', places: [] } }),
      'GET /api/me/erasure': () => ({ json: { erasure: null, blockedBy: [] } }),
      'GET /api/admin/audit': () => ({ json: oldest }),
      'GET /api/admin/deliveries': () => ({ json: now }),
    },
  });
  await user.click(await screen.findByRole('link', { name: 'What is held about you' }));
  await user.click(await screen.findByRole('link', { name: 'Audit trail, for admins' }));
  expect(await screen.findByText('of.tomorrow')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Back to your own data' }));
  await user.click(
    await screen.findByRole('link', { name: 'On the way to SharePoint, for admins' }),
  );
  expect(await screen.findByRole('button', { name: 'Try all again' })).toBeTruthy();
});
