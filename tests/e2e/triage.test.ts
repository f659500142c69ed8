import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes } from './person';
import { acts, button, openDelivered, rowOf, uniqueWord, word } from './queue';

const { arrive } = visitLane();

/** Suggestions by a member, each in a dialog of its own. */
async function suggest(...texts: string[]) {
  const member = await arrive(people.member);
  const tab = await member.openTab({ subPageId: 'feedback' });
  for (const text of texts) {
    await tab.getByRole('button', { name: 'Suggest an improvement' }).first().click();
    await tab.getByRole('textbox').last().fill(text);
    await tab.getByRole('button', { name: 'Send', exact: true }).click();
    await tab.getByText('Thank you, it arrived').waitFor();
    await tab.getByRole('button', { name: 'Close', exact: true }).first().click();
  }
  await member.leave();
}

test('a piece of feedback is triaged by keyboard alone, from new to closed', async () => {
  const id = uniqueWord();
  await suggest(`Shorter greetings please ${id}`, `Longer greetings please ${id}`);
  const champion = await arrive(people.owner);
  const { keyboard } = champion.page;
  await openDelivered(champion, `view=new&q=${id}`, 'Longer');
  const tab = await openDelivered(champion, `view=new&q=${id}`, 'Shorter');

  await keyboard.press('t');
  await word(tab, /A word to the reporter/).waitFor();
  await keyboard.type('That makes sense, we try it.');
  await keyboard.press('Control+Enter');
  await tab.getByText('Taken up.').waitFor();
  await rowOf(tab, 'Shorter').waitFor({ state: 'detached' });

  await keyboard.press('c');
  await tab.getByRole('radio', { name: /^Prompt adjusted/ }).waitFor();
  await keyboard.press('ArrowUp');
  await word(tab, /Why not/).waitFor();
  await keyboard.press('Tab');
  await keyboard.type('Greetings are a matter of taste.');
  await keyboard.press('Control+Enter');
  await tab.getByText('Closed.', { exact: true }).waitFor();
  const outcome = tab.getByRole('region', { name: 'What became of it' });
  await outcome.getByText('Greetings are a matter of taste.').first().waitFor();

  // The next one is in hand.
  await keyboard.press('j');
  await keyboard.press('Enter');
  await tab.getByRole('article').getByText('Longer greetings').waitFor();
  expect(await champion.violations()).toEqual([]);
  expect(champion.complaints).toEqual([]);
  await champion.leave();
});

test('what somebody changed in SharePoint meanwhile is shown beside what was read, and not overwritten', async () => {
  const id = uniqueWord();
  const text = `Name the deadline first ${id}`;
  await suggest(text);
  const champion = await arrive(people.owner);
  const tab = await openDelivered(champion, `q=${id}`, text);
  await acts(tab).getByRole('link', { name: 'Close', exact: true }).click();
  await tab.getByRole('radio', { name: /^Declined/ }).click();
  await word(tab, /Why not/).fill('We have tried that.');

  const deputy = await arrive(people.deputy);
  const list = await deputy.openSharePoint('/Feedback');
  await list.getByRole('row').filter({ hasText: text }).getByRole('link').click();
  await list.getByLabel('State', { exact: true }).selectOption('inProgress');
  await list.getByLabel('Told to the reporter', { exact: true }).fill('I am on it.');
  await list.getByRole('button', { name: 'Save' }).click();
  await list.getByText('Saved.').waitFor();

  await button(tab, 'Close it').click();
  const both = tab.getByRole('alert');
  await both.getByRole('row', { name: /^State New In progress/ }).waitFor();
  await both.getByText('I am on it.').waitFor();
  await both.getByText('Close · Declined · We have tried that.').waitFor();
  expect(await champion.violations()).toEqual([]);
  await button(tab, 'Leave it as it is now').click();
  await tab.getByRole('article').getByText('I am on it.').waitFor();

  // The words are still there for whoever changes their mind.
  await acts(tab).getByRole('link', { name: 'Close', exact: true }).click();
  await expect.poll(() => word(tab, /Why not/).inputValue()).toBe('We have tried that.');
  await button(tab, 'Close it').click();
  await tab.getByText('Closed.', { exact: true }).waitFor();
  await champion.leave();
  await deputy.leave();
});

test('two that say the same are merged, read side by side, and unmerged', async () => {
  const id = uniqueWord();
  const [kept, same] = [`Ask for the fee early ${id}`, `The fee should be asked for early ${id}`];
  await suggest(kept, same);
  const champion = await arrive(people.owner);
  await openDelivered(champion, `q=${id}`, kept);
  const tab = await openDelivered(champion, `q=${id}`, same);
  await acts(tab).getByRole('link', { name: 'Merge', exact: true }).click();
  await tab.getByRole('searchbox', { name: 'Search the open feedback' }).fill(id);
  await tab.getByRole('radio', { name: new RegExp(kept) }).click();
  const sides = tab.getByRole('radiogroup', { name: 'Which of the two goes on?' });
  await sides.getByText(kept).waitFor();
  await sides.getByText(same).waitFor();
  expect(await champion.violations()).toEqual([]);
  await button(tab, 'Merge them').click();
  await tab.getByText('Merged.', { exact: true }).waitFor();
  await rowOf(tab, same).waitFor({ state: 'detached' });

  await tab.getByRole('link', { name: 'Open that one' }).click();
  const merged = tab.getByRole('region', { name: 'Merged into this one' });
  await merged.getByRole('link', { name: same }).waitFor();
  await merged.getByRole('button', { name: /^Unmerge/ }).click();
  await tab.getByText('Each stands by itself again.').waitFor();
  await rowOf(tab, same).waitFor();
  await champion.leave();
});

test('a vendor gets what they need without who wrote it, and the case waits for their answer', async () => {
  const id = uniqueWord();
  const text = `It stops in the middle of a sentence ${id}`;
  await suggest(text);
  const champion = await arrive(people.owner);
  const tab = await openDelivered(champion, `q=${id}`, text);
  await acts(tab).getByRole('link', { name: 'Send to the vendor' }).click();
  await button(tab, 'Copy as text').click();
  await tab.getByText('Copied.').waitFor();
  const pack = await champion.page.evaluate(() => navigator.clipboard.readText());
  expect(pack).toContain(text);
  expect(pack).not.toContain(people.member);
  const download = champion.page.waitForEvent('download');
  await button(tab, 'Download as CSV').click();
  expect((await download).suggestedFilename()).toMatch(/vendor-pack\.csv$/);

  await word(tab, /Their case number/).fill('MS-4711');
  await button(tab, 'It is sent').click();
  await tab.getByText('It waits on the vendor.').waitFor();
  await tab.getByRole('link', { name: /^With the vendor/ }).click();
  await rowOf(tab, text).click();
  await tab
    .getByRole('article')
    .getByText(/Case MS-4711, sent/)
    .waitFor();
  await champion.leave();
});

test('several are taken up at once, each with the same word to who wrote it', async () => {
  const id = uniqueWord();
  const texts = ['Greet', 'Sign', 'Date'].map((what) => `${what} in the client’s language ${id}`);
  await suggest(...texts);
  const champion = await arrive(people.owner);
  for (const text of texts) await openDelivered(champion, `q=${id}`, text);
  const tab = await champion.openTab({ subPageId: `feedback/queue?view=new&q=${id}` });
  await tab.getByText('3 items', { exact: true }).waitFor();
  await tab.getByRole('checkbox', { name: 'Choose all shown' }).click();
  const bar = tab.getByRole('region', { name: 'With what is chosen' });
  await bar.getByRole('button', { name: 'Take up' }).click();
  await bar.getByRole('textbox').fill('We look at these together.');
  expect(await champion.violations()).toEqual([]);
  await bar.getByRole('button', { name: 'Take up 3 items' }).click();
  await tab.getByText('3 items are done.').waitFor();
  await tab.getByText('Everything is answered').or(tab.getByText('Nothing matches')).waitFor();
  await champion.leave();
});

test.each(themes)(
  'the queue has no violation, wide and at 320 px, in the %s theme',
  async (theme) => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 320, height: 720 },
    ]) {
      const champion = await arrive(people.deputy, { viewport });
      const found: Record<string, string[]> = {};
      const look = async (screen: string) => {
        found[screen] = await champion.violations();
      };
      const tab = await champion.openTab({ theme, subPageId: 'feedback/queue' });
      const first = tab.getByRole('region', { name: 'Feedback', exact: true }).getByRole('link');
      await first.first().waitFor();
      await look('list');
      await button(tab, 'Keyboard').click();
      await tab.getByRole('switch', { name: 'Single keys act' }).waitFor();
      await look('keyboard');
      await champion.page.keyboard.press('Escape');
      await tab.getByRole('checkbox').nth(1).click();
      await button(tab, 'Decline').click();
      await look('several');
      await button(tab, 'Choose none').click();
      await first.first().click();
      await tab.getByRole('article').waitFor();
      await look('open');
      await acts(tab).getByRole('link', { name: 'Close', exact: true }).click();
      for (const outcome of ['Prompt adjusted', 'Workflow changed', 'Answered by the vendor']) {
        await tab.getByRole('radio', { name: new RegExp(`^${outcome}`) }).click();
        await button(tab, 'Close it').click();
        await look(outcome);
      }
      // Nothing is wider than the page it is on.
      const frame = champion.page.frame({ url: /\/tab/ });
      const overflow = await frame?.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      expect(Object.entries(found).filter(([, broken]) => broken.length > 0)).toEqual([]);
      await champion.leave();
    }
  },
);

test('a leader who has the link to the queue, or asks the API for it, sees only what they wrote themselves', async () => {
  const leader = await arrive(people.sponsor);
  const asked: string[] = [];
  leader.page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/feedback') asked.push(request.url());
  });
  const signedIn = leader.page.waitForRequest((request) => request.url().endsWith('/api/me'));
  const tab = await leader.openTab({ subPageId: 'feedback/queue?view=open' });
  await tab.getByText('You have not written anything yet').waitFor();
  expect(await tab.getByRole('tab', { name: 'Queue' }).count()).toBe(0);
  expect(asked).toEqual([]);

  // Nor does the API give any of it to who asks it themselves, signed in as they are.
  const { authorization = '' } = await (await signedIn).allHeaders();
  const queue = new URL('/api/feedback', (await signedIn).url()).href;
  const answer = await leader.page.request.get(queue, { headers: { authorization } });
  expect(await answer.json()).toMatchObject({ code: 'championRoleRequired' });
  expect(answer.status()).toBe(403);
  await leader.leave();
});
