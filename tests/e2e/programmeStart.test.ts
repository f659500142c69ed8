import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { pressOn, tabTo, typeInto } from './keyboard';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes, type Person } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();

const steps = [
  'Whom it is for',
  'Who answers for it',
  'Hours and budget',
  'When',
  'What it shall reach',
  'Job families',
  'Look over and start',
];
const stepHeading = (tab: FrameLocator, at: number) =>
  tab.getByRole('heading', { name: `Step ${at} of 7: ${steps[at - 1] ?? ''}` });

/** Types the beginning of a name, and takes the first that is found. */
async function choose({ page }: Person, tab: FrameLocator, field: RegExp, typed: string) {
  await typeInto(page, tab.getByRole('combobox', { name: field }), typed);
  await tab.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tab.getByRole('option').first().waitFor({ state: 'detached' });
}

async function next({ page }: Person, tab: FrameLocator, to: number) {
  await pressOn(page, tab.getByRole('button', { name: 'Next' }));
  await stepHeading(tab, to).waitFor();
}

/** Her office has no programme yet. */
const openStart = async (person: Person, options = {}) => {
  const tab = await person.openTab({ ...options, subPageId: 'programme/start' });
  await tab.getByRole('heading', { level: 1 }).waitFor();
  return tab;
};

test.each(themes)(
  'the guided start can be read step by step at 320 pixels in the %s theme',
  async (theme) => {
    const champion = await arrive(people.owner, {
      viewport: { width: 320, height: 640 },
    });
    const tab = await openStart(champion, { theme });
    await stepHeading(tab, 1).waitFor();
    for (const [index, step] of steps.entries()) {
      await tab.getByRole('button', { name: new RegExp(`^${step}, `) }).click();
      await stepHeading(tab, index + 1).waitFor();
      expect([step, await overflowOf(tab), await champion.violations()]).toEqual([step, 0, []]);
    }
    expect(champion.complaints).toEqual([]);
    await champion.leave();
  },
);

test.each(['programme/plan', 'programme/past'])(
  '%s can be read at 320 pixels, and says nothing in English where Teams is in German',
  async (subPageId) => {
    const english = await createEnglishFinder(german);
    const champion = await arrive(people.owner, {
      viewport: { width: 320, height: 640 },
    });
    const tab = await champion.openTab({ language: 'de-DE', subPageId });
    await tab.getByRole('table').first().waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    expect(english(await saidOn(tab))).toEqual([]);
    await champion.leave();
  },
);

test('the guided start says nothing in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const champion = await arrive(people.owner);
  const tab = await openStart(champion, { language: 'de-DE' });
  const list = tab.getByRole('navigation', { name: 'Schritte' }).getByRole('button');
  await list.first().waitFor();
  for (let at = 0; at < steps.length; at += 1) {
    await list.nth(at).click();
    await tab.getByRole('heading', { name: `Schritt ${at + 1} von 7` }).waitFor();
    expect(english(await saidOn(tab))).toEqual([]);
  }
  await champion.leave();
});

test('a champion in no programme starts one by keyboard alone, and comes back to it in between', async () => {
  // A leader is known as one once they have opened Last Mile.
  const sponsor = await arrive(people.sponsor);
  await (await sponsor.openTab()).getByRole('tab', { name: 'Dashboard' }).waitFor();
  await sponsor.leave();

  const champion = await arrive(people.newChampion);
  const { page } = champion;
  let tab = await champion.openTab();
  await pressOn(page, tab.getByRole('button', { name: 'Start a programme' }));
  await stepHeading(tab, 1).waitFor();
  await typeInto(page, tab.getByRole('textbox', { name: /Name of the programme/ }), 'AI in Lisbon');
  await choose(champion, tab, /Group of people/, 'lisbon');
  await next(champion, tab, 2);
  await pressOn(page, tab.getByRole('button', { name: 'I answer for it' }));
  await choose(champion, tab, /Sponsor/, 'ingrid sol');
  await tab.getByText('Saved', { exact: true }).waitFor();

  // She is called away, and comes back.
  tab = await openStart(champion);
  await pressOn(page, tab.getByRole('button', { name: 'Go on with AI in Lisbon' }));
  await pressOn(page, tab.getByRole('button', { name: 'Hours and budget, open' }));
  await typeInto(page, tab.getByRole('textbox', { name: /in the active weeks/ }), '6');
  await typeInto(page, tab.getByRole('textbox', { name: /Hours a week after them/ }), '1.5');
  await typeInto(page, tab.getByRole('textbox', { name: /Budget/ }), '0');
  await next(champion, tab, 4);
  expect(await tab.getByRole('combobox', { name: /Time zone/ }).inputValue()).not.toBe('');
  await next(champion, tab, 5);
  await next(champion, tab, 6);
  await typeInto(page, tab.getByRole('textbox', { name: /Job families/ }), 'Consulting');
  await next(champion, tab, 7);

  // What is missing has the focus, and leads to where it is said.
  await pressOn(page, tab.getByRole('button', { name: 'Start the programme' }));
  await page.keyboard.press('Enter');
  await stepHeading(tab, 5).waitFor();
  await page.keyboard.type('60');
  expect(
    await tab.getByRole('textbox', { name: 'Weekly active rate', exact: true }).inputValue(),
  ).toBe('60');
  await pressOn(page, tab.getByRole('button', { name: 'Next' }));
  await next(champion, tab, 7);
  await pressOn(page, tab.getByRole('button', { name: 'Start the programme' }));
  await tab.getByRole('heading', { name: 'It is started' }).waitFor();
  expect(await champion.violations()).toEqual([]);
  await tabTo(page, tab.getByRole('button', { name: 'Open the plan' }));
  await page.keyboard.press('Enter');
  await tab.getByRole('row', { name: 'Owner Noor Haddad' }).waitFor();
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});
