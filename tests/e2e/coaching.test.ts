import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { holdsFocus, pressOn, tabTo, typeInto } from './keyboard';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();
const place = 'programme/coaching';

test('a champion reaches out to somebody and writes down what came of it, by keyboard alone', async () => {
  const champion = await arrive(people.owner);
  const { page } = champion;
  const tab = await champion.openTab({ subPageId: place });
  const button = tab.getByRole('button', { name: /^Reach out to / }).first();
  await tabTo(page, button);
  const name = ((await button.getAttribute('aria-label')) ?? '').replace('Reach out to ', '');
  await page.keyboard.press('Enter');
  const form = tab.getByRole('form', { name: `Reach out to ${name}` });
  await form.waitFor();
  expect(await holdsFocus(form)).toBe(true);
  await typeInto(page, form.getByRole('textbox'), ' Tea at four?');
  await pressOn(page, form.getByRole('button', { name: 'Write it down and go on to the chat' }));
  const chat = tab.getByRole('link', { name: `Open the chat with ${name}` });
  await chat.waitFor();
  expect(await holdsFocus(chat)).toBe(true);
  expect(await chat.getAttribute('href')).toMatch(
    /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=.+&message=.*Tea%20at%20four%3F/,
  );
  await pressOn(page, tab.getByRole('button', { name: 'Done' }));

  await pressOn(page, tab.getByRole('button', { name: `What came of it: ${name}` }));
  const outcome = tab.getByRole('form', { name: `What came of it: ${name}` });
  await outcome.waitFor();
  expect(await holdsFocus(outcome)).toBe(true);
  await page.keyboard.type('Will try it');
  await pressOn(page, outcome.getByRole('button', { name: 'Write down' }));
  await tab.getByRole('button', { name: `Change what came of it: ${name}` }).waitFor();
  const logged = tab.getByRole('list', { name: 'Reached out to' }).getByRole('listitem');
  await logged.filter({ hasText: name }).getByText('Will try it').waitFor();
  expect(await tab.getByRole('button', { name: `Reach out to ${name}` }).count()).toBe(0);
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});

test('a member finds what champions see of them, and opts out with one tap', async () => {
  const member = await arrive(people.member);
  const own = await member.openTab({ subPageId: 'feedback' });
  await own.getByRole('link', { name: 'How Last Mile may contact me' }).click();
  await own.getByRole('switch').click();
  await own.getByText('Kept.').waitFor();
  const again = await member.openTab({ subPageId: 'me' });
  await again.getByText(/You are on no list/).waitFor();
  await again.getByRole('switch').click();
  await again.getByText(/At most once in two weeks/).waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test.each(themes)('the list and one’s own choice at 320 pixels, in the %s theme', async (theme) => {
  const champion = await arrive(people.owner, {
    viewport: { width: 320, height: 640 },
  });
  const tab = await champion.openTab({ theme, subPageId: place });
  await tab
    .getByRole('button', { name: /^Reach out to / })
    .first()
    .click();
  await tab.getByRole('textbox').waitFor();
  expect([await overflowOf(tab), await champion.violations()]).toEqual([0, []]);
  const own = await champion.openTab({ theme, subPageId: 'me' });
  await own.getByRole('switch').waitFor();
  expect([await overflowOf(own), await champion.violations()]).toEqual([0, []]);
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});

test('nothing of it is said in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const champion = await arrive(people.owner);
  const tab = await champion.openTab({ language: 'de-DE', subPageId: place });
  await tab.getByRole('heading', { name: 'Noch nicht begonnen' }).waitFor();
  expect(english(await saidOn(tab))).toEqual([]);
  const own = await champion.openTab({ language: 'de-DE', subPageId: 'me' });
  await own.getByRole('switch').waitFor();
  expect(english(await saidOn(own))).toEqual([]);
  await champion.leave();
});
