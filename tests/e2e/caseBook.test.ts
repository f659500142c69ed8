import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { german } from '../../teams-app/src/app/german';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { people, themes, type Person } from './person';
import { acts, button, openDelivered, uniqueWord, word } from './queue';
import { createEnglishFinder, saidOn } from './spokenTexts';

const { arrive } = visitLane();

/** Four versions, four people and three themes take longer than one journey. */
const journeyMs = 300_000;

const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });

async function save(tab: FrameLocator, text: string) {
  await field(tab, 'Text').fill(text);
  await button(tab, 'Save draft').click();
}

/** A member's prompt, handed in once SharePoint has it; its key. */
async function write(member: Person, title: string): Promise<string> {
  const tab = await member.openTab({ subPageId: 'library/new' });
  await field(tab, 'Title').fill(title);
  await save(tab, 'Summarise {{notes}} for the client.');
  await tab.getByRole('heading', { name: title }).waitFor();
  const hash = await member.page.frame({ url: /\/tab/ })?.evaluate<string>('location.hash');
  const itemKey = /library\/([0-9a-f-]{36})/.exec(hash ?? '')?.[1] ?? '';
  const handIn = async () => {
    const item = await member.openTab({ subPageId: `library/${itemKey}` });
    await item.getByRole('article').waitFor();
    return button(item, 'Hand in for review').count();
  };
  await expect.poll(handIn, { timeout: 60_000, interval: 2_000 }).toBe(1);
  const item = member.page.frameLocator('#tab-frame');
  await button(item, 'Hand in for review').click();
  await button(item, 'Hand in for review').waitFor({ state: 'detached' });
  return itemKey;
}

async function publish(champion: Person, itemKey: string) {
  const tab = await champion.openTab({ subPageId: `library/${itemKey}` });
  await tab.getByRole('button', { name: /^Publish( this text)?$/ }).click();
  await tab.getByText(/^Published\. Everyone/).waitFor();
}

async function flag(member: Person, itemKey: string, text: string) {
  const tab = await member.openTab({ subPageId: `library/${itemKey}` });
  await button(tab, 'Flag a problem').click();
  const form = tab.getByRole('dialog');
  await form.getByRole('radio', { name: 'It is wrong' }).click();
  await form.getByRole('textbox', { name: /What happened/ }).fill(text);
  await form.getByRole('checkbox', { name: 'It may become a case of this prompt' }).click();
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await form.getByText('Thank you, it arrived').waitFor();
}

test(
  'a fixed flag becomes a case, and each new version is walked by keyboard before the book says it holds',
  async () => {
    const id = uniqueWord();
    const [title, flagged] = [`Minutes for a client ${id}`, `It invents a deadline ${id}`];
    const member = await arrive(people.member);
    const owner = await arrive(people.owner);
    const deputy = await arrive(people.deputy);
    const itemKey = await write(member, title);
    await publish(owner, itemKey);
    await flag(member, itemKey, flagged);

    // The flag promises another text, and the version that has it closes the flag.
    const queue = await openDelivered(owner, `view=new&q=${id}`, flagged);
    await acts(queue).getByRole('link', { name: 'Adjust the prompt' }).click();
    await button(queue, 'Open the editor').click();
    await save(queue, 'Summarise {{notes}} for the client. Name no date of your own.');
    await queue.getByText('Changed since it was published').waitFor();
    await publish(deputy, itemKey);

    const done = await openDelivered(owner, `view=done&q=${id}`, flagged);
    await done.getByRole('link', { name: 'Keep as a case' }).click();
    await word(done, /^Input/).fill('Notes: send the plan soon.');
    await word(done, /^What must hold/).fill('Every date is one of the notes.');
    expect(await owner.violations()).toEqual([]);
    await button(done, 'Keep the case').click();
    await done.getByRole('link', { name: 'Open the case book' }).click();
    await done.getByText('Not walked yet').waitFor();
    await done.getByText('Nobody has walked it yet').waitFor();

    // It holds on the version that mended it.
    await done.getByRole('link', { name: 'Walk the cases' }).click();
    await done.getByRole('radio', { name: 'Held', exact: true }).click();
    await button(done, 'Save and finish').click();
    await done.getByRole('link', { name: 'Open the case book' }).click();
    await done.getByText('1 of 1 held').waitFor();
    await done.getByText('on version 2').waitFor();

    // Another version asks for another walk.
    const editing = await owner.openTab({ subPageId: `library/${itemKey}/edit` });
    await field(editing, 'Text').waitFor();
    await save(editing, 'Summarise {{notes}} in five lines. Name no date of your own.');
    await editing.getByText('Changed since it was published').waitFor();
    await publish(deputy, itemKey);
    const cases = await deputy.openTab({ subPageId: 'feedback/cases' });
    const waiting = cases.getByRole('listitem').filter({ hasText: title });
    await waiting.getByText('Version 3 is new').waitFor();
    await looksRight(itemKey);

    const again = await deputy.openTab({ subPageId: 'feedback/cases' });
    const { keyboard } = deputy.page;
    await again.getByRole('link', { name: `Walk the cases of ${title}` }).press('Enter');
    await again.getByRole('article', { name: '1 of 1' }).waitFor();
    await again.getByText('in five lines').waitFor();
    await keyboard.press('1');
    await keyboard.press('Shift+Tab');
    await keyboard.type('Two tries, no date in either.');
    await keyboard.press('Control+Enter');
    await again.getByRole('heading', { name: 'That was the last case' }).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await again.getByText('1 of 1 held').waitFor();
    await again.getByText('on version 3').waitFor();
    const walks = again.getByRole('list', { name: 'Walks' }).getByRole('listitem');
    const [last, before] = await walks.allInnerTexts();
    expect(last).toMatch(/^Version 3\s+Held\s+Tomás Herrera, .*\s+Two tries, no date in either\./);
    expect(before).toMatch(/^Version 2\s+Held\s+Amara Okafor, /);

    const mine = await member.openTab({ subPageId: 'feedback' });
    const own = mine.getByRole('listitem').filter({ hasText: flagged });
    await own.getByText(/^It is a case of its prompt/).waitFor();
    await own.getByRole('button', { name: 'Take that back' }).click();
    await own.getByText('It does not become a case of its prompt.').waitFor();
    const book = await deputy.openTab({ subPageId: `library/${itemKey}/cases` });
    await book.getByText(/The reporter took their consent back/).waitFor();
    expect(await book.getByText('Notes: send the plan soon.').count()).toBe(0);

    expect([member, owner, deputy].flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const person of [member, owner, deputy]) await person.leave();
  },
  journeyMs,
);

/** The pages of cases are clean and fit 320 pixels in every theme, and German where Teams is. */
async function looksRight(itemKey: string) {
  const places = [
    'feedback/cases',
    'feedback/assistants',
    `library/${itemKey}/cases`,
    `library/${itemKey}/cases/walk`,
  ];
  const english = await createEnglishFinder(german);
  const narrow = await arrive(people.deputy, {
    viewport: { width: 320, height: 800 },
  });
  const faults: string[] = [];
  for (const subPageId of places) {
    for (const theme of themes) {
      const tab = await narrow.openTab({ theme, subPageId });
      await tab.getByRole('heading', { level: 2 }).first().waitFor();
      const overflow = await overflowOf(tab);
      if (overflow > 0) faults.push(`${subPageId}, ${theme}: ${overflow} pixels too wide`);
      const violations = await narrow.violations();
      faults.push(...violations.map((violation) => `${subPageId}, ${theme}: ${violation}`));
    }
    const tab = await narrow.openTab({ language: 'de-DE', subPageId });
    await tab.getByRole('heading', { level: 2 }).first().waitFor();
    faults.push(...english(await saidOn(tab)).map((text) => `${subPageId}: ${text}`));
  }
  expect(faults).toEqual([]);
  expect(narrow.complaints).toEqual([]);
  await narrow.leave();
}
