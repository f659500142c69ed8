import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';

const { arrive } = visitLane();

// A prompt and a template of one task: who uses the one is asked about the other.
const prompt = /Meeting notes to decisions and actions/;
const template = /Meeting follow-up with decisions and actions/;
const narrow = { viewport: { width: 700, height: 800 } };

async function narrowPane(pane: FrameLocator) {
  const frame = await pane.owner().elementHandle();
  await frame.evaluate((element) => {
    element.style.width = '320px';
  });
}

const fits = (pane: FrameLocator) =>
  pane.locator('html').evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test('whoever does a task and offers help is one tap from a chat, and not before, nor after', async () => {
  const helper = await arrive(people.member);
  const tab = await helper.openTab();
  await tab.getByRole('link', { name: prompt }).first().click();
  await tab.getByRole('button', { name: 'Ask someone who does this' }).click();
  const offer = tab.getByRole('switch', { name: 'Colleagues may ask me about this' });
  await offer.check();
  await expect.poll(() => offer.isChecked()).toBe(true);
  for (let times = 0; times < 5; times += 1) {
    const counted = helper.page.waitForResponse(
      (response) => response.url().endsWith('/api/events') && response.status() === 202,
    );
    await tab.getByRole('button', { name: /^Copy/ }).first().click();
    await counted;
  }
  expect(await helper.violations()).toEqual([]);

  const asker = await arrive(people.deputy, narrow);
  for (const theme of themes) {
    const pane = await asker.openPane({ theme });
    await narrowPane(pane);
    await pane.getByRole('combobox', { name: 'Search templates' }).fill('follow-up decisions');
    await pane.getByRole('option', { name: template }).first().click();
    const ask = pane.getByRole('button', { name: 'Ask someone who does this' });
    await ask.focus();
    await asker.page.keyboard.press('Enter');
    const chat = pane.getByRole('link', { name: new RegExp(people.member) });
    await chat.waitFor();
    const address = new URL((await chat.getAttribute('href')) ?? '');
    expect(`${address.origin}${address.pathname}`).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect(address.searchParams.get('users')).toMatch(/^priya\.raman@/);
    expect(await asker.violations()).toEqual([]);
    expect(await fits(pane)).toBe(true);
  }

  await offer.uncheck();
  await expect.poll(() => offer.isChecked()).toBe(false);
  const pane = await asker.openPane();
  await pane.getByRole('combobox', { name: 'Search templates' }).fill('follow-up decisions');
  await pane.getByRole('option', { name: template }).first().click();
  await pane.getByRole('button', { name: 'Ask someone who does this' }).click();
  await pane.getByText('No colleague has offered help with this yet.').waitFor();
  expect([...helper.complaints, ...asker.complaints]).toEqual([]);
  await Promise.all([helper.leave(), asker.leave()]);
});

test.each(themes)(
  'what became of one’s feedback is one tap away, also what waits to be sent, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member, narrow);
    const pane = await member.openPane({ theme });
    await narrowPane(pane);
    const words = `The reminder sounds cold (${theme})`;
    await member.page.route('**/api/feedback', (route) => route.abort());
    await pane.getByRole('button', { name: 'Feedback', exact: true }).click();
    await pane
      .getByRole('radio', { name: 'Suggest an improvement' })
      .or(pane.getByRole('tab', { name: 'Suggest an improvement' }))
      .first()
      .click();
    await pane.getByRole('textbox').last().fill(words);
    await pane.getByRole('button', { name: /^Send/ }).click();
    await pane.getByText('Kept on this device', { exact: true }).waitFor();
    await pane
      .getByRole('button', { name: /^(Close|Back)$/ })
      .first()
      .click();

    const mine = pane.getByRole('button', { name: 'My feedback and what came of it' });
    await mine.focus();
    await member.page.keyboard.press('Enter');
    await pane.getByText(words).waitFor();
    await pane.getByText('Waiting to be sent').first().waitFor();
    expect(await member.violations()).toEqual([]);
    expect(await fits(pane)).toBe(true);
    await member.page.unroute('**/api/feedback');
    await member.leave();
  },
);
