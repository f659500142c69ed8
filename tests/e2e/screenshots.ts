import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../setup/browser';
import { startProduct } from '../setup/product';
import { arrive, people, themes, type Person, type Theme } from './person';

/** `npm run screenshots`: the pictures of docs/screenshots, taken anew on a fresh sample organisation. */

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

/** Everything has come and nothing moves any more. */
async function settle(page: Page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
}

async function picture(person: Person, name: string) {
  await settle(person.page);
  await person.page.screenshot({ path: `${folder}/${name}.png` });
}

/** Figures over several weeks are worked out beside the first view, which says so. */
async function figuresThere(tab: FrameLocator) {
  await tab
    .getByText(/^Being worked out/)
    .first()
    .waitFor({ state: 'detached', timeout: 120_000 });
}

async function tabPictures(champion: Person, theme: Theme) {
  const tab = await champion.openTab({ theme });
  await tab
    .getByText(/\b\d+ of \d+ people\b/)
    .first()
    .waitFor();
  await tab.locator('svg path').first().waitFor();
  await figuresThere(tab);
  await picture(champion, `dashboard-${theme}`);

  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab
    .getByRole('link', { name: /Meeting follow-up/ })
    .first()
    .click();
  await tab.getByRole('button', { name: 'Flag a problem' }).waitFor();
  await picture(champion, `library-${theme}`);

  await tab.getByRole('tab', { name: 'Feedback', exact: true }).click();
  await tab.getByRole('tab', { name: 'Queue' }).click();
  await tab.getByRole('heading', { level: 2 }).first().waitFor();
  await picture(champion, `feedback-${theme}`);
}

/** What a person would write into the template of the picture. */
const filled = {
  'Meeting date': '20 November',
  Decision: 'We start with the German entities.',
  'Our action': 'Send the revised plan',
  'Our date': '27 November',
  'Your action': 'Name the contacts in Hamburg',
  'Your date': '1 December',
  'Next contact date': '30 November',
};

async function panePictures(member: Person, theme: Theme) {
  const pane = await member.openPane({ theme });
  await pane.getByText('Meeting follow-up with decisions and actions').first().waitFor();
  await member.page.getByLabel('To', { exact: true }).fill('marta.lindqvist@northwind.example');
  await member.page.keyboard.press('Enter');
  await member.page.getByRole('textbox', { name: 'Message body' }).click();
  await member.page.keyboard.press('Control+Home');
  await pane.getByText('Meeting follow-up with decisions and actions').first().click();
  await pane.getByRole('button', { name: /Insert/ }).waitFor();
  for (const [field, value] of Object.entries(filled)) {
    await pane.getByRole('textbox', { name: field, exact: true }).fill(value);
  }
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByText('Inserted at the cursor').waitFor();
  await picture(member, `outlook-${theme}`);
}

const product = await startProduct();
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  const champion = await arrive(browser, product.hostOrigin, people.owner);
  const member = await arrive(browser, product.hostOrigin, people.member);
  for (const theme of themes) {
    await tabPictures(champion, theme);
    await panePictures(member, theme);
  }
  await champion.openSharePoint('/Feedback?theme=default');
  await picture(champion, 'sharepoint-default');

  const narrow = await arrive(browser, product.hostOrigin, people.owner, {
    viewport: { width: 320, height: 720 },
  });
  const tab = await narrow.openTab({ theme: 'default' });
  await tab
    .getByText(/\b\d+ of \d+ people\b/)
    .first()
    .waitFor();
  await figuresThere(tab);
  await picture(narrow, 'dashboard-320');
} finally {
  await browser.close();
  await product.stop();
}
