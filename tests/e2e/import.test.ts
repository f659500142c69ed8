import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryResponse, type LibraryResponse } from '@last-mile/shared/library';
import { markdownHead, toMarkdown } from '@last-mile/shared/library-exchange';
import { writeXlsxStream } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { FrameLocator, Response as PageResponse } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, type Person } from './person';

const { arrive } = visitLane();

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ownFixture = path('../fixtures/awkward-prompts.csv');
/** Other people's prompts: not part of the repository, tried where they lie beside it. */
const realFile = path('../../../shared/data/copilot-prompts.csv');

type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer };

async function importFile(tab: FrameLocator, file: ChosenFile) {
  await tab.getByRole('tab', { name: 'Library' }).click();
  await tab.getByRole('button', { name: 'More', exact: true }).click();
  await tab.getByRole('menuitem', { name: 'Import prompts' }).click();
  await tab.locator('input[type=file]').setInputFiles(file);
  await tab.getByRole('button', { name: /^Import \d+ prompts?$/ }).waitFor();
}

const finish = async (tab: FrameLocator) => {
  await tab.getByRole('button', { name: /^Import \d+ prompts?$/ }).click();
  await tab.getByText('Import finished').waitFor();
  return tab.getByRole('main').innerText();
};

/** The same rows in every format that is read. */
async function ownRowsAs(format: 'csv' | 'xlsx' | 'md'): Promise<ChosenFile> {
  if (format === 'csv') return ownFixture;
  const text = readFileSync(ownFixture, 'utf8').replace(/^\uFEFF/, '');
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const name = `awkward-prompts.${format}`;
  if (format === 'md') {
    const sections = rows.map((row) => toMarkdown(header, row)).join('');
    return { name, mimeType: 'text/markdown', buffer: Buffer.from(`${markdownHead}${sections}`) };
  }
  const sheet = new Response(writeXlsxStream([header, ...rows], { name: 'Prompts' }));
  return { name, mimeType: 'application/xlsx', buffer: Buffer.from(await sheet.arrayBuffer()) };
}

test('the same rows as CSV, Excel and Markdown come in alike, and go again when they are taken back', async () => {
  const champion = await arrive(people.owner, {
    viewport: { width: 320, height: 800 },
  });
  const before = (await library(champion)).map(said);
  const seen: unknown[] = [];
  for (const format of ['csv', 'xlsx', 'md'] as const) {
    const tab = await champion.openTab();
    await importFile(tab, await ownRowsAs(format));
    const refused = await tab.getByRole('table', { name: /cannot be imported/ }).innerText();
    expect(await champion.violations()).toEqual([]);
    expect(await overflowOf(tab)).toBe(0);
    // By keyboard alone from here.
    const start = tab.getByRole('button', { name: /^Import \d+ prompts$/ });
    await start.press('Enter');
    await tab.getByText('Import finished').waitFor();
    const result = await tab.getByText(/imported as drafts/).innerText();
    expect(await overflowOf(tab)).toBe(0);

    const after = (await library(champion)).map(said);
    seen.push({ refused, result, added: after.filter((item) => !before.includes(item)) });
    const again = await champion.openTab({ subPageId: 'library/import' });
    await again
      .getByRole('button', { name: /^Take back the import of/ })
      .first()
      .press('Enter');
    await again.getByText('8 drafts removed.').waitFor({ timeout: 60_000 });
    expect((await library(champion)).map(said)).toEqual(before);
  }
  const [csv, xlsx, md] = seen;
  expect(csv).toMatchObject({ result: expect.stringContaining('8 prompts') as string });
  expect(xlsx).toEqual(csv);
  expect(md).toEqual(csv);
  await champion.leave();
});

/** What an item says and who wrote it, whatever key it has. */
const said = ({ content, author, sourceUrl }: LibraryResponse['items'][number]) =>
  JSON.stringify({ content, author: author.name, sourceUrl });

test.each(['CSV', 'Excel', 'Markdown'])(
  'an export as %s comes back whole: every row is one that the library has already',
  async (format) => {
    const champion = await arrive(people.owner);
    const before = await library(champion);
    const exporting = await champion.openTab({ subPageId: 'library/export' });
    const begun = champion.page.waitForEvent('download');
    await exporting.getByRole('button', { name: `Save as ${format}` }).press('Enter');
    const file = await begun;
    const tab = await champion.openTab();
    await importFile(tab, {
      name: file.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer: readFileSync(await file.path()),
    });
    const like = tab.getByText(/rows? (?:is|are) like something in the library/);
    await like.waitFor();
    expect(await like.innerText()).toContain(String(before.length));
    expect(await tab.getByText(/cannot be imported/).count()).toBe(0);
    expect(await champion.violations()).toEqual([]);
    expect(await finish(tab)).toContain(`${before.length} were in the library already`);
    expect(await library(champion)).toEqual(before);
    await champion.leave();
  },
);

test('a champion imports awkward prompts: bad rows are named, good ones kept, twice changes nothing', async () => {
  const champion = await arrive(people.owner);
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

  const deputy = await arrive(people.deputy);
  const other = await deputy.openTab();
  await other.getByRole('tab', { name: 'Library' }).click();
  await other.getByRole('searchbox').fill('timesheet');
  await other.getByRole('link', { name: 'Code fence, kept as it is' }).click();
  await other.getByRole('button', { name: 'Publish', exact: true }).click();
  await other.getByText('Published. Everyone in the programme finds it now.').waitFor();
  await deputy.leave();
});

test('what is imported from our own fixture is kept byte for byte', async () => {
  await expectKept(ownFixture);
});

test('so are real prompts of other people, wherever they lie beside the repository', async () => {
  const isThere = existsSync(realFile);
  expect(isThere).toBe(existsSync(dirname(realFile)));
  if (isThere) await expectKept(realFile);
});

async function expectKept(file: string) {
  const champion = await arrive(people.owner);
  const tab = await champion.openTab();
  await importFile(tab, file);
  await finish(tab);
  const written = bodiesIn(readFileSync(file, 'utf8'));
  const shown = (await library(champion)).map(({ content }) => content.body);
  for (const body of written) expect(shown).toContain(body);
  await champion.leave();
}

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

/** Everything the champion's library holds, as the API gives it to the tab, page by page. */
async function library(champion: Person): Promise<LibraryResponse['items']> {
  const pages: LibraryResponse[] = [];
  const read = (response: PageResponse) => {
    if (!/\/api\/library(\?.*)?$/.test(response.url()) || response.status() !== 200) return;
    void response.json().then((json) => pages.push(libraryResponse.parse(json)));
  };
  champion.page.on('response', read);
  const tab = await champion.openTab();
  await tab.getByRole('tab', { name: 'Library' }).click();
  await expect.poll(() => pages.length, { timeout: 20_000 }).toBeGreaterThan(0);
  while (pages.at(-1)?.cursor !== null) {
    const known = pages.length;
    await tab.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => pages.length, { timeout: 20_000 }).toBeGreaterThan(known);
  }
  champion.page.off('response', read);
  return pages.flatMap(({ items }) => items);
}
