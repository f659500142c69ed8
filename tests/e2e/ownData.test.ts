import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { personalDataResponse } from '@last-mile/shared/privacy';
import { german } from '../../teams-app/src/app/german';
import { holdsFocus, pressOn, tabTo, typeInto } from './keyboard';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes } from './person';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();
const narrow = { viewport: { width: 320, height: 640 } };

test.each(themes)('what is held about oneself fits 320 pixels, in the %s theme', async (theme) => {
  const member = await arrive(people.leaving, narrow);
  const tab = await member.openTab({ theme, subPageId: 'me' });
  await tab.getByRole('button', { name: 'Save all of it as a file' }).waitFor();
  await tab.getByRole('textbox', { name: 'Type ERASE to confirm' }).waitFor();
  await tab.getByRole('switch').waitFor();
  expect([await overflowOf(tab), await member.violations()]).toEqual([0, []]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('nothing of it is said in English where Teams is in German', async () => {
  const english = await createEnglishFinder(german);
  const admin = await arrive(people.admin);
  const own = await admin.openTab({ language: 'de-DE', subPageId: 'me' });
  await own.getByRole('textbox', { name: /LÖSCHEN/ }).waitFor();
  await own.getByRole('list', { name: 'Was über mich gespeichert ist' }).waitFor();
  expect(english(await saidOn(own))).toEqual([]);
  await own.getByRole('link', { name: 'Daten über eine Person, für Admins' }).click();
  await typeInto(admin.page, own.getByRole('combobox'), 'Liam B');
  await own.getByRole('option', { name: /^Liam Byrne/ }).click();
  await own.getByRole('button', { name: 'Gespeichertes zeigen' }).click();
  await own.getByRole('button', { name: 'Als Datei zum Herausgeben speichern' }).waitFor();
  expect(english(await saidOn(own))).toEqual([]);
  await admin.leave();
});

test('a member keeps what is held about them and has it erased, by keyboard alone', async () => {
  const member = await arrive(people.leaving);
  const { page } = member;
  const tab = await member.openTab({ subPageId: 'me' });
  const saved = page.waitForEvent('download');
  await pressOn(page, tab.getByRole('button', { name: 'Save all of it as a file' }));
  const file = await saved;
  expect(file.suggestedFilename()).toBe('last-mile-data.json');
  const kept = personalDataResponse.parse(JSON.parse(await readFile(await file.path(), 'utf8')));
  const kindsOf = (held: typeof kept) => new Set(held.places.map(({ kind }) => kind));
  expect([...kindsOf(kept)]).toEqual(expect.arrayContaining(['use', 'feedback']));

  await typeInto(page, tab.getByRole('textbox', { name: 'Type ERASE to confirm' }), 'erase');
  await pressOn(page, tab.getByRole('button', { name: 'Erase what is held about me' }));
  const receipt = tab
    .getByRole('status')
    .filter({ hasText: /^What was held about you was erased/ });
  await receipt.waitFor();
  expect(await receipt.textContent()).toMatch(/\d records were found then/);
  const held = tab.getByRole('list', { name: 'What is held about you' });
  await expect.poll(() => held.getByText(/^(What you used|Feedback you sent)/).count()).toBe(0);
  expect(await holdsFocus(receipt)).toBe(true);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('an admin hands out and erases what is held about somebody, at 320 pixels by keyboard', async () => {
  const admin = await arrive(people.admin, narrow);
  const { page } = admin;
  const tab = await admin.openTab({ subPageId: 'people-data', theme: 'dark' });
  const name = 'Hiro Kim';
  await typeInto(page, tab.getByRole('combobox', { name: 'Person' }), name);
  await tab.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressOn(page, tab.getByRole('button', { name: 'Show what is held' }));
  const save = tab.getByRole('button', { name: 'Save it as a file to hand out' });
  await tabTo(page, save);
  expect(await tab.getByText(/^What they used, under a random number: \d/).count()).toBe(1);
  expect([await overflowOf(tab), await admin.violations()]).toEqual([0, []]);
  await typeInto(page, tab.getByRole('textbox', { name: `Type ${name} to confirm` }), name);
  await pressOn(page, tab.getByRole('button', { name: 'Erase what is held about this person' }));
  const receipt = tab.getByRole('status').filter({ hasText: /was erased on/ });
  await receipt.waitFor();
  expect(await holdsFocus(receipt)).toBe(true);
  await pressOn(page, tab.getByRole('button', { name: 'Show what is held' }));
  await tab
    .getByText(/records?$|^Nothing is held about this person/)
    .first()
    .waitFor();
  expect(await tab.getByText(/^What they used, under a random number: \d/).count()).toBe(0);
  expect(admin.complaints).toEqual([]);
  await admin.leave();
});
