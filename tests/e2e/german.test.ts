import { uiGerman } from '@last-mile/shared/german';
import { languageFor, speak } from '@last-mile/shared/language';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { sentences } from '../../api/src/http/reasons';
import { german as paneInGerman } from '../../outlook-addin/src/app/german';
import { paneTexts } from '../../outlook-addin/src/app/paneTexts';
import { itemTexts } from '../../outlook-addin/src/features/library/itemTexts';
import { feedbackFormTexts } from '../../shared/src/ui/feedbackFormTexts';
import { appTexts } from '../../teams-app/src/app/appTexts';
import { figureTexts } from '../../teams-app/src/app/figures/figureTexts';
import { german as tabInGerman } from '../../teams-app/src/app/german';
import { dashboardTexts } from '../../teams-app/src/features/adoption/dashboardTexts';
import { feedbackTexts } from '../../teams-app/src/features/feedback/feedbackTexts';
import { libraryTexts } from '../../teams-app/src/features/library/libraryTexts';
import { lifeTexts } from '../../teams-app/src/features/library/lifeTexts';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, type Person } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();

/** A walk through every screen takes longer than one journey. */
const walkMs = 300_000;

type Look = (screen: string) => Promise<void>;

/** What the charts' library says in English of itself, where nothing else is said in its place. */
const saidByCharts = /data points|axis displays|^Total: /;

/** Shows a champion every page of the tab, in the language that is spoken. */
async function walkTab(tab: FrameLocator, look: Look) {
  await tab.locator('svg path').first().waitFor();
  await tab.getByRole('heading', { name: dashboardTexts.sectionAlive }).waitFor();
  expect((await saidOn(tab)).filter((text) => saidByCharts.test(text))).toEqual([]);
  await look('dashboard');
  await tab.getByRole('button', { name: dashboardTexts.takeAlong }).click();
  await tab.getByRole('menuitem', { name: dashboardTexts.allTables }).click();
  await tab.getByRole('table').nth(4).waitFor();
  await look('dashboard, as tables');
  await tab
    .getByRole('button', { name: figureTexts.about('') })
    .first()
    .click();
  await look('definition');
  await tab.locator('body').press('Escape');
  await tab.getByRole('link', { name: dashboardTexts.peopleAndData }).click();
  await tab.getByRole('table').first().waitFor();
  await look('people and data');

  await tab.getByRole('tab', { name: appTexts.library }).click();
  await tab.getByRole('listitem').first().waitFor();
  await look('library');
  await tab.getByRole('searchbox').fill('zqxjv wrtpk');
  await tab.getByText(libraryTexts.nothingFoundTitle).waitFor();
  await look('nothing found');
  await tab.getByRole('searchbox').fill('');
  await tab.getByRole('listitem').getByRole('link').first().click();
  await tab.getByRole('button', { name: libraryTexts.suggest }).first().waitFor();
  await look('item');
  await tab.getByRole('tab', { name: appTexts.feedback }).click();
  await tab.getByRole('tab', { name: feedbackTexts.queue }).click();
  await tab.getByRole('listitem').first().waitFor();
  await look('feedback queue');
  await tab.getByRole('tab', { name: feedbackTexts.mine }).click();
  await look('my feedback');
  await tab.getByRole('button', { name: appTexts.suggest }).first().click();
  await tab.getByRole('dialog').waitFor();
  await look('suggestion');
}

/** Shows a member the pane from the list to a template in the message and out of it. */
async function walkPane(pane: FrameLocator, look: Look) {
  await look('list');
  await pane
    .getByRole('option', { name: /Meeting follow-up/ })
    .first()
    .click();
  const insert = pane.getByRole('button', { name: itemTexts.insert.cursor });
  await insert.waitFor();
  await look('template');
  await insert.click();
  const anyway = pane.getByRole('button', { name: itemTexts.insertAnyway });
  await anyway.waitFor();
  await look('fields still empty');
  await anyway.click();
  const takeOut = pane.getByRole('button', { name: itemTexts.takeOut });
  await takeOut.waitFor();
  await look('inserted');
  await takeOut.click();
  await pane.getByText(itemTexts.takenOutTitle).waitFor();
  await look('taken out');
  await pane.getByRole('button', { name: itemTexts.another.template }).click();
  await pane.getByRole('button', { name: paneTexts.feedback, exact: true }).click();
  await pane.getByRole('radiogroup').first().waitFor();
  await look('feedback');
}

test(
  'the tab says nothing in English where Teams is in German',
  async () => {
    const champion = await arrive(people.deputy);
    const english = await createEnglishFinder(tabInGerman);
    // The finder finds a word, and a sentence around a figure.
    expect(english([appTexts.library, 'Library', 'All 12 rows to import'])).toHaveLength(2);
    const tab = await champion.openTab({ language: 'de-DE' });
    const found: Record<string, string[]> = {};
    await walkTab(tab, async (screen) => {
      found[screen] = english(await saidOn(tab));
    });
    expect(Object.entries(found).filter(([, texts]) => texts.length > 0)).toEqual([]);
    expect(await tab.locator('html').getAttribute('lang')).toBe('de');
    await champion.leave();
  },
  walkMs,
);

test(
  'the pane says nothing in English where Outlook is in German',
  async () => {
    const member = await arrive(people.member);
    const english = await createEnglishFinder(paneInGerman);
    const pane = await member.openPane({ language: 'de-DE' });
    const found: Record<string, string[]> = {};
    await walkPane(pane, async (screen) => {
      found[screen] = english(await saidOn(pane));
    });
    expect(Object.entries(found).filter(([, texts]) => texts.length > 0)).toEqual([]);
    expect(await pane.locator('html').getAttribute('lang')).toBe('de');
    await member.leave();
  },
  walkMs,
);

test(
  'no refusal in the tab is said in English where Teams is in German',
  async () => {
    const champion = await arrive(people.deputy);
    const english = await createEnglishFinder(tabInGerman);
    const found: Record<string, string[]> = {};
    const csv = (...lines: string[]) => ({
      name: 'rows.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });

    let tab = await champion.openTab({ language: 'de-DE', subPageId: 'library/new' });
    await tab.getByRole('button', { name: lifeTexts.save }).click();
    await tab
      .getByText(uiGerman.issue('empty', null, ''))
      .first()
      .waitFor();
    found['a draft without words'] = english(await saidOn(tab));

    tab = await champion.openTab({ language: 'de-DE', subPageId: 'programme/job-families' });
    await tab.locator('input[type=file]').setInputFiles(csv('name,day', 'Carol,Monday'));
    await tab.getByText(uiGerman.issue('usageColumns', null, '')).waitFor();
    found['a file without use'] = english(await saidOn(tab));

    tab = await champion.openTab({ language: 'de-DE', subPageId: 'library/import' });
    const rows = csv('title,instruction', 'One,', `${'x'.repeat(256)},Two`, '"Three,Four');
    await tab.locator('input[type=file]').setInputFiles(rows);
    await tab.getByText(uiGerman.issue('tooLong', 255, '')).waitFor();
    await tab.getByText(uiGerman.issue('unclosedText', null, '')).waitFor();
    found['rows that cannot be imported'] = english(await saidOn(tab));

    const nowhere = `library/${crypto.randomUUID()}`;
    tab = await champion.openTab({ language: 'de-DE', subPageId: nowhere });
    await tab.getByText(libraryTexts.notFoundTitle).waitFor();
    found['an item that is not there'] = english(await saidOn(tab));

    expect(Object.entries(found).filter(([, texts]) => texts.length > 0)).toEqual([]);
    await champion.leave();
  },
  walkMs,
);

test('no refusal in the pane is said in English where Outlook is in German', async () => {
  const member = await arrive(people.member);
  const english = await createEnglishFinder(paneInGerman);
  const pane = await member.openPane({ language: 'de-DE' });
  const refusal = { code: 'keyReused', message: sentences['keyReused'] };
  await member.page.route('**/api/feedback', (route) =>
    route.fulfill({ status: 409, json: refusal }),
  );
  await pane.getByRole('button', { name: paneTexts.feedback, exact: true }).click();
  await pane.getByRole('radio').first().check();
  await pane.getByRole('textbox').first().fill('Die Zahl stimmt nicht.');
  await pane.getByRole('button', { name: feedbackFormTexts.send, exact: true }).click();
  await pane.getByText(uiGerman.problem('keyReused', '')).waitFor();
  expect(english(await saidOn(pane))).toEqual([]);
  await member.leave();
});

const narrow = { viewport: { width: 320, height: 640 } };

test.each([
  ['de-DE', tabInGerman],
  ['ar-XB', null],
] as const)(
  'every screen of the tab fits 320 pixels and is clean, in %s',
  async (language, german) => {
    speak(languageFor(language), german);
    const champion = await arrive(people.deputy, narrow);
    const tab = await champion.openTab({ language });
    expect(await faultsOf(champion, tab, walkTab)).toEqual([]);
    await champion.leave();
  },
  walkMs,
);

test.each([
  ['de-DE', paneInGerman],
  ['ar-XB', null],
] as const)(
  'every screen of the pane fits its width and is clean, in %s',
  async (language, german) => {
    speak(languageFor(language), german);
    const member = await arrive(people.member);
    const pane = await member.openPane({ language });
    expect(await faultsOf(member, pane, walkPane)).toEqual([]);
    await member.leave();
  },
  walkMs,
);

async function faultsOf(
  person: Person,
  frame: FrameLocator,
  walk: (frame: FrameLocator, look: Look) => Promise<void>,
) {
  const faults: string[] = [];
  await walk(frame, async (screen) => {
    const overflow = await overflowOf(frame);
    if (overflow > 0) faults.push(`${screen}: ${overflow} pixels too wide`);
    faults.push(...(await person.violations()).map((violation) => `${screen}: ${violation}`));
  });
  return faults;
}
