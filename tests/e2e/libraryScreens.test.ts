import { languageFor, speak } from '@last-mile/shared/language';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { exportTexts } from '../../teams-app/src/features/library/exporting/exportTexts';
import { importTexts } from '../../teams-app/src/features/library/importing/importTexts';
import { libraryTexts } from '../../teams-app/src/features/library/libraryTexts';
import { lifeTexts } from '../../teams-app/src/features/library/lifeTexts';
import { sessionTexts } from '../../teams-app/src/features/library/sessions/sessionTexts';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();

/** A walk through every page takes longer than one journey. */
const walkMs = 300_000;

const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });
const go = (tab: FrameLocator, place: string) =>
  tab.locator('body').evaluate((_, hash) => {
    location.hash = hash;
  }, `#/${place}`);

/** Shows a champion every page on which the library is written, reviewed, moved and built. */
async function walkLibrary(tab: FrameLocator, look: (screen: string) => Promise<void>) {
  await go(tab, 'library/new');
  await field(tab, libraryTexts.fields.title).fill('Remind of the papers');
  await field(tab, libraryTexts.fields.body).fill('Ask {{client}} for the papers by {{day}}.');
  await button(tab, lifeTexts.addSource).click();
  await tab.getByText(lifeTexts.keptHere).waitFor();
  await look('editor');
  await button(tab, lifeTexts.discard).click();
  await button(tab, lifeTexts.discard).waitFor({ state: 'detached' });

  await go(tab, 'library/own');
  await tab.getByRole('heading', { name: lifeTexts.own }).waitFor();
  await look('own texts');

  await go(tab, 'library/review');
  await tab.getByRole('listitem').first().waitFor();
  await look('review queue');

  await go(tab, 'library');
  await tab.getByRole('listitem').getByRole('link').first().click();
  await button(tab, lifeTexts.showVersions).click();
  const compare = tab.locator('button[aria-expanded=false]', { hasText: lifeTexts.compareShort });
  await compare.last().click();
  await look('versions');

  await go(tab, 'library/export');
  await button(tab, exportTexts.save('CSV')).waitFor();
  await look('export');

  await go(tab, 'library/import');
  const rows = 'title,body,source\nA note,Write a short note,\nNo text,,\n';
  const file = { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await tab.locator('input[type=file]').setInputFiles(file);
  await button(tab, importTexts.start(1)).waitFor();
  await look('import');

  await go(tab, 'library/sessions');
  await field(tab, sessionTexts.name).fill('Q3');
  await tab.getByText(sessionTexts.noneTitle).or(tab.getByRole('listitem')).first().waitFor();
  await look('sessions');
  await button(tab, sessionTexts.open).click();
  await field(tab, sessionTexts.entryTitle).fill('Q3');
  await field(tab, sessionTexts.text).fill('Write {{note}}.');
  await button(tab, sessionTexts.add).click();
  await tab.getByRole('heading', { name: 'Q3' }).nth(1).waitFor();
  await look('session');
}

test.each(themes)(
  'every page of the library’s life is clean and fits 320 pixels, in the %s theme',
  async (theme) => {
    speak(languageFor('en-GB'), null);
    const champion = await arrive(people.deputy, {
      viewport: { width: 320, height: 800 },
    });
    const tab = await champion.openTab({ theme, subPageId: 'library' });
    const faults: string[] = [];
    await walkLibrary(tab, async (screen) => {
      const overflow = await overflowOf(tab);
      if (overflow > 0) faults.push(`${screen}: ${overflow} pixels too wide`);
      faults.push(...(await champion.violations()).map((violation) => `${screen}: ${violation}`));
    });
    expect(faults).toEqual([]);
    await champion.leave();
  },
  walkMs,
);

test(
  'no page of the library’s life says anything in English where Teams is in German',
  async () => {
    const english = await createEnglishFinder(german);
    const champion = await arrive(people.deputy);
    const tab = await champion.openTab({ language: 'de-DE', subPageId: 'library' });
    const found: Record<string, string[]> = {};
    await walkLibrary(tab, async (screen) => {
      found[screen] = english(await saidOn(tab));
    });
    expect(Object.entries(found).filter(([, texts]) => texts.length > 0)).toEqual([]);
    await champion.leave();
  },
  walkMs,
);

test('a prompt is written, saved and found among one’s own by keyboard alone', async () => {
  speak(languageFor('en-GB'), null);
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'library/new' });
  const { keyboard } = member.page;
  await field(tab, 'Title').focus();
  await keyboard.type('Written without a mouse');
  const tabTo = async (wanted: ReturnType<typeof field>) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await keyboard.press('Tab');
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${wanted.toString()} is not reached by Tab.`);
  };
  await tabTo(field(tab, 'Text'));
  await keyboard.type('List what {{client}} still owes us.');
  await tabTo(button(tab, lifeTexts.save));
  await keyboard.press('Enter');
  await tab.getByRole('heading', { name: 'Written without a mouse' }).waitFor();
  const own = await member.openTab({ subPageId: 'library/own' });
  await own.getByRole('link', { name: 'Written without a mouse' }).press('Enter');
  await own.getByRole('heading', { name: 'Written without a mouse' }).waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});
