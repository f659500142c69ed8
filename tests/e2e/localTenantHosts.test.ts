import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHostPages } from '../../api/local-tenant/hosts/createHostPages';
import {
  createLocalTenant,
  localSiteId,
  type LocalTenant,
} from '../../api/local-tenant/localTenant';
import { createStandInFiles } from '../../api/local-tenant/office-stand-in/createStandInFiles';
import { listenLocalTenant, type LoopbackServer } from '../../api/local-tenant/server';
import { launchBrowser } from '../setup/browser';
import { brokenRules } from './brokenRules';
import { toyPane, toyTab } from './toyPages';

const clientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const ada = '0a0a0a0a-0000-4000-8000-000000000001';
const ben = '0a0a0a0a-0000-4000-8000-000000000002';

let browser: Browser;
let tenant: LocalTenant;
let host: LoopbackServer;
let product: Server;
let context: BrowserContext;
let page: Page;
const outside: string[] = [];

/** What a toy page wrote down about what it saw. */
type Seen = Record<string, unknown>;

beforeAll(async () => {
  browser = await launchBrowser();
  tenant = await createLocalTenant();
  tenant.directory.addUsers([person(ada, 'Ada Okafor'), person(ben, 'Ben Sato')]);
  tenant.directory.registerApp({
    clientId,
    displayName: 'Last Mile',
    secret: 's',
    appIdUri: `api://localhost:3001/${clientId}`,
    appRoles: [],
    redirectUris: [],
    exposedScopes: ['access_as_user'],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  await addFeedbackList();
  tenant.directory.assignAppRole(ada, 'Champion');

  // Each origin is in the other's pages, so both must be known before either answers.
  const answer: { page?: ReturnType<typeof createHostPages> } = {};
  host = await listenLocalTenant({
    tenant,
    port: 0,
    pages: async (request) => answer.page?.(request),
  });
  product = serveToys(host.origin);
  await new Promise<void>((resolve) => {
    product.listen(0, '127.0.0.1', resolve);
  });
  answer.page = createHostPages({
    tenant,
    tenantOrigin: host.origin,
    productOrigin: `http://localhost:${(product.address() as AddressInfo).port}`,
    featuredPeople: [
      { userId: ada, note: 'Champion' },
      { userId: ben, note: 'Member' },
    ],
  });
});

afterAll(async () => {
  await browser.close();
  await host.close();
  product.closeAllConnections();
  product.close();
  await tenant.close();
});

beforeEach(async () => {
  outside.length = 0;
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') outside.push(request.url());
  });
});

afterEach(async () => {
  tenant.entra.demands.clear();
  await context.close();
});

test('the chooser says that it is a simulation, and signs a person in', async () => {
  await page.goto(host.origin);
  await expectText(page, 'Local tenant: a simulation of Microsoft 365 on this computer.');
  await page.getByRole('button', { name: 'Ada Okafor' }).click();
  await page.getByRole('link', { name: /Teams channel/ }).click();
  expect(new URL(page.url()).pathname).toBe('/teams');
});

test('the real teams-js connects to the channel: context, theme changes and the end of loading', async () => {
  const tab = await openTab('/teams?theme=dark&subPageId=library%2F7');
  const seen = await tab.evaluate(() => (window as never as { seen: Seen }).seen);
  expect(seen).toMatchObject({
    context: {
      app: { theme: 'dark', locale: 'en-GB', host: { name: 'Teams' } },
      page: { subPageId: 'library/7', frameContext: 'content' },
      user: { id: ada, tenant: { id: tenant.tenantId } },
      channel: { displayName: 'Pilot' },
    },
    nestedAppAuth: true,
  });
  await page.getByLabel('Theme').selectOption('contrast');
  await tab.waitForFunction(() => (window as never as { seen: Seen }).seen['theme'] === 'contrast');
  expect(await page.locator('#frame-state').isVisible()).toBe(false);
});

test('the real msal-browser gets our token through the bridge of teams-js, and then from its cache', async () => {
  const tab = await openTab('/teams');
  const answer = await tab.evaluate(() => (window as never as Toys).acquireTwice());
  expect(decodeJwt(answer.accessToken)).toMatchObject({
    aud: clientId,
    azp: clientId,
    oid: ada,
    scp: 'access_as_user',
    roles: ['Champion'],
    ver: '2.0',
  });
  expect(answer).toMatchObject({ username: 'ada.okafor@lastmile.example', secondFromCache: true });
});

test('where Entra wants the person, the silent way is refused and the consent window gives the token', async () => {
  tenant.entra.demands.add({ kind: 'consent_required', userId: ada });
  const tab = await openTab('/teams');
  expect(await tab.evaluate(() => (window as never as Toys).acquireSilently())).toBe(
    'InteractionRequiredAuthError',
  );
  const token = tab.evaluate(() => (window as never as Toys).acquireByPopup());
  await page.getByRole('button', { name: 'Accept' }).click();
  expect(decodeJwt(await token)).toMatchObject({ oid: ada, aud: clientId });
});

test('closing the consent window is a refusal, not a hang', async () => {
  const tab = await openTab('/teams');
  const token = tab.evaluate(() => (window as never as Toys).acquireByPopup().catch(String));
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await token).toContain('user_cancel');
});

test('getAuthToken gives the token Teams itself asks for, or the reason it cannot', async () => {
  const tab = await openTab('/teams');
  const token = await tab.evaluate(() => (window as never as Toys).hostToken());
  expect(decodeJwt(token)).toMatchObject({ aud: clientId, azp: teamsWeb, oid: ada });
  tenant.entra.demands.add({ kind: 'consent_required' });
  expect(await tab.evaluate(() => (window as never as Toys).hostToken().catch(String))).toContain(
    'resourceRequiresConsent',
  );
});

test('deep links and shared links are shown, not followed', async () => {
  const tab = await openTab('/teams');
  await tab.evaluate(() => (window as never as Toys).openLinks());
  await page.getByText('A link to this place is now in the address').waitFor();
  expect(new URL(page.url()).searchParams.get('subPageId')).toBe('library/42');
});

test('the pane keeps its script tag and gets the Office stand-in from the service worker', async () => {
  const pane = await openPane('/outlook?as=' + ada);
  expect(outside.filter((url) => !url.startsWith('https://appsforoffice.microsoft.com/'))).toEqual(
    [],
  );
  const seen = await pane.evaluate(() => (window as never as { seen: Seen }).seen);
  expect(seen).toMatchObject({
    ready: { host: 'Outlook', platform: 'OfficeOnline' },
    pushState: null,
    user: 'Ada Okafor',
    bodyType: 'html',
  });
});

test('opening the pane starts no service worker once the stand-in is installed', async () => {
  await openPane('/outlook?as=' + ada);
  const pane = await openPane('/outlook?as=' + ada);
  const started = await pane.evaluate(() =>
    performance
      .getEntriesByType('navigation')
      .map((entry) => (entry as PerformanceNavigationTiming).workerStart),
  );
  expect(started).toEqual([0]);
  expect(await pane.evaluate(() => 'Office' in window)).toBe(true);
});

test('a template goes in at the caret, as the editor writes it, and is sent', async () => {
  const pane = await openPane('/outlook?as=' + ada);
  const body = page.getByRole('textbox', { name: 'Message body' });
  await page.getByLabel('To', { exact: true }).fill('Marta Lindqvist');
  await page.getByLabel('To', { exact: true }).press('Enter');
  await page.getByLabel('Subject').fill('Timetable');
  await body.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Before []');
  await page.keyboard.press('ArrowLeft');
  const inserted = await pane.evaluate(() =>
    (window as never as Toys).insert(
      '<b class="lm" data-t="1">Hello</b><script>window.top.bad = 1</script>',
    ),
  );
  expect(inserted).toMatchObject({ status: 'succeeded' });
  expect(await body.innerHTML()).toContain('Before [<b class="x_lm">Hello</b>]');
  expect(await pane.evaluate(() => (window as never as Toys).readMessage())).toMatchObject({
    to: [{ displayName: 'Marta Lindqvist', emailAddress: 'marta.lindqvist@northwind.example' }],
    subject: 'Timetable',
  });

  await page.getByRole('button', { name: 'Send' }).click();
  await expectText(page, 'Sent. It is under');
  const sent = await page.evaluate(
    async () => (await fetch('/hosts/outlook/sent')).json() as Promise<unknown>,
  );
  expect(sent).toMatchObject({
    value: [{ subject: 'Timetable', format: 'html', to: [{ displayName: 'Marta Lindqvist' }] }],
  });
  await pane.waitForFunction(() => (window as never as { seen: Seen }).seen['item'] === null);
  await page.getByRole('button', { name: 'New message' }).click();
  await pane.waitForFunction(() => (window as never as { seen: Seen }).seen['item'] !== null);
});

test('HTML does not go into a plain text message; text does, where the caret is', async () => {
  const pane = await openPane('/outlook?as=' + ada);
  await page.getByLabel('Format').selectOption('text');
  const refused = await pane.evaluate(() => (window as never as Toys).insert('<b>no</b>'));
  expect(refused).toMatchObject({ status: 'failed', name: 'InvalidFormatError' });
  const body = page.getByRole('textbox', { name: 'Message body' });
  await body.fill('one three');
  await body.evaluate((box: HTMLTextAreaElement) => {
    box.setSelectionRange(4, 4);
  });
  await pane.evaluate(() => (window as never as Toys).insertText('two '));
  expect(await body.inputValue()).toBe('one two three');
});

test('the real msal-browser gets our token through the bridge of the Office stand-in', async () => {
  const pane = await openPane('/outlook?as=' + ben);
  const answer = await pane.evaluate(() => (window as never as Toys).acquireTwice());
  expect(decodeJwt(answer.accessToken)).toMatchObject({ aud: clientId, oid: ben, azp: clientId });
});

test('roaming settings follow the person to their next message', async () => {
  const pane = await openPane('/outlook?as=' + ada);
  await pane.evaluate(() => (window as never as Toys).saveSetting('numbers', 3));
  const again = await openPane('/outlook?mode=reply&as=' + ada);
  expect(await again.evaluate(() => (window as never as Toys).setting('numbers'))).toBe(3);
  const other = await openPane('/outlook?as=' + ben);
  expect(await other.evaluate(() => (window as never as Toys).setting('numbers'))).toBeUndefined();
});

test("an item is edited by hand in SharePoint, and the edit is the signed-in person's", async () => {
  await page.goto(`${host.origin}/sharepoint?as=${ben}`);
  await page.getByRole('link', { name: /Feedback/ }).click();
  await page.getByRole('link', { name: 'Item 1' }).click();
  await page.getByLabel('Title').fill('A party was left out');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectText(page, 'Saved.');
  const [list] = tenant.sharePoint.lists();
  expect(tenant.sharePoint.items(list!.id)).toMatchObject([
    { modifiedBy: 'Ben Sato', fields: { Title: 'A party was left out', Body: 'a' } },
  ]);
});

test('the consent window is labelled a simulation and has no accessibility violation', async () => {
  const tab = await openTab('/teams');
  const refused = tab.evaluate(() =>
    (window as never as Toys).acquireByPopup().catch(() => 'refused'),
  );
  await page.getByRole('dialog', { name: 'Sign in (simulation)' }).waitFor();
  const violations = await brokenRules(page, { exclude: ['iframe'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await refused).toBe('refused');
});

test('the width of the pane is set by keyboard, between 320 and 400 pixels', async () => {
  await openPane('/outlook?as=' + ada);
  const divider = page.getByRole('separator', { name: 'Width of the task pane' });
  await divider.focus();
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowLeft');
  expect((await page.locator('#pane').boundingBox())?.width).toBe(400);
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowRight');
  expect((await page.locator('#pane').boundingBox())?.width).toBe(320);
});

test('tokens are given to our own pages only', async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${host.origin}/hosts/token`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: `local-tenant-person=${ada}`,
        ...headers,
      },
      body: JSON.stringify({ clientId, scope: `${clientId}/.default` }),
    });
  expect((await ask({})).status).toBe(403);
  expect((await ask({ Origin: 'http://evil.test' })).status).toBe(403);
  expect((await ask({ Origin: host.origin, Cookie: '' })).status).toBe(401);
  expect((await ask({ Origin: host.origin })).status).toBe(200);
});

test.each(['default', 'dark', 'contrast'])(
  'no host page has an accessibility violation in the %s theme, wide or at 320 pixels',
  async (theme) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of hostPaths) {
        const address = new URL(path, host.origin);
        address.searchParams.set('theme', theme);
        address.searchParams.set('as', ada);
        await page.goto(address.href);
        if (path === '/outlook') {
          await page.getByRole('button', { name: 'Templates' }).click();
          await page.locator('#pane-frame iframe').waitFor();
        }
        const violations = await brokenRules(page, { exclude: ['iframe'] });
        expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, width, overflow]).toEqual([path, width, 0]);
      }
    }
  },
);

const hostPaths = [
  '/',
  '/teams',
  '/outlook',
  '/outlook?mode=reply',
  '/sharepoint',
  '/sharepoint/Feedback',
  '/sharepoint/Feedback/1',
];

interface Toys {
  acquireTwice(): Promise<{ accessToken: string; username: string; secondFromCache: boolean }>;
  acquireSilently(): Promise<string>;
  acquireByPopup(): Promise<string>;
  hostToken(): Promise<string>;
  openLinks(): Promise<void>;
  insert(html: string): Promise<{ status: string; name?: string }>;
  insertText(text: string): Promise<unknown>;
  readMessage(): Promise<unknown>;
  saveSetting(name: string, value: unknown): Promise<void>;
  setting(name: string): unknown;
}

/** One list with one item, made through Graph as provisioning would. */
async function addFeedbackList() {
  const token = await tenant.entra.appToken(clientId, 'https://graph.microsoft.com');
  const post = async (path: string, body: object) => {
    const response = await tenant.send(
      new Request(`https://graph.microsoft.com/v1.0/sites/${localSiteId}${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string };
  };
  const list = await post('/lists', {
    displayName: 'Feedback',
    columns: [
      { name: 'Body', text: { allowMultipleLines: true } },
      { name: 'Kind', choice: { choices: ['wrong', 'biased'] } },
      { name: 'ReachedClient', boolean: {} },
    ],
    list: { template: 'genericList' },
  });
  await post(`/lists/${list.id}/items`, {
    fields: { Title: 'Left out', Body: 'a', Kind: 'wrong' },
  });
}

async function openTab(path: string): Promise<Frame> {
  await page.goto(`${host.origin}${path}${path.includes('?') ? '&' : '?'}as=${ada}`);
  return frameOf('#tab-frame');
}

async function openPane(path: string): Promise<Frame> {
  await page.goto(`${host.origin}${path}`);
  await page.getByRole('button', { name: 'Templates' }).click();
  return frameOf('#pane-frame iframe');
}

/** The framed toy page, once it has seen what it starts with. */
async function frameOf(selector: string): Promise<Frame> {
  const element = await page.waitForSelector(selector, { state: 'attached' });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`${selector} frames nothing`);
  await frame.waitForFunction(
    () => (window as never as { seen?: { done?: boolean } }).seen?.done === true,
    undefined,
    { timeout: 15_000 },
  );
  return frame;
}

async function expectText(shown: Page, text: string) {
  await shown.getByText(text).first().waitFor({ timeout: 5000 });
}

function person(id: string, displayName: string) {
  const name = displayName.toLowerCase().replace(' ', '.');
  return {
    id,
    displayName,
    userPrincipalName: `${name}@lastmile.example`,
    mail: `${name}@lastmile.example`,
    department: 'Tax',
    jobTitle: 'Adviser',
    accountEnabled: true,
    preferredLanguage: 'en-GB',
  };
}

/** Toy pages in place of tab and pane, with the real libraries. */
function serveToys(tenantOrigin: string): Server {
  const standIn = createStandInFiles({ tenantOrigin });
  const library = (path: string) =>
    readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');
  const scripts: Record<string, string> = {
    '/teams.js': library('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
    '/msal.js': library('@azure/msal-browser/lib/msal-browser.min.js'),
  };
  const settings = { clientId, tenantId: tenant.tenantId, tenantOrigin };
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = standIn(new Request(url));
    if (file) {
      response.writeHead(200, Object.fromEntries(file.headers));
      void file.text().then((text) => response.end(text));
      return;
    }
    const script = scripts[url.pathname];
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(
      script ?? (url.pathname.startsWith('/pane/') ? toyPane(settings) : toyTab(settings)),
    );
  });
}
