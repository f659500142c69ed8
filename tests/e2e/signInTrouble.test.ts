import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { Browser, FrameLocator, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { people as ids, testApp, type PersonName } from '../../api/local-tenant/testProduct';
import { launchBrowser } from '../setup/browser';
import { arrive, type Person } from './person';
import { createSignInStage, type SignInStage } from './signInStage';

const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const title = 'Minutes in five lines';

let browser: Browser;
/** A tenant where people consent for themselves, and one that leaves it to admins. */
let stage: SignInStage;
let strict: SignInStage;

beforeAll(async () => {
  [browser, stage, strict] = await Promise.all([
    launchBrowser(),
    createSignInStage(),
    createSignInStage({ userConsent: 'adminsOnly' }),
  ]);
  await stage.publish(title);
});
afterEach(() => {
  stage.tenant.entra.demands.clear();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([stage.close(), strict.close()]);
});

const nameOf = (person: PersonName) =>
  `${person.charAt(0).toUpperCase()}${person.slice(1)} Example`;
const arriveAs = (person: PersonName, at = stage) => arrive(browser, at.hostOrigin, nameOf(person));

/** Opens the tab without waiting for a page of it: there may be none. */
async function openTab({ page }: Person, query: Record<string, string> = {}, at = stage) {
  await page.goto(`${at.hostOrigin}/teams?${new URLSearchParams(query).toString()}`);
  return page.frameLocator('#tab-frame');
}

async function openPane({ page }: Person, query: Record<string, string> = {}) {
  await page.goto(`${stage.hostOrigin}/outlook?${new URLSearchParams(query).toString()}`);
  await page.getByRole('button', { name: 'Templates' }).click();
  return page.frameLocator('#pane-frame iframe');
}

const library = { subPageId: 'library' };
const shown = (frame: FrameLocator) => frame.getByText(title).first().waitFor();
const signInButton = (frame: FrameLocator) => frame.getByRole('button', { name: 'Sign in' });

/** Which clients got the tokens that the tab has sent to the API. */
function clientsSeen({ page }: Person): Set<unknown> {
  const seen = new Set<unknown>();
  page.on('request', (request) => {
    const { authorization } = request.headers();
    if (authorization !== undefined) seen.add(decodeJwt(authorization.slice(7))['azp']);
  });
  return seen;
}

/** The host lets requests of its bridge fall, those of one method or all. */
const deafen = ({ page }: Person, method = '') =>
  page.addInitScript((only) => {
    window.addEventListener(
      'message',
      (event) => {
        const { func, data = '' } = (event.data ?? {}) as { func?: string; data?: string };
        if (func !== 'nestedAppAuth.execute' || !data.includes(only)) return;
        event.stopImmediatePropagation();
      },
      true,
    );
  }, method);

interface Asked {
  readonly scope: string;
  readonly interactive: boolean;
}

/** The broker answers as the test says, and by itself where it says nothing. */
const answerTokens = (
  { page }: Person,
  answer: (asked: Asked, route: Route) => object | undefined,
) =>
  page.route('**/hosts/token', async (route) => {
    const said = answer(route.request().postDataJSON() as Asked, route);
    await (said === undefined ? route.continue() : route.fulfill({ json: said }));
  });

const refusal = (status: string, code: string) => ({
  success: false,
  error: { status, code, subError: '', description: 'As the test wants it.' },
});

const press = (page: Page, name: 'Accept' | 'Cancel') =>
  page.getByRole('button', { name, exact: true }).click();

test('a bridge that never answers, at its opening or for the token, is given up for the host’s own token', async () => {
  await Promise.all(
    ['', '"GetToken"'].map(async (method) => {
      const carol = await arriveAs('carol');
      const clients = clientsSeen(carol);
      await deafen(carol, method);
      await shown(await openTab(carol, library));
      expect([method, clients]).toEqual([method, new Set([teamsWeb])]);
      await carol.leave();
    }),
  );
});

test('so is one that refuses, and one that the host does not recommend', async () => {
  const refused = await arriveAs('carol');
  const clients = clientsSeen(refused);
  await answerTokens(refused, ({ scope }) =>
    scope === 'host' ? undefined : refusal('PERSISTENT_ERROR', 'broker_error'),
  );
  await shown(await openTab(refused, library));
  expect(clients).toEqual(new Set([teamsWeb]));
  await refused.leave();

  const other = await arriveAs('carol');
  const without = clientsSeen(other);
  await shown(await openTab(other, { ...library, nestedAppAuth: 'off' }));
  expect(without).toEqual(new Set([teamsWeb]));
  await other.leave();
});

test('where Entra wants the person there is one button; a closed window is offered again, and then the page goes on', async () => {
  stage.tenant.entra.demands.add({ kind: 'interaction_required', userId: ids.carol });
  const carol = await arriveAs('carol');
  const tab = await openTab(carol, library);
  await signInButton(tab).waitFor();
  expect(await tab.getByRole('button').count()).toBe(1);
  expect(await carol.violations()).toEqual([]);
  await signInButton(tab).click();
  await press(carol.page, 'Cancel');
  await tab.getByText('Signing in did not work. Try again').waitFor();
  await signInButton(tab).click();
  await press(carol.page, 'Accept');
  await shown(tab);
  expect(await signInButton(tab).count()).toBe(0);
  await carol.leave();
});

test('the same where Entra’s reason came back empty; after a window that did not open, the host asks', async () => {
  const carol = await arriveAs('carol');
  await answerTokens(carol, ({ scope, interactive }) => {
    if (scope === 'host') return undefined;
    return interactive
      ? refusal('PERSISTENT_ERROR', 'popup_window_error')
      : refusal('USER_INTERACTION_REQUIRED', 'invalid_grant');
  });
  const tab = await openTab(carol, library);
  await signInButton(tab).click();
  await press(carol.page, 'Accept');
  await tab.getByText('Signing in did not work. Try again, and allow').waitFor();
  await signInButton(tab).click();
  await press(carol.page, 'Accept');
  await shown(tab);
  await carol.leave();
});

/** A session that stands in no meeting yet, in a tenant where nobody consented to calendars. */
async function unplacedSession(at: SignInStage): Promise<string> {
  const { appIdUri } = at.tenant.directory.app(testApp.clientId) ?? testApp;
  at.tenant.directory.registerApp({
    ...testApp,
    ...(appIdUri === undefined ? {} : { appIdUri }),
    grantedDelegatedPermissions: ['User.Read'],
  });
  const starts = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const clientKey = randomUUID();
  const saved = await at.ask('alice', '/api/practice/sessions', {
    ...{ clientKey, eTag: null, jobFamily: null, title: 'Twenty minutes', workflowKey: null },
    ...{ scenario: '', exercise: null, startsAt: starts, minutes: 20 },
  });
  expect(saved.status).toBe(200);
  await at.settle();
  at.tenant.invite(ids.alice, ids.bob, {
    subject: 'Team round',
    body: { contentType: 'text', content: '' },
    start: { dateTime: '2026-10-05T09:00:00', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-10-05T09:30:00', timeZone: 'Europe/Berlin' },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
      range: { type: 'noEnd', startDate: '2026-10-05' },
    },
  });
  return clientKey;
}

async function lookInCalendar(champion: Person, at: SignInStage, query = {}) {
  const subPageId = `practice/${await unplacedSession(at)}/edit`;
  const tab = await openTab(champion, { subPageId, ...query }, at);
  await tab.getByRole('button', { name: 'Look in my calendar' }).click();
  await tab.getByText('Last Mile needs your consent').waitFor();
  await tab.getByRole('button', { name: 'Give consent' }).click();
  return tab;
}

const tellAdmin = 'ask one to grant Last Mile the delegated permission Calendars.ReadWrite';

test('a champion who never consented is asked by the tab, and sees their meetings', async () => {
  const alice = await arriveAs('alice');
  const tab = await lookInCalendar(alice, stage);
  await press(alice.page, 'Cancel');
  await tab.getByText(tellAdmin).waitFor();
  await tab.getByRole('button', { name: 'Give consent' }).click();
  await press(alice.page, 'Accept');
  await tab.getByRole('option', { name: /^Team round/ }).waitFor({ state: 'attached' });
  await alice.leave();
});

test('where only admins consent, or the host cannot ask, it is said what an admin has to grant', async () => {
  const alice = await arriveAs('alice', strict);
  const tab = await lookInCalendar(alice, strict);
  await press(alice.page, 'Accept');
  await tab.getByText(tellAdmin).waitFor();
  const without = await lookInCalendar(alice, strict, { nestedAppAuth: 'off' });
  await without.getByText(tellAdmin).waitFor();
  await alice.leave();
});

/** Everything the frames of this person's browser show from now on, as it appears. */
async function watchWhatIsShown({ page }: Person): Promise<string[]> {
  const texts: string[] = [];
  await page.context().exposeBinding('noteShown', (_, text: string) => texts.push(text));
  await page.addInitScript(() => {
    if (window === window.top) return;
    const { noteShown } = window as unknown as { noteShown: (text: string) => void };
    new MutationObserver(() => {
      const fields = [...document.querySelectorAll('input, textarea')];
      const values = fields.map((field) => (field as HTMLInputElement).value);
      noteShown([document.body.innerText, ...values].join('\n'));
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return texts;
}

/** The host’s broker gives the tokens of another account than the page was opened for. */
const brokerFor = ({ page }: Person, person: PersonName) =>
  page.route('**/hosts/token', (route) =>
    route.continue({
      headers: { ...route.request().headers(), 'local-tenant-person': ids[person] },
    }),
  );

/** The API finds the next token expired, as a clock that is wrong lets happen. */
const expireOnce = ({ page }: Person, path: string) =>
  page.route(
    path,
    (route) =>
      route.fulfill({
        status: 401,
        json: { code: 'token_expired', message: 'The token has expired.' },
      }),
    { times: 1 },
  );

/** Whose answers this device keeps for the tab's next opening. */
const keptFor = (tab: FrameLocator) =>
  tab.locator('body').evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('last-mile.answers') ?? '{}') as object;
    return 'account' in kept ? String(kept.account) : '';
  });

const typed = 'Only Alice has typed this';

test('once another account is signed in to Teams, nothing of the one before is shown in the tab', async () => {
  const alice = await arriveAs('alice');
  const own = await openTab(alice, { subPageId: 'practice/new' });
  await own.getByRole('textbox', { name: /What it is called/ }).fill(typed);
  const tab = await openTab(alice);
  await tab.getByRole('tab', { name: 'Dashboard' }).waitFor();
  await tab.getByRole('heading').first().waitFor();
  await expect.poll(() => keptFor(tab)).toContain(ids.alice);

  const texts = await watchWhatIsShown(alice);
  for (const subPageId of ['', 'library', 'practice/new']) {
    const carols = await openTab(alice, { as: ids.carol, subPageId });
    await carols.getByRole('tab', { name: 'Library' }).waitFor();
    await carols.getByRole('heading').first().waitFor();
  }
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes(typed) || text.includes('Dashboard'))).toEqual([]);
  expect(await keptFor(tab)).toContain(ids.carol);
  await alice.leave();
});

test('tokens that become another’s while the tab is open end it for the one before', async () => {
  const alice = await arriveAs('alice');
  const tab = await openTab(alice);
  await tab.getByRole('tab', { name: 'Dashboard' }).waitFor();
  await brokerFor(alice, 'carol');
  await expireOnce(alice, '**/api/library?*');
  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab.getByRole('tab', { name: 'Dashboard' }).waitFor({ state: 'detached' });
  await shown(tab);
  expect(await tab.getByRole('tab', { name: 'Dashboard' }).count()).toBe(0);
  await alice.leave();
});

test('in the pane neither, whether the mailbox changed or only whose tokens come', async () => {
  const alice = await arriveAs('alice');
  await shown(await openPane(alice));
  await brokerFor(alice, 'erin');
  const becameErins = await openPane(alice);
  await becameErins.getByText('No templates yet').waitFor();
  expect(await becameErins.getByText(title).count()).toBe(0);

  await alice.page.unroute('**/hosts/token');
  const texts = await watchWhatIsShown(alice);
  const erins = await openPane(alice, { as: ids.erin });
  await erins.getByText('No templates yet').waitFor();
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.includes(title))).toEqual([]);
  await alice.leave();
});

test('a pane that can sign in in no way, or with nobody signed in, shows what it kept and why', async () => {
  const carol = await arriveAs('carol');
  await shown(await openPane(carol));
  const without = await openPane(carol, { nestedAppAuth: 'off', dialogs: 'off' });
  await shown(without);
  await without.getByText('This version of Outlook cannot sign in to Last Mile').waitFor();
  await without.getByText(/Templates from .*, kept on this device/).waitFor();

  await carol.page.route('**/hosts/token', (route) => route.fulfill({ status: 401, json: {} }));
  const signedOut = await openPane(carol);
  await shown(signedOut);
  await signedOut.getByText('The sign-in did not work').waitFor();
  await signedOut.getByText(/Templates from .*, kept on this device/).waitFor();
  await carol.leave();
});
