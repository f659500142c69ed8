import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

async function add(tab: FrameLocator, title: string, body: string) {
  await tab.getByRole('textbox', { name: 'Title' }).fill(title);
  await tab.getByRole('textbox', { name: 'Text' }).fill(body);
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.getByRole('heading', { name: title }).waitFor();
}

test('three people build together: each sees the others’ entries arrive, they vote, the best becomes a draft', async () => {
  const [champion, member, colleague] = await Promise.all([
    arrive(people.owner),
    arrive(people.member),
    arrive(people.deputy),
  ]);
  const theirs = await champion.openTab({ subPageId: 'library/sessions' });
  await theirs.getByRole('textbox', { name: 'What is it about?' }).fill('Friday: client meetings');
  await theirs.getByRole('button', { name: 'Open session' }).click();
  await theirs.getByRole('heading', { name: 'Friday: client meetings' }).waitFor();

  const tabs = await Promise.all(
    [member, colleague].map(async (person) => {
      const tab = await person.openTab({ subPageId: 'library' });
      await tab.getByRole('link', { name: 'Build together' }).click();
      await tab.getByRole('link', { name: 'Friday: client meetings' }).click();
      await tab.getByRole('button', { name: 'Add', exact: true }).waitFor();
      return tab;
    }),
  );
  const [mine, other] = tabs as [FrameLocator, FrameLocator];

  await add(mine, 'Promises in the notes', 'List every promise in {{notes}}, with who made it.');
  await other.getByRole('heading', { name: 'Promises in the notes' }).waitFor();
  await add(other, 'Agenda from a thread', 'Make an agenda of three points from {{thread}}.');
  await mine.getByRole('heading', { name: 'Agenda from a thread' }).waitFor();

  await other.getByRole('button', { name: /^Vote for “Promises in the notes”/ }).click();
  await theirs.getByRole('button', { name: /^Vote for “Promises in the notes”/ }).click();
  await expect
    .poll(() => mine.getByRole('listitem').first().innerText())
    .toMatch(/Promises in the notes[\s\S]*2 votes/);

  await theirs.getByRole('checkbox', { name: 'Choose “Promises in the notes”' }).check();
  await theirs.getByRole('button', { name: 'Make 1 draft' }).click();
  await mine.getByText('Draft in the library').waitFor();
  for (const person of [champion, member, colleague]) {
    await person.page.setViewportSize({ width: 320, height: 800 });
    expect(await person.violations()).toEqual([]);
  }

  await theirs.getByRole('button', { name: 'Close session' }).click();
  await mine.getByText(/This session is closed/).waitFor();
  const library = await champion.openTab({ subPageId: 'library?status=draft' });
  await library.getByRole('link', { name: /Promises in the notes/ }).waitFor();
  expect([...champion.complaints, ...member.complaints, ...colleague.complaints]).toEqual([]);
  await Promise.all([champion.leave(), member.leave(), colleague.leave()]);
});

test('what others add while the connection is away appears once it is back', async () => {
  const [champion, member] = await Promise.all([arrive(people.owner), arrive(people.member)]);
  const theirs = await champion.openTab({ subPageId: 'library/sessions' });
  await theirs.getByRole('textbox', { name: 'What is it about?' }).fill('Monday');
  await theirs.getByRole('button', { name: 'Open session' }).click();
  await theirs.getByRole('heading', { name: 'Monday' }).waitFor();
  const mine = await member.openTab({ subPageId: 'library/sessions' });
  await mine.getByRole('link', { name: 'Monday' }).click();
  await mine.getByRole('button', { name: 'Add', exact: true }).waitFor();

  await member.page.context().setOffline(true);
  await add(theirs, 'Said meanwhile', 'Summarise {{notes}} for a client.');
  await mine.getByText(/The connection is interrupted/).waitFor({ timeout: 30_000 });
  await member.page.context().setOffline(false);
  await mine.getByRole('heading', { name: 'Said meanwhile' }).waitFor({ timeout: 30_000 });
  await mine.getByText(/The connection is interrupted/).waitFor({ state: 'detached' });
  await Promise.all([champion.leave(), member.leave()]);
});
