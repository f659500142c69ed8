import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../setup/browser';
import { arrive, people } from './person';

const { hostOrigin } = inject('product');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an answer rings the bell of the reporter, and the notification opens what they wrote', async () => {
  const member = await arrive(browser, hostOrigin, people.member);
  const tab = await member.openTab({ subPageId: 'feedback' });
  await tab.getByRole('button', { name: 'Suggest an improvement' }).first().click();
  const text = `A shorter checklist ${crypto.randomUUID().slice(0, 8)}`;
  await tab.getByRole('textbox').last().fill(text);
  await tab.getByRole('button', { name: 'Send', exact: true }).click();
  await tab.getByText('Thank you, it arrived').waitFor();

  const { page } = member;
  await page.getByText('Activity (').click();
  const notifications = page.getByRole('link', { name: /Your feedback was answered/ });
  // The sample's own answers of the last days ring the bell as well.
  const before = await notifications.count();

  const champion = await arrive(browser, hostOrigin, people.owner);
  const row = champion.page.getByRole('row').filter({ hasText: text });
  await expect
    .poll(
      async () => {
        await champion.openSharePoint('/Feedback');
        return row.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await row.getByRole('link').first().click();
  await champion.page.getByLabel('State', { exact: true }).selectOption('inProgress');
  await champion.page.getByRole('button', { name: 'Save' }).click();
  await champion.page.getByText('Saved.').waitFor();
  await champion.leave();

  await notifications.nth(before).waitFor({ timeout: 90_000 });
  expect(await page.locator('#activity-list').innerText()).not.toContain(text);
  expect(await member.violations()).toEqual([]);
  // The newest stands first.
  await notifications.first().click();
  const opened = page.frameLocator('#tab-frame').getByRole('listitem').filter({ hasText: text });
  await opened.waitFor();
  expect(await opened.getAttribute('aria-current')).toBe('true');
  expect(await member.violations()).toEqual([]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});
