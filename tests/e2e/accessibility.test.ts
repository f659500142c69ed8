import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../setup/browser';
import { arrive, people, themes } from './person';

const { hostOrigin, origin } = inject('product');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A file with a good and a bad row, another one for each theme. */
function someRows(theme: string) {
  const text = `title,prompt,source\nShort note (${theme}),Write a short note,\nNo text,,\n`;
  return { name: 'prompts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** A file of use with a row that cannot be counted. */
const someDays = {
  name: 'use.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('user,date,count\nnobody@elsewhere.example,2026-11-02,1\n'),
};

test.each(themes)('no screen of the tab has a violation, in the %s theme', async (theme) => {
  const champion = await arrive(browser, hostOrigin, people.deputy);
  const found: Record<string, string[]> = {};
  const look = async (screen: string) => {
    found[screen] = await champion.violations();
  };
  const tab = await champion.openTab({ theme });
  await tab.locator('svg path').first().waitFor();
  await look('dashboard');
  await tab.getByRole('button', { name: 'Table' }).first().click();
  await look('dashboard table');
  await tab.getByRole('button', { name: 'About: Active people' }).click();
  await look('definition');
  await champion.page.keyboard.press('Escape');

  await tab.getByRole('link', { name: 'People and data' }).click();
  await tab.getByRole('table', { name: 'Job titles' }).waitFor();
  await tab.getByText(/^The programme’s members are/).waitFor();
  await look('people and data');
  await tab.getByRole('combobox', { name: 'Job family of Partner' }).selectOption('None');
  await tab.locator('input[type=file]').setInputFiles(someDays);
  await tab.getByText('1 row is not counted').waitFor();
  await look('people and data, changed and uploaded');
  await tab.getByRole('button', { name: 'Take back' }).click();

  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab.getByRole('listitem').first().waitFor();
  await look('library');
  await tab.getByRole('searchbox').fill('zqxjv wrtpk');
  await tab.getByText('Nothing matches').waitFor();
  await look('nothing found');
  await tab.getByRole('button', { name: 'Clear filters' }).first().click();
  await tab.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Draft' });
  await tab.getByRole('link', { name: /Minutes in the client/ }).click();
  await tab.getByText(/^By /).first().waitFor();
  await look('draft');
  await tab.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Published' });
  await tab.getByText('Proposed', { exact: true }).first().click();
  await tab.getByText('Changed in SharePoint since it was published').waitFor();
  await look('proposal');

  await tab.getByRole('link', { name: 'Import prompts' }).click();
  await look('import, before a file');
  await tab.locator('input[type=file]').setInputFiles(someRows(theme));
  const start = tab.getByRole('button', { name: /^Import \d+ prompts?$/ });
  await start.waitFor();
  await look('import preview');
  await start.click();
  await tab.getByText('Import finished').waitFor();
  await look('import result');

  await tab.getByRole('tab', { name: 'Feedback' }).click();
  await tab.getByRole('tab', { name: 'Queue' }).click();
  await tab.getByRole('listitem').first().waitFor();
  await look('feedback queue');
  await tab.getByRole('tab', { name: 'My feedback' }).click();
  await look('my feedback');
  await tab.getByRole('button', { name: 'Suggest an improvement' }).first().click();
  await tab.getByRole('dialog').waitFor();
  await look('suggestion');
  await tab.getByRole('button', { name: 'Send', exact: true }).click();
  await look('suggestion with what is missing');

  expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
  await champion.leave();
});

test.each(themes)('no screen of the pane has a violation, in the %s theme', async (theme) => {
  const member = await arrive(browser, hostOrigin, people.member);
  const found: Record<string, string[]> = {};
  const look = async (screen: string) => {
    found[screen] = await member.violations();
  };
  const pane = await member.openPane({ theme });
  await pane.getByText('Meeting follow-up with decisions and actions').first().waitFor();
  await look('templates');
  await pane.getByPlaceholder('Search templates').fill('zqxjv wrtpk');
  await pane.getByText('Nothing found').waitFor();
  await look('nothing found');
  await pane.getByPlaceholder('Search templates').fill('');
  await pane.getByText('Meeting follow-up with decisions and actions').first().click();
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('button', { name: 'Insert anyway' }).waitFor();
  await look('gaps');
  await pane.getByRole('button', { name: 'Insert anyway' }).click();
  await pane.getByText('Inserted at the cursor').waitFor();
  await look('inserted');
  await pane.getByRole('button', { name: 'Flag this template' }).first().click();
  await pane.getByRole('button', { name: 'Send', exact: true }).click();
  await look('flag with what is missing');

  const again = await member.openPane({ theme });
  await again.getByRole('tab', { name: 'Prompts' }).click();
  await look('prompts');

  expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
  await member.leave();
});

test.each(themes)(
  'the screens around the product have no violation, in the %s theme',
  async (theme) => {
    const outsider = await arrive(browser, hostOrigin, people.outsider);
    await outsider.page.goto(`${hostOrigin}/teams?theme=${theme}`);
    await outsider.page
      .frameLocator('#tab-frame')
      .getByText('You are in no programme yet')
      .waitFor();
    expect(await outsider.violations()).toEqual([]);
    for (const path of ['/privacy', '/terms', '/tab/']) {
      await outsider.page.goto(origin + path);
      await outsider.page.getByRole('heading').first().waitFor();
      expect(await outsider.violations()).toEqual([]);
    }
    await outsider.leave();
  },
);
