import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { pressOn, tabTo, typeInto } from './keyboard';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();
const title = 'Twenty minutes on a tender';

/** A moment as an American keyboard types it into the parts of a date and time field. */
function typedParts(at: Date): readonly [day: string, time: string] {
  const two = (value: number) => String(value).padStart(2, '0');
  const hour = at.getHours();
  const day = `${two(at.getMonth() + 1)}${two(at.getDate())}${String(at.getFullYear())}`;
  return [day, `${two(hour % 12 || 12)}${two(at.getMinutes())}${hour < 12 ? 'A' : 'P'}`];
}

test('a champion prepares a session by keyboard, and what is typed survives a reload', async () => {
  const champion = await arrive(people.owner);
  const { page } = champion;
  const tab = await champion.openTab({ subPageId: 'practice' });
  await pressOn(page, tab.getByRole('link', { name: 'Prepare a session' }));
  await typeInto(page, tab.getByRole('textbox', { name: /What it is called/ }), title);
  await tabTo(page, tab.getByLabel(/When it begins/));
  const [day, time] = typedParts(new Date());
  await page.keyboard.type(day);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(time);
  await typeInto(page, tab.getByRole('textbox', { name: /The situation/ }), 'A tender is due.');
  await typeInto(page, tab.getByRole('textbox', { name: 'What to do' }), 'Find the wrong date.');
  await typeInto(page, tab.getByRole('textbox', { name: /What it is done on/ }), 'By 31 June.');

  const again = await champion.openTab({ subPageId: 'practice/new' });
  await expect
    .poll(() => again.getByRole('textbox', { name: /What it is called/ }).inputValue())
    .toBe(title);
  await pressOn(page, again.getByRole('button', { name: 'Save the session' }));
  await again.getByText('It stands in no meeting yet.').waitFor();
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});

test('a member beside the meeting checks in, does it on their own work and keeps a draft', async () => {
  const member = await arrive(people.member);
  const tab = await member.openTab({ frame: 'sidePanel' });
  await tab.getByRole('heading', { level: 1, name: 'Practice' }).waitFor();
  await tab
    .getByRole('link', { name: title })
    .or(tab.getByRole('article', { name: title }))
    .first()
    .waitFor();
  const link = tab.getByRole('link', { name: title });
  if ((await link.count()) > 0) await link.click();
  const card = tab.getByRole('article', { name: title });
  await card.waitFor();
  expect(await overflowOf(tab)).toBe(0);
  await card.getByRole('button', { name: 'I am here' }).click();
  await card.getByText('You were there').waitFor();
  await card.getByRole('textbox', { name: /What worked/ }).fill('Ask for every date in a table.');
  await card.getByRole('button', { name: 'I did it on my own task' }).click();
  await card.getByRole('link', { name: 'See your draft' }).click();
  await tab.getByRole('link', { name: title }).first().waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test.each(themes)('practice beside a meeting, in the %s theme', async (theme) => {
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ theme, frame: 'sidePanel' });
  await tab.getByRole('article').first().waitFor();
  expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
  await tab.getByRole('link', { name: 'Prepare it' }).first().click();
  await tab.getByRole('textbox', { name: /What it is called/ }).waitFor();
  expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
  await champion.leave();
});

test('nothing of it is said in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ language: 'de-DE', subPageId: 'practice' });
  await tab.getByRole('heading', { name: 'Zu planen' }).waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await tab.getByRole('link', { name: 'Übungsrunde vorbereiten' }).click();
  await tab.getByRole('textbox', { name: /Wie sie heißt/ }).waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  await champion.leave();
});
