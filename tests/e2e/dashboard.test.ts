import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../setup/browser';
import { arrive, people, themes } from './person';

const { hostOrigin } = inject('product');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each(themes)(
  'a champion opens the tab in a channel and reads the active rate, in the %s theme',
  async (theme) => {
    const champion = await arrive(browser, hostOrigin, people.owner);
    const tab = await champion.openTab({ theme });
    await tab.getByText('Sample data').waitFor();
    // The share is always shown with its n and N.
    await tab
      .getByText(/\b\d+ of \d+ people\b/)
      .first()
      .waitFor();
    await tab.locator('svg').first().waitFor();
    expect(await champion.violations()).toEqual([]);
    expect(champion.complaints).toEqual([]);
    await champion.leave();
  },
);

test('the chart has a table twin with the same weeks, and it says 22 % before and 71 % in week eight', async () => {
  const champion = await arrive(browser, hostOrigin, people.owner);
  const tab = await champion.openTab();
  await tab.getByRole('button', { name: 'Table' }).first().click();
  const table = tab.getByRole('table', { name: /Weekly active people/ });
  await table.waitFor();
  const rows = await table.getByRole('row').allInnerTexts();
  const shareIn = (phase: string) =>
    /(\d+)\s?%/.exec(rows.filter((row) => row.includes(phase)).at(-1) ?? '')?.[1];
  expect(shareIn('Before')).toBe('22');
  expect(shareIn('Programme week 8')).toBe('71');
  const sustained = rows.filter((row) => row.includes('Sustaining') && !row.includes('Running'));
  expect(sustained).toHaveLength(5);
  await champion.leave();
});

test('a leader sees the figures and nobody by name', async () => {
  const leader = await arrive(browser, hostOrigin, people.sponsor);
  const tab = await leader.openTab();
  await tab
    .getByText(/\b\d+ of \d+ people\b/)
    .first()
    .waitFor();
  const text = await tab.locator('body').innerText();
  for (const name of [people.owner, people.deputy, people.member]) expect(text).not.toContain(name);
  await leader.leave();
});

test('a member lands in the library and is not offered the dashboard', async () => {
  const member = await arrive(browser, hostOrigin, people.member);
  const tab = await member.openTab();
  await tab.getByRole('searchbox').waitFor();
  expect(await tab.getByRole('tab', { name: 'Dashboard' }).count()).toBe(0);
  await member.leave();
});

test('a person in no programme is told so, and what to do', async () => {
  const outsider = await arrive(browser, hostOrigin, people.outsider);
  await outsider.page.goto(`${hostOrigin}/teams`);
  const tab = outsider.page.frameLocator('#tab-frame');
  await tab.getByText('You are in no programme yet').waitFor();
  expect(await outsider.violations()).toEqual([]);
  await outsider.leave();
});

test('the tab is usable at 320 pixels and follows the host’s theme while open', async () => {
  const champion = await arrive(browser, hostOrigin, people.owner, {
    viewport: { width: 320, height: 640 },
  });
  const tab = await champion.openTab();
  await tab
    .getByText(/\b\d+ of \d+ people\b/)
    .first()
    .waitFor();
  const overflow = await tab
    .locator('html')
    .evaluate((page) => page.scrollWidth - page.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await champion.violations()).toEqual([]);
  await champion.leave();
});
