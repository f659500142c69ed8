import { beforeEach, expect, test } from 'vitest';
import { createLocalTenant, localSiteId, type LocalTenant } from '../localTenant';
import { createHostPages } from './createHostPages';

const tenantOrigin = 'http://localhost:3000';
const clientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
const ada = '0a0a0a0a-0000-4000-8000-000000000001';
const signedIn = { Cookie: `local-tenant-person=${ada}` };
const fromOwnPage = { ...signedIn, Origin: tenantOrigin };

let tenant: LocalTenant;
let pages: ReturnType<typeof createHostPages>;
let listId: string;
let graph: (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

beforeEach(async () => {
  tenant = await createLocalTenant();
  tenant.directory.addUsers([
    {
      id: ada,
      displayName: 'Ada Okafor',
      userPrincipalName: 'ada@lastmile.example',
      mail: 'ada@lastmile.example',
      department: 'Tax',
      jobTitle: 'Adviser',
      accountEnabled: true,
      preferredLanguage: 'en-GB',
    },
  ]);
  tenant.directory.registerApp({
    clientId,
    displayName: 'Last Mile',
    secret: 's',
    appIdUri: `api://localhost:3001/${clientId}`,
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  const token = await tenant.entra.appToken(clientId, 'https://graph.microsoft.com');
  graph = async (method, path, body) => {
    const request = new Request(`https://graph.microsoft.com/v1.0/sites/${localSiteId}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await tenant.send(request);
    expect(response.ok).toBe(true);
    return (await response.json()) as Record<string, unknown>;
  };
  const list = await graph('POST', '/lists', {
    displayName: 'Feedback',
    columns: [
      { name: 'Body', text: { allowMultipleLines: true } },
      { name: 'Kind', choice: { choices: ['wrong', 'biased'] } },
      { name: 'ReachedClient', boolean: {} },
      { name: 'Score', number: {} },
    ],
    list: { template: 'genericList' },
  });
  listId = String(list['id']);
  await graph('POST', `/lists/${listId}/items`, {
    fields: { Title: 'Left out', Body: 'one\n<b>two</b>', Kind: 'wrong', Score: 2 },
  });
  pages = createHostPages({ tenant, tenantOrigin, productOrigin: 'http://localhost:3001' });
});

async function get(path: string, headers: Record<string, string> = signedIn) {
  const response = await pages(new Request(tenantOrigin + path, { headers }));
  return response!;
}

async function post(path: string, body: string, headers: Record<string, string> = fromOwnPage) {
  const response = await pages(new Request(tenantOrigin + path, { method: 'POST', body, headers }));
  return response!;
}

const itemFields = async () => {
  const item = await graph('GET', `/lists/${listId}/items/1?$expand=fields`);
  return item as unknown as { fields: object; lastModifiedBy: { user: { displayName: string } } };
};

const unchangedForm = {
  version: '1.0',
  Title: 'Left out',
  Body: 'one\r\n<b>two</b>',
  Kind: 'wrong',
  Score: '2',
};

test('without a person every page leads to the chooser', async () => {
  for (const path of ['/teams', '/outlook', '/sharepoint', '/sharepoint/Feedback']) {
    const response = await get(path, {});
    expect([path, response.status, response.headers.get('Location')]).toEqual([path, 302, '/']);
  }
});

test('a person signs in by their user principal name, from our own page only', async () => {
  const form = 'userPrincipalName=ADA%40lastmile.example';
  expect((await post('/hosts/sign-in', form, {})).status).toBe(403);
  const response = await post('/hosts/sign-in', form);
  expect(response.headers.get('Set-Cookie')).toContain(
    `local-tenant-person=${ada}; Path=/; HttpOnly`,
  );
  const unknown = await post('/hosts/sign-in', 'userPrincipalName=nobody');
  expect(unknown.headers.get('Location')).toBe('/?unknown');
  expect(await (await get('/?unknown')).text()).toContain('No such person in this tenant.');
});

test('Outlook opens on messages that came, on the web and on a phone, and on the answer to one', async () => {
  const dataOf = async (path: string) => {
    const page = await (await get(path)).text();
    const json = /id="page-data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    return JSON.parse(json) as Record<string, { id: string }[] & { id: string }>;
  };
  const reading = await dataOf('/outlook?mode=read&message=documents');
  expect(reading).toMatchObject({ messageId: 'documents', platform: 'OfficeOnline' });
  expect(reading['messages']!.map(({ id }) => id)).toEqual(['timetable', 'documents', 'summary']);
  expect(await dataOf('/outlook?mode=read&phone=Android')).toMatchObject({ platform: 'Android' });
  expect(await dataOf('/outlook?mode=read&phone=other')).toMatchObject({
    platform: 'OfficeOnline',
  });
  const reply = await dataOf('/outlook?mode=reply&message=documents');
  expect(reply['answered']!.id).toBe('documents');
});

test('an address that is no host page is left to others', async () => {
  expect(await pages(new Request(`${tenantOrigin}/graph.microsoft.com/v1.0/me`))).toBeUndefined();
  expect(
    await pages(new Request(`${tenantOrigin}/hosts/assets/..%2FhostAssets.ts`)),
  ).toBeUndefined();
});

test('pages run no script but our own and frame nothing but the product', async () => {
  const policy = (await get('/teams')).headers.get('Content-Security-Policy');
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain('frame-src http://localhost:3001');
  expect(policy).not.toContain('script-src');
});

test('the lists and their items are shown as text, whatever is in them', async () => {
  expect(await (await get('/sharepoint')).text()).toContain('1 item');
  const list = await (await get('/sharepoint/Feedback')).text();
  expect(list).toContain('Left out');
  expect(list).toContain('&lt;b&gt;two&lt;/b&gt;');
});

test('an edit by hand is an edit in SharePoint, by that person', async () => {
  const form = { ...unchangedForm, Kind: 'biased', ReachedClient: 'on', Score: '' };
  const response = await post('/sharepoint/Feedback/1', new URLSearchParams(form).toString());
  expect(response.headers.get('Location')).toBe('/sharepoint/Feedback/1?saved');
  const item = await itemFields();
  expect(item.fields).toMatchObject({
    Kind: 'biased',
    ReachedClient: true,
    Body: 'one\n<b>two</b>',
  });
  expect(item.fields).not.toHaveProperty('Score');
  expect(item.lastModifiedBy.user.displayName).toBe('Ada Okafor');
});

test("an edit over somebody else's is refused, and shows theirs", async () => {
  await graph('PATCH', `/lists/${listId}/items/1/fields`, { Title: 'Theirs' });
  const form = new URLSearchParams({ ...unchangedForm, Title: 'Mine' });
  const response = await post('/sharepoint/Feedback/1', form.toString());
  expect(response.status).toBe(409);
  const page = await response.text();
  expect(page).toContain('Someone changed this item');
  expect(page).toContain('value="Theirs"');
  expect((await itemFields()).fields).toMatchObject({ Title: 'Theirs' });
});

test('what SharePoint refuses is said', async () => {
  const form = new URLSearchParams({ ...unchangedForm, Title: 'x'.repeat(300) });
  const response = await post('/sharepoint/Feedback/1', form.toString());
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('role="alert"');
});

test('an edit from another origin is refused', async () => {
  const form = new URLSearchParams({ ...unchangedForm, Title: 'Mine' }).toString();
  const response = await post('/sharepoint/Feedback/1', form, {
    ...signedIn,
    Origin: 'http://localhost:3001',
  });
  expect(response.status).toBe(403);
  expect((await itemFields()).fields).toMatchObject({ Title: 'Left out' });
});

test('two windows can show two people, though the browser keeps one cookie', async () => {
  const ben = '0a0a0a0a-0000-4000-8000-000000000002';
  const known = tenant.directory.user(ada)!;
  tenant.directory.addUsers([{ ...known, id: ben, userPrincipalName: 'ben@lastmile.example' }]);
  const request = JSON.stringify({ clientId, scope: `${clientId}/access_as_user` });
  const response = await post('/hosts/token', request, {
    ...fromOwnPage,
    'Local-Tenant-Person': ben,
  });
  expect(await response.json()).toMatchObject({ success: true, account: { localAccountId: ben } });
});

test('each person has their own sent items', async () => {
  const message = {
    to: [{ displayName: 'M', emailAddress: 'm@x' }],
    subject: 'S',
    body: '<p>B</p>',
  };
  expect((await post('/hosts/outlook/sent', JSON.stringify(message))).status).toBe(201);
  expect((await post('/hosts/outlook/sent', '{"to":1}')).status).toBe(400);
  expect(await (await get('/hosts/outlook/sent')).json()).toMatchObject({
    value: [{ subject: 'S', format: 'html', body: '<p>B</p>' }],
  });
  expect((await get('/hosts/outlook/sent', {})).status).toBe(401);
});

test('the bell of Teams lists a person’s notifications in their language, and leads to each', async () => {
  const notify = (body: object) =>
    tenant.send(
      new Request(
        `https://graph.microsoft.com/v1.0/users/${ada}/teamwork/sendActivityNotification`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${teamsToken}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        },
      ),
    );
  tenant.directory.registerApp({
    ...{ clientId, displayName: 'Last Mile', secret: 's', appRoles: [], redirectUris: [] },
    grantedApplicationPermissions: ['TeamsActivity.Send.User'],
    activityTypes: ['feedbackDue'],
  });
  const teamsToken = await tenant.entra.appToken(clientId, 'https://graph.microsoft.com');
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'feedback/queue?view=due' }));
  const webUrl = `https://teams.microsoft.com/l/entity/app/lastMile?context=${context}`;
  for (const count of ['2', '3']) {
    const sent = await notify({
      topic: { source: 'text', value: 'Last Mile', webUrl },
      ...{ activityType: 'feedbackDue', chainId: 7, previewText: { content: 'Open it.' } },
      templateParameters: [{ name: 'count', value: count }],
    });
    expect(sent.status).toBe(204);
  }
  const listed = async (language: string) => {
    const address = `${tenantOrigin}/hosts/teams/activity?language=${language}`;
    const response = await pages(new Request(address, { headers: signedIn }));
    return ((await response?.json()) as { value: object[] }).value;
  };
  expect(await listed('en-GB')).toEqual([
    expect.objectContaining({
      title: 'Feedback waits for an answer: 3 due',
      preview: 'Open it.',
      href: `/teams?subPageId=${encodeURIComponent('feedback/queue?view=due')}`,
    }),
  ]);
  expect(await listed('de-DE')).toEqual([
    expect.objectContaining({ title: 'Feedback wartet auf eine Antwort: 3 fällig' }),
  ]);
});
