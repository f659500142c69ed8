import { readFile } from 'node:fs/promises';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { hostOrigin, arrive } = visitLane();

test.each(themes)(
  'a champion opens the tab in a channel and reads the active rate, in the %s theme',
  async (theme) => {
    const champion = await arrive(people.owner);
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

test('who the person is is asked before the tab itself is there, and only once', async () => {
  const champion = await arrive(people.owner);
  const { page } = champion;
  let asked = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/me') asked += 1;
  });
  const held: (() => void)[] = [];
  await page.route(/\/tab\/assets\/main-/, (route) => {
    held.push(() => void route.continue());
  });
  const opening = champion.openTab();
  await expect.poll(() => asked, { timeout: 60_000 }).toBe(1);
  for (const letGo of held) letGo();
  const tab = await opening;
  await tab.getByRole('heading', { level: 1 }).waitFor();
  expect(asked).toBe(1);
  await champion.leave();
});

test('the chart has a table twin with the same weeks, and it says 22 % before and 71 % in week eight', async () => {
  const champion = await arrive(people.owner);
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
  const leader = await arrive(people.sponsor);
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
  const member = await arrive(people.member);
  const tab = await member.openTab();
  await tab.getByRole('searchbox').waitFor();
  expect(await tab.getByRole('tab', { name: 'Dashboard' }).count()).toBe(0);
  await member.leave();
});

test('a person in no programme is told so, and what to do', async () => {
  const outsider = await arrive(people.outsider);
  await outsider.page.goto(`${hostOrigin}/teams`);
  const tab = outsider.page.frameLocator('#tab-frame');
  await tab.getByText('You are in no programme yet').waitFor();
  expect(await outsider.violations()).toEqual([]);
  await outsider.leave();
});

test('the tab is usable at 320 pixels and follows the host’s theme while open', async () => {
  const champion = await arrive(people.owner, {
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

test('a panel is taken along as figures and as a picture, by what is seen', async () => {
  const leader = await arrive(people.sponsor);
  const tab = await leader.openTab();
  const weeks = tab.getByRole('region', { name: 'Week by week', exact: true });
  const summary = await weeks.getByText(/^In the week of/).innerText();
  await weeks.locator('svg path').first().waitFor();
  const take = async (form: string) => {
    const download = leader.page.waitForEvent('download');
    await weeks.getByRole('button', { name: 'Export: Week by week' }).click();
    await tab.getByRole('menuitem', { name: form }).click();
    const saved = await download;
    return { name: saved.suggestedFilename(), content: await readFile(await saved.path()) };
  };

  const figures = await take('Figures (CSV)');
  expect(figures.name).toMatch(/^Everyday-AI-.*-weeks-\d{4}-W\d{2}\.csv$/);
  expect(figures.content.toString()).toContain(summary);
  expect(figures.content.toString()).toMatch(/Programme week 8,0\.7\d*,\d+,\d+,/);

  const picture = await take('Picture (PNG)');
  expect(picture.name).toMatch(/\.png$/);
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
  // Width and height, as a PNG's first chunk has them: twice the pixels of the screen.
  expect(picture.content.readUInt32BE(16)).toBeGreaterThanOrEqual(1920);
  expect(picture.content.readUInt32BE(20)).toBeGreaterThan(400);
  expect(leader.complaints).toEqual([]);
  await leader.leave();
});

test('a link shows whoever may follow it the same view', async () => {
  const champion = await arrive(people.owner);
  const tab = await champion.openTab();
  const until = tab.getByRole('combobox', { name: 'As it stood' });
  const past = await until.getByRole('option').nth(2).getAttribute('value');
  await until.selectOption(past);
  await tab.getByRole('combobox', { name: 'Weeks shown' }).selectOption('6');
  await tab.getByText('You see how use stood at the end of').waitFor();
  const figures = (where: FrameLocator) =>
    where.getByRole('region', { name: 'Active people', exact: true }).innerText();
  const seen = await figures(tab);
  const address = await tab.locator('html').evaluate(() => window.location.hash);
  expect(address).toBe(`#/dashboard?until=${String(past)}&weeks=6`);
  await champion.leave();

  const leader = await arrive(people.sponsor);
  const same = await leader.openTab({ subPageId: address.replace('#/', '') });
  await same.getByText('You see how use stood at the end of').waitFor();
  expect(await figures(same)).toBe(seen);
  await leader.leave();
});

test('definitions, tables and the way to a panel need no mouse', async () => {
  const champion = await arrive(people.owner);
  const tab = await champion.openTab();
  const { keyboard } = champion.page;
  /** Presses Tab until the control has the focus, as somebody without a mouse does. */
  const reach = async (name: string) => {
    const control = tab.getByRole('button', { name, exact: true });
    await control.waitFor();
    for (let steps = 0; steps < 60; steps += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return control;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by keyboard.`);
  };

  await tab.getByRole('tab', { name: 'Dashboard' }).focus();
  const about = await reach('About: Active people');
  await keyboard.press('Enter');
  await tab.getByText(/^Distinct people of the programme/).waitFor();
  await keyboard.press('Escape');
  await expect
    .poll(() => about.evaluate((element) => element === document.activeElement))
    .toBe(true);

  await reach('Table: Week by week');
  await keyboard.press('Space');
  await tab.getByRole('table', { name: /Weekly active people/ }).waitFor();
  await champion.leave();
});
