import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { narrow } from './narrow';
import { people, themes } from './person';

const { arrive } = visitLane();

test.each(themes)(
  'a member searches, filters, opens and copies a prompt, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member);
    const tab = await member.openTab({ theme });
    await narrow(tab, 'Kind', /^Prompt/);
    const everything = await tab.getByRole('listitem').count();
    await tab.getByRole('searchbox').fill('CLIENT risk');
    await narrow(tab, 'Job family', /^Client Advisory/);
    await expect.poll(() => tab.getByRole('listitem').count()).toBeLessThan(everything);
    await tab.getByRole('button', { name: 'Clear filters' }).first().click();
    await narrow(tab, 'Kind', /^Prompt/);

    await tab.getByRole('listitem').first().getByRole('link').click();
    expect(await member.violations()).toEqual([]);
    await tab.getByRole('button', { name: /^Copy/ }).first().click();
    await tab.getByText('Copied.').waitFor();
    const copied = await member.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(40);
    expect(await member.violations()).toEqual([]);
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

test('a deep link opens the item it names', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab();
  const link = tab.getByRole('listitem').first().getByRole('link');
  const key = /library\/([0-9a-f-]{36})/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  const title = await tab
    .getByRole('listitem')
    .first()
    .getByRole('heading')
    .or(link)
    .first()
    .innerText();

  const again = await member.openTab({ subPageId: `library/${key}` });
  await again
    .getByRole('heading', { name: title.split('\n')[0] ?? '' })
    .first()
    .waitFor();
  await member.leave();
});

test('a member never sees a draft; champions see it with its author', async () => {
  const champion = await arrive(people.owner);
  const championTab = await champion.openTab({ subPageId: 'library' });
  await championTab.getByRole('tab', { name: 'Library' }).click();
  await narrow(championTab, 'Status', /^Draft/);
  // One that this member has no part in: their own drafts they do see.
  const draft = championTab.getByRole('link', { name: /Agenda that can end early/ });
  const href = (await draft.getAttribute('href')) ?? '';
  await draft.click();
  await championTab.getByText(/^By /).first().waitFor();
  await champion.leave();

  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: href.replace('#', '').replace(/^\//, '') });
  await tab.getByText('This item is not in the library').waitFor();
  await member.leave();
});

test('a champion reads what becomes of each paragraph of a template, on a narrow screen too', async () => {
  const champion = await arrive(people.owner, {
    viewport: { width: 320, height: 800 },
  });
  const tab = await champion.openTab({ subPageId: 'library' });
  await tab.getByRole('searchbox').fill('meeting follow-up');
  await tab
    .getByRole('link', { name: /Meeting follow-up/ })
    .first()
    .click();
  const heat = tab.getByRole('region', { name: 'What becomes of it' });
  await heat.getByText(/^[\d,]+ drafts in \d+ of the last 12 weeks$/).waitFor();
  await heat
    .getByText(/^\d+% kept, \d+% rewritten, \d+% deleted$/)
    .first()
    .waitFor();
  const page = tab.locator('html');
  expect(await page.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect(await champion.violations()).toEqual([]);
  await champion.leave();
});

test('a published item is shared to the channel, and the post leads back to it', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const tab = await member.openTab({ subPageId: 'library' });
  await tab.getByRole('listitem').getByRole('link').first().click();
  const title = await tab.getByRole('article').getByRole('heading', { level: 2 }).innerText();
  const share = tab.getByRole('button', { name: 'Share to a channel or chat' });
  await share.click();
  const dialog = page.getByRole('dialog', { name: /^Share to this channel/ });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await share.click();
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('tab', { name: 'Posts' }).click();
  expect(await member.violations()).toEqual([]);
  await page.getByRole('tabpanel').getByRole('link').first().click();
  await page.frameLocator('#tab-frame').getByRole('heading', { level: 2, name: title }).waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});
