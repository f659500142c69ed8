import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { people as ids } from '../../api/local-tenant/testProduct';
import { launchBrowser } from '../setup/browser';
import { brokenRules } from './brokenRules';
import { overflowOf } from './narrow';
import { arrive, themes, type Person } from './person';
import { createSignInStage, type SignInStage } from './signInStage';

const title = 'Minutes in five lines';

let browser: Browser;
let stage: SignInStage;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), createSignInStage()]);
  await stage.publish(title);
});
afterEach(() => {
  stage.tenant.entra.demands.clear();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const arriveAs = (name: string) => arrive(browser, stage.hostOrigin, `${name} Example`);

/** An Outlook without nested app authentication, and the pane in it. */
async function openPane({ page }: Person, query: Record<string, string> = {}) {
  const asked = new URLSearchParams({ nestedAppAuth: 'off', ...query });
  await page.goto(`${stage.hostOrigin}/outlook?${asked.toString()}`);
  await page.getByRole('button', { name: 'Templates' }).click();
  return page.frameLocator('#pane-frame iframe');
}

const signInButton = (pane: FrameLocator) => pane.getByRole('button', { name: 'Sign in' });
const shown = (pane: FrameLocator) => pane.getByText(title).first().waitFor();
const search = (pane: FrameLocator) => pane.getByRole('combobox', { name: 'Search templates' });

/** By keyboard: asks for the sign-in, lets Office open its window, and gives the window. */
async function openWindow({ page }: Person, pane: FrameLocator): Promise<Page> {
  await signInButton(pane).press('Enter');
  const opened = page.waitForEvent('popup');
  await pane.getByRole('button', { name: 'Allow' }).press('Enter');
  return opened;
}

/** What is to be pressed on Entra’s page; then the window closes by itself. */
async function answerIn(window: Page, button: string) {
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: button }).press('Enter');
  await closed;
}

/** Carol, signed in by her window. */
async function signedInCarol(query: Record<string, string> = {}) {
  const carol = await arriveAs('Carol');
  const pane = await openPane(carol, query);
  await answerIn(await openWindow(carol, pane), 'Carol Example');
  await shown(pane);
  return { carol, pane };
}

/** The API refuses what the pane asks next, once. */
const refuseOnce = ({ page }: Person, problem: { code: string; claims?: string }) =>
  page.route(
    '**/api/library?*',
    (route) =>
      route.fulfill({ status: 401, json: { message: 'As the test wants it.', ...problem } }),
    { times: 1 },
  );

/** The token ends, and the pane finds out when the person looks for news. */
async function tokenEnds(person: Person, pane: FrameLocator, claims?: string) {
  const code = claims === undefined ? 'token_expired' : 'interaction_required';
  await refuseOnce(person, { code, ...(claims === undefined ? {} : { claims }) });
  await pane.getByRole('button', { name: /Look for news/ }).press('Enter');
  await signInButton(pane).waitFor();
}

test('an Outlook without nested app authentication signs in by a window, by keyboard, and inserts a template', async () => {
  const carol = await arriveAs('Carol');
  const pane = await openPane(carol);
  await pane.getByText('A window opens for it and closes by itself.').waitFor();
  await answerIn(await openWindow(carol, pane), 'Carol Example');
  await shown(pane);
  await pane.getByRole('option', { name: new RegExp(title) }).press('Enter');
  await pane.getByRole('button', { name: 'Insert at cursor' }).press('Enter');
  await pane.getByRole('heading', { name: 'Inserted at the cursor' }).waitFor();
  await carol.page.getByRole('textbox', { name: 'Message body' }).getByText('In short.').waitFor();
  expect(carol.complaints).toEqual([]);
  await carol.leave();
});

test('no window opens by itself, also not when the token has ended; then it flashes by, and what was typed stays', async () => {
  const { carol, pane } = await signedInCarol();
  const windows: Page[] = [];
  carol.page.on('popup', (window) => windows.push(window));
  await search(pane).fill('five lines');
  await tokenEnds(carol, pane);
  await pane.getByText('Feedback waits on this device until then.').waitFor();
  await shown(pane);
  expect(windows).toEqual([]);

  const window = await openWindow(carol, pane);
  if (!window.isClosed()) await window.waitForEvent('close');
  await signInButton(pane).waitFor({ state: 'detached' });
  expect(await search(pane).inputValue()).toBe('five lines');
  await shown(pane);
  await carol.leave();
});

test('a window that is closed half way, or not allowed, is offered again, with what to do', async () => {
  const carol = await arriveAs('Carol');
  const pane = await openPane(carol);
  const window = await openWindow(carol, pane);
  await window.getByRole('button', { name: 'Carol Example' }).waitFor();
  await window.close();
  await pane.getByText('The window was closed before you were signed in.').waitFor();

  await signInButton(pane).press('Enter');
  await pane.getByRole('button', { name: 'Ignore' }).press('Enter');
  await pane.getByText('The window was not opened.').waitFor();
  // The button that asked has the focus again: Enter asks once more.
  const again = carol.page.waitForEvent('popup');
  await carol.page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Allow' }).press('Enter');
  await answerIn(await again, 'Carol Example');
  await shown(pane);
  await carol.leave();
});

test('a claims challenge goes to Entra with the window, which asks although there is a session', async () => {
  const { carol, pane } = await signedInCarol();
  const asked: string[] = [];
  carol.page.context().on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/authorize')) asked.push(searchParams.get('claims') ?? '');
  });
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  await tokenEnds(carol, pane, claims);
  await answerIn(await openWindow(carol, pane), 'Carol Example');
  await signInButton(pane).waitFor({ state: 'detached' });
  expect(asked[0]).toContain('"acrs"');
  await carol.leave();
});

test('where another account signs in, the pane opens anew for it and shows nothing of the one before', async () => {
  const { carol, pane } = await signedInCarol();
  stage.tenant.entra.demands.add({ kind: 'interaction_required', userId: ids.carol });
  await tokenEnds(carol, pane);
  const window = await openWindow(carol, pane);
  await window.getByRole('textbox', { name: 'Another account' }).fill('erin@example.com');
  await answerIn(window, 'Sign in');
  await pane.getByText('No templates yet').waitFor();
  expect(await pane.getByText(title).count()).toBe(0);
  await carol.leave();
});

test.each(themes)(
  'asking and asking again fits 320 pixels and breaks no rule of axe, in the %s theme',
  async (theme) => {
    const carol = await arriveAs('Carol');
    const pane = await openPane(carol, { theme });
    const divider = carol.page.getByRole('separator', { name: 'Width of the task pane' });
    await divider.press('ArrowRight');
    await divider.press('ArrowRight');
    await signInButton(pane).waitFor();
    expect([await carol.violations(), await overflowOf(pane)]).toEqual([[], 0]);
    await answerIn(await openWindow(carol, pane), 'Carol Example');
    await shown(pane);
    await tokenEnds(carol, pane);
    expect([await carol.violations(), await overflowOf(pane)]).toEqual([[], 0]);
    await carol.leave();
  },
);

test('opened by itself the sign-in page begins nothing and says whose it is', async () => {
  const { carol } = await signedInCarol();
  const page = await carol.page.context().newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${stage.origin}/pane/sign-in.html`);
  await page.getByText('This page opens by itself when you sign in').waitFor();
  expect(await brokenRules(page)).toEqual([]);
  expect(asked.filter((url) => url.includes('login.microsoftonline.com'))).toEqual([]);
  await carol.leave();
});
