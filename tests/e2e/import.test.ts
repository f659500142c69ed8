import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { libraryResponse, type LibraryResponse } from '@last-mile/shared/library';
import Papa from 'papaparse';
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../setup/browser';
import { arrive, people, type Person } from './person';

const { hostOrigin } = inject('product');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ownFixture = path('../fixtures/awkward-prompts.csv');
/** Other people's prompts: not part of the repository, tried where they lie beside it. */
const realFile = path('../../../shared/data/copilot-prompts.csv');

async function importFile(tab: FrameLocator, file: string) {
  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab.getByRole('link', { name: 'Import prompts' }).click();
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.getByRole('button', { name: /^Import \d+ prompts?$/ }).waitFor();
}

const finish = async (tab: FrameLocator) => {
  await tab.getByRole('button', { name: /^Import \d+ prompts?$/ }).click();
  await tab.getByText('Import finished').waitFor();
  return tab.getByRole('main').innerText();
};

test('a champion imports awkward prompts: bad rows are named, good ones kept, twice changes nothing', async () => {
  const champion = await arrive(browser, hostOrigin, people.owner);
  const tab = await champion.openTab();
  await importFile(tab, ownFixture);
  const preview = await tab.getByRole('main').innerText();
  expect(preview).toContain('4 rows cannot be imported');
  expect(await champion.violations()).toEqual([]);

  const first = await finish(tab);
  expect(first).toContain('8 prompts imported as drafts');
  expect(first).toContain('1 was in the library already');
  await tab.getByRole('button', { name: 'Import another file' }).click();
  await importFile(tab, ownFixture);
  expect(await finish(tab)).toContain('9 were in the library already');

  // Searchable at once, with the author's name, and the text as it was written.
  await tab
    .getByRole('link', { name: 'Show drafts' })
    .or(tab.getByRole('button', { name: 'Show drafts' }))
    .click();
  await tab.getByRole('searchbox').fill('timesheet');
  await tab.getByRole('link', { name: 'Code fence, kept as it is' }).click();
  await tab.getByText('By Mei-Ling Duarte').waitFor();
  await tab.getByText('You imported it: another champion has to publish it.').waitFor();
  expect(champion.complaints).toEqual([]);
  await champion.leave();

  const deputy = await arrive(browser, hostOrigin, people.deputy);
  const other = await deputy.openTab();
  await other.getByRole('tab', { name: 'Library' }).click();
  await other.getByRole('searchbox').fill('timesheet');
  await other.getByRole('link', { name: 'Code fence, kept as it is' }).click();
  await other.getByRole('button', { name: 'Publish', exact: true }).click();
  await other.getByText('Published. Everyone in the programme finds it now.').waitFor();
  await deputy.leave();
});

test.each([
  ['our own fixture', ownFixture] as const,
  ...(existsSync(realFile) ? [['real prompts', realFile] as const] : []),
])('what is imported from %s is kept byte for byte', async (_, file) => {
  const champion = await arrive(browser, hostOrigin, people.owner);
  const tab = await champion.openTab();
  await importFile(tab, file);
  await finish(tab);
  const written = bodiesIn(readFileSync(file, 'utf8'));
  const shown = await bodiesInLibrary(champion);
  for (const body of written) expect(shown).toContain(body);
  await champion.leave();
});

/** The prompts of the rows that can be imported, as the file has them. */
function bodiesIn(text: string): string[] {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.toLowerCase(),
  });
  return data
    .filter(({ title, prompt, source }) => {
      const length = title?.trim().length ?? 0;
      return (
        length > 0 && length <= 255 && (prompt ?? '').trim() !== '' && !source?.startsWith('ftp')
      );
    })
    .map(({ prompt }) => prompt ?? '');
}

/** Every text the champion's library holds, as the API gives it to the tab, page by page. */
async function bodiesInLibrary(champion: Person): Promise<string[]> {
  const pages: LibraryResponse[] = [];
  champion.page.on('response', (response) => {
    if (!/\/api\/library(\?.*)?$/.test(response.url()) || response.status() !== 200) return;
    void response.json().then((json) => pages.push(libraryResponse.parse(json)));
  });
  const tab = await champion.openTab();
  await tab.getByRole('tab', { name: 'Library' }).click();
  await expect.poll(() => pages.length, { timeout: 20_000 }).toBeGreaterThan(0);
  while (pages.at(-1)?.cursor !== null) {
    const known = pages.length;
    await tab.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => pages.length, { timeout: 20_000 }).toBeGreaterThan(known);
  }
  return pages.flatMap(({ items }) => items.map(({ content }) => content.body));
}
