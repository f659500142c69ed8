import type { FrameLocator } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { holdsFocus, pressOn, tabTo, typeInto } from './keyboard';
import { visitLane } from './lane';
import { people, type Person } from './person';

// Who has no mouse presses Tab some hundred times.
vi.setConfig({ testTimeout: 240_000 });

const { arrive } = visitLane();

const button = (tab: FrameLocator, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: typeof name === 'string' });
const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });

/** Waits until the focus is in the element: what had it is gone, and it went on from there. */
const focusGoesTo = (element: Parameters<typeof holdsFocus>[0]) =>
  expect.poll(() => holdsFocus(element)).toBe(true);

/** A member writes a text and hands it in. */
async function handedIn(member: Person, title: string): Promise<string> {
  const writing = await member.openTab({ subPageId: 'library/new' });
  await typeInto(member.page, field(writing, 'Title'), title);
  await typeInto(member.page, field(writing, 'Text'), 'Ask {{client}} kindly for the date.');
  await pressOn(member.page, button(writing, 'Save draft'));
  await writing.getByRole('heading', { name: title }).waitFor();
  const hash = await member.page.frame({ url: /\/tab/ })?.evaluate<string>('location.hash');
  const place = `library/${/library\/([0-9a-f-]{36})/.exec(hash ?? '')?.[1] ?? ''}`;
  await expect
    .poll(
      async () => {
        const tab = await member.openTab({ subPageId: place });
        await tab.getByRole('article').waitFor();
        return button(tab, 'Hand in for review').count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  const tab = member.page.frameLocator('#tab-frame');
  await pressOn(member.page, button(tab, 'Hand in for review'));
  await button(tab, 'Hand in for review').waitFor({ state: 'detached' });
  return place;
}

test('by keyboard alone, texts are given back with a word and published, compared and restored', async () => {
  const member = await arrive(people.member);
  await handedIn(member, 'Given back by keyboard');
  const place = await handedIn(member, 'Published by keyboard');
  const owner = await arrive(people.owner);
  const { page } = owner;

  const library = await owner.openTab({ subPageId: 'library' });
  await pressOn(page, library.getByRole('link', { name: 'Review queue' }));
  const queue = library.getByRole('group', { name: 'Review queue' });
  const waiting = (title: string) => queue.getByRole('listitem').filter({ hasText: title });

  const back = waiting('Given back by keyboard');
  await pressOn(page, back.getByRole('button', { name: 'Give back' }));
  await focusGoesTo(back.getByRole('textbox', { name: 'What should change?' }));
  await page.keyboard.type('Say by when.');
  await pressOn(page, back.getByRole('button', { name: 'Give back' }));
  await back.waitFor({ state: 'detached' });
  await focusGoesTo(queue);

  const published = waiting('Published by keyboard');
  await pressOn(page, published.getByRole('button', { name: 'Publish' }));
  await published.waitFor({ state: 'detached' });
  await focusGoesTo(queue);

  // A change to it stands word by word in the queue.
  const editor = await owner.openTab({ subPageId: `${place}/edit` });
  await typeInto(page, field(editor, 'Text'), ' Name the day.');
  await pressOn(page, button(editor, 'Save draft'));
  await editor.getByText('Changed since it was published').waitFor();
  await pressOn(page, button(editor, 'Hand in for review'));
  await button(editor, 'Hand in for review').waitFor({ state: 'detached' });
  const deputy = await arrive(people.deputy);
  const again = await deputy.openTab({ subPageId: 'library/review' });
  const changed = again.getByRole('listitem').filter({ hasText: 'Published by keyboard' });
  await changed.locator('ins', { hasText: 'Name' }).first().waitFor();
  await pressOn(deputy.page, changed.getByRole('button', { name: /^Publish/ }));
  await changed.waitFor({ state: 'detached' });

  const item = await deputy.openTab({ subPageId: place });
  await pressOn(deputy.page, button(item, 'Show versions'));
  const versions = item.getByRole('region', { name: 'Versions' });
  await focusGoesTo(versions);
  await pressOn(deputy.page, versions.getByRole('button', { name: /^Compare Version 1 / }));
  await versions.locator('del, ins').first().waitFor();
  await pressOn(deputy.page, button(item, 'Propose this text again'));
  await versions.getByText('It is a proposal now: hand it in for review.').waitFor();
  await focusGoesTo(item.getByRole('article'));
  expect([...member.complaints, ...owner.complaints, ...deputy.complaints]).toEqual([]);
  for (const person of [member, owner, deputy]) await person.leave();
});

test('by keyboard alone, people build together: an entry, a vote, and a draft of it', async () => {
  const champion = await arrive(people.owner);
  const member = await arrive(people.member);
  const theirs = await champion.openTab({ subPageId: 'library/sessions' });
  await typeInto(champion.page, field(theirs, 'What is it about?'), 'Without a mouse');
  await pressOn(champion.page, button(theirs, 'Open session'));
  await theirs.getByRole('heading', { name: 'Without a mouse' }).waitFor();

  const mine = await member.openTab({ subPageId: 'library/sessions' });
  await pressOn(member.page, mine.getByRole('link', { name: 'Without a mouse' }));
  await typeInto(member.page, field(mine, 'Title'), 'Typed only');
  await typeInto(member.page, field(mine, 'Text'), 'List what {{client}} asked for.');
  await pressOn(member.page, button(mine, 'Add'));
  await mine.getByRole('heading', { name: 'Typed only' }).waitFor();
  // The next one can be written at once.
  await tabTo(member.page, field(mine, 'Title'));

  const vote = button(theirs, /^Vote for “Typed only”/);
  await pressOn(champion.page, vote, 'Space');
  await expect.poll(() => vote.getAttribute('aria-pressed')).toBe('true');
  expect(await holdsFocus(vote)).toBe(true);
  await pressOn(
    champion.page,
    theirs.getByRole('checkbox', { name: 'Choose “Typed only”' }),
    'Space',
  );
  await pressOn(champion.page, button(theirs, 'Make 1 draft'));
  await mine.getByText('Draft in the library').waitFor();
  expect([...champion.complaints, ...member.complaints]).toEqual([]);
  await Promise.all([champion.leave(), member.leave()]);
});

test('by keyboard alone, a file is matched, imported and taken back', async () => {
  const champion = await arrive(people.deputy);
  const { page } = champion;
  const tab = await champion.openTab({ subPageId: 'library/import' });
  const choosing = page.waitForEvent('filechooser');
  await pressOn(page, tab.locator('button', { hasText: 'Choose a file' }));
  const rows = 'title,prompt,task\nBy keyboard,Write a short note.,Nothing of ours\n';
  await (
    await choosing
  ).setFiles({
    ...{ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) },
  });
  const theirs = tab.getByRole('combobox', { name: 'Nothing of ours' });
  await tabTo(page, theirs);
  await page.keyboard.press('ArrowDown');
  expect(await theirs.inputValue()).not.toBe('');
  await pressOn(page, button(tab, 'Import 1 prompt'));
  await tab.getByText('Import finished').waitFor();
  await focusGoesTo(tab.getByRole('status').filter({ hasText: 'Import finished' }));
  await pressOn(page, button(tab, /^Take back the import of/).first());
  await tab.getByText('1 draft removed.').waitFor({ timeout: 60_000 });
  expect(await holdsFocus(tab.getByRole('main'))).toBe(true);
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});
