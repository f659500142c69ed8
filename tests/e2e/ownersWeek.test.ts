import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();

test.each(themes)(
  'a champion reads their week, its hours and how it goes on, at 320 pixels, in the %s theme',
  async (theme) => {
    const champion = await arrive(people.owner, {
      viewport: { width: 320, height: 640 },
    });
    const tab = await champion.openTab({ theme, subPageId: 'programme' });
    await tab.getByRole('heading', { name: 'Keeps the programme going' }).waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    await tab.getByRole('link', { name: 'Hours and spend', exact: true }).click();
    await tab.getByRole('region', { name: 'Weeks, the latest first' }).waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    await tab.getByRole('link', { name: 'Back to your week' }).click();
    await tab.getByRole('link', { name: 'How it goes on', exact: true }).click();
    await tab.getByRole('radio', { name: 'It stops' }).waitFor();
    expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
    expect(champion.complaints).toEqual([]);
    await champion.leave();
  },
);

test('by keyboard alone a champion puts a line off, and writes down a week', async () => {
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ subPageId: 'programme' });
  const { keyboard } = champion.page;
  const effort = tab.getByRole('button', { name: 'More for “Hours and spend' }).first();
  await effort.focus();
  await keyboard.press('Enter');
  await tab.getByRole('menuitem', { name: 'Done' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tab
    .getByText(/^Put off until /)
    .first()
    .waitFor();
  await tab.getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  const write = tab.getByRole('link', { name: /^Write it down/ }).first();
  await write.focus();
  await keyboard.press('Enter');
  const hours = tab.getByRole('textbox', { name: 'Hours' });
  await hours.focus();
  const lineOf = async (field: typeof hours) => {
    const { y, height } = (await field.boundingBox()) ?? { y: NaN, height: NaN };
    return { y, height };
  };
  // A hint under one of the two fields moves neither.
  expect(await lineOf(tab.getByRole('textbox', { name: /^Spend/ }))).toEqual(await lineOf(hours));
  await keyboard.type('1.5');
  await keyboard.press('Tab');
  await keyboard.type('0');
  await keyboard.press('Enter');
  await hours.waitFor({ state: 'detached' });
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});

test('the week says nothing in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ language: 'de-DE', subPageId: 'programme' });
  await tab.getByRole('heading', { name: 'Das hält das Programm in Gang' }).waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await champion.leave();
});
