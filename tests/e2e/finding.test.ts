import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { narrow } from './narrow';
import { people, themes } from './person';

const { arrive } = visitLane();

const meant = /Meeting follow-up with decisions/;
const list = (tab: FrameLocator) => tab.getByRole('region', { name: 'Library', exact: true });
const addressOf = (tab: FrameLocator) =>
  tab.locator('html').evaluate(() => window.location.hash.slice(2));

test('a word typed wrongly finds what was meant, with the keyboard alone', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'library' });
  const item = list(tab).getByRole('link', { name: meant });
  await item.waitFor();
  await tab.getByRole('tab', { name: 'Library' }).focus();
  const found = list(tab).getByRole('status');
  const everything = await found.innerText();
  const { keyboard } = member.page;
  await keyboard.press('/');
  await keyboard.type('meetign decisons');
  await expect.poll(() => addressOf(tab)).toBe('library?q=meetign+decisons');
  // The whole library stays until the answer comes.
  await expect.poll(() => found.innerText()).not.toBe(everything);
  await item.waitFor();
  const first = list(tab).getByRole('listitem').first().getByRole('link');
  await keyboard.press('ArrowDown');
  await expect.poll(() => first.evaluate((link) => link === document.activeElement)).toBe(true);
  const title = await first.locator('span').first().innerText();
  await keyboard.press('Enter');
  await tab.getByRole('heading', { level: 2, name: title.split('\n')[0] ?? '' }).waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('a filter gives as many items as it says, and its link gives them again', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'library' });
  await tab.getByRole('button', { name: 'Kind', exact: true }).click();
  const choice = tab.getByRole('menuitemcheckbox', { name: /^Email template/ });
  const said = Number(/\((\d+)\)/.exec((await choice.getAttribute('aria-label')) ?? '')?.[1]);
  expect(said).toBeGreaterThan(0);
  await member.page.keyboard.press('Escape');
  await narrow(tab, 'Kind', /^Email template/);
  await tab.getByText(`${String(said)} items`, { exact: true }).waitFor();
  await expect.poll(() => list(tab).getByRole('listitem').count()).toBe(said);

  const again = await member.openTab({ subPageId: await addressOf(tab) });
  await again.getByRole('button', { name: 'Kind: Email template' }).waitFor();
  await again.getByText(`${String(said)} items`, { exact: true }).waitFor();
  await member.leave();
});

test('a favourite is one after a reload too', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'library' });
  const star = (inTab: FrameLocator) =>
    list(inTab).getByRole('button', { name: /^Favourite: Meeting follow-up with decisions/ });
  await star(tab).click();
  await tab
    .getByRole('list', { name: 'Your favourites' })
    .getByRole('link', { name: meant })
    .waitFor();
  const again = await member.openTab({ subPageId: 'library' });
  await star(again).waitFor();
  expect(await star(again).getAttribute('aria-pressed')).toBe('true');
  await star(again).click();
  await expect.poll(() => star(again).getAttribute('aria-pressed')).toBe('false');
  await member.leave();
});

test.each(themes)('finding has no violation at 320 pixels, in the %s theme', async (theme) => {
  const viewport = { width: 320, height: 720 };
  const member = await arrive(people.member, { viewport });
  const tab = await member.openTab({ theme, subPageId: 'library' });
  await list(tab).getByRole('link', { name: meant }).first().waitFor();
  const overflow = () =>
    tab.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect([await overflow(), await member.violations()]).toEqual([0, []]);
  await tab.getByRole('button', { name: 'Kind', exact: true }).click();
  await tab.getByRole('menuitemcheckbox', { name: /^Prompt/ }).click();
  await tab.getByRole('button', { name: 'Kind: Prompt' }).waitFor();
  // The list and the counts in the open menu change until the answer is drawn.
  await expect
    .poll(async () => [await overflow(), await member.violations()], { timeout: 20_000 })
    .toEqual([0, []]);
  await member.leave();
});
