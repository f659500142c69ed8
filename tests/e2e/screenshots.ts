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

/** The programme: the owner's week, a task's map as a picture, and a session of practice. */
async function programmePictures(champion: Person, theme: Theme) {
  const week = await champion.openTab({ theme, subPageId: 'programme' });
  await week.getByRole('region', { name: 'Keeps the programme going' }).waitFor();
  await picture(champion, `week-${theme}`);

  const tasks = await champion.openTab({ theme, subPageId: 'workflows' });
  await tasks.getByRole('link', { name: 'Follow up a client meeting' }).click();
  const map = tasks.getByRole('heading', { name: 'The map as a picture' });
  await map.waitFor();
  await map.evaluate((heading) => {
    heading.scrollIntoView({ block: 'start' });
  });
  await picture(champion, `map-${theme}`);

  const practice = await champion.openTab({ theme, subPageId: 'practice' });
  await practice.getByText('Association, not proof.').waitFor();
  await picture(champion, `practice-${theme}`);
}

/** The checkpoint of day 60 as its sponsor reads it; it is taken once the figures are there. */
async function checkpointPicture(sponsor: Person, theme: Theme, name: string) {
  const list = await sponsor.openTab({ theme, subPageId: 'programme/checkpoints' });
  const day60 = list.getByRole('link', { name: 'Read the checkpoint of day 60' });
  await day60.waitFor({ timeout: 120_000 });
  await day60.click();
  await list.getByRole('region', { name: 'At a glance' }).waitFor();
  await picture(sponsor, name);
}

const product = await startProduct();
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  const champion = await arrive(browser, product.hostOrigin, people.owner);
  const member = await arrive(browser, product.hostOrigin, people.member);
  const sponsor = await arrive(browser, product.hostOrigin, people.sponsor);
  for (const theme of themes) {
    await tabPictures(champion, theme);
    await panePictures(member, theme);
    await programmePictures(champion, theme);
    await checkpointPicture(sponsor, theme, `checkpoint-${theme}`);
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

  const phone = await arrive(browser, product.hostOrigin, people.sponsor, {
    viewport: { width: 320, height: 720 },
  });
  await checkpointPicture(phone, 'default', 'checkpoint-320');
} finally {
  await browser.close();
  await product.stop();
}
