import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { overflowOf } from './narrow';
import { followTheBell, lineOf } from './ownLines';
import { people, themes, type Person } from './person';
import { acts, button, openDelivered, uniqueWord, word } from './queue';

const { arrive } = visitLane();

/** A flag from the pane, with what the assistant wrote read over before it is sent. Gives its key. */
async function flagInOutlook(member: Person, text: string): Promise<string> {
  const pane = await member.openPane();
  await button(pane, 'Feedback').click();
  await pane.getByRole('radio', { name: 'It is wrong' }).click();
  await word(pane, /What happened/).fill(text);
  await button(pane, 'Add what the assistant wrote').click();
  await word(pane, /What the assistant wrote/).fill(
    'Dear Helen, write to helen.park@orchard.example by 30 February.',
  );
  const output = word(pane, /This is what is sent/);
  await expect.poll(() => output.inputValue()).toContain('[e-mail]');
  await output.fill('Dear [client], write to [e-mail] by 30 February.');
  await pane.getByText('You changed it: it is sent as it stands here.').waitFor();
  expect(await member.violations()).toEqual([]);
  const sent = member.page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/api/feedback'),
  );
  await button(pane, 'Send').click();
  await pane.getByText('Thank you, it arrived').waitFor();
  return ((await sent).postDataJSON() as { clientKey: string }).clientKey;
}

async function suggest(member: Person, text: string) {
  const tab = await member.openTab({ subPageId: 'feedback' });
  await button(tab, 'Suggest an improvement').first().click();
  await tab.getByRole('textbox').last().fill(text);
  await button(tab, 'Send').click();
  await tab.getByText('Thank you, it arrived').waitFor();
}

async function close(champion: Person, id: string, text: string, reason: string) {
  const tab = await openDelivered(champion, `q=${id}`, text);
  await acts(tab).getByRole('link', { name: 'Close', exact: true }).click();
  await tab.getByRole('radio', { name: /^Declined/ }).click();
  await word(tab, /Why not/).fill(reason);
  await button(tab, 'Close it').click();
  await tab.getByText('Closed.', { exact: true }).waitFor();
}

async function openOwnInPane(member: Person) {
  const pane = await member.openPane();
  await button(pane, 'My feedback and what came of it').click();
  return pane;
}

test('a flag from Outlook is answered and rings the bell, is said not to have helped, answered again, and helps', async () => {
  const id = uniqueWord();
  const text = `It names a day that does not exist ${id}`;
  const member = await arrive(people.member);
  const clientKey = await flagInOutlook(member, text);

  const champion = await arrive(people.owner);
  await close(champion, id, text, 'The calendar in the prompt is right.');
  const article = champion.page.frameLocator('#tab-frame').getByRole('article');
  await article.getByText('Dear [client], write to [e-mail] by 30 February.').waitFor();
  expect(await article.innerText()).not.toContain('orchard');

  const mine = lineOf(await followTheBell(member, clientKey), text);
  await mine.getByText('Left as it is: The calendar in the prompt is right.').waitFor();
  const inPane = lineOf(await openOwnInPane(member), text);
  await inPane.getByText('Left as it is: The calendar in the prompt is right.').waitFor();
  await inPane.getByRole('button', { name: 'No', exact: true }).click();
  await inPane.getByRole('textbox', { name: 'What is still wrong?' }).fill(`Still there ${id}`);
  expect(await member.violations()).toEqual([]);
  await inPane.getByRole('button', { name: 'Send the answer' }).click();
  await inPane.getByText('You said that it did not help: it is open again.').waitFor();
  await inPane.getByText(/^Answer due/).waitFor();
  await inPane.getByText(`Your words: Still there ${id}`).waitFor();

  const again = await openDelivered(champion, `view=new&q=${id}`, text);
  await again.getByRole('article').getByText(`Still there ${id}`).first().waitFor();
  await close(champion, id, text, 'Now the prompt asks for the date.');

  const tab = await member.openTab({ subPageId: 'feedback' });
  await lineOf(tab, text).getByText('Now the prompt asks for the date.').waitFor();
  await lineOf(tab, text).getByRole('button', { name: 'Yes', exact: true }).click();
  await lineOf(tab, text).getByRole('button', { name: 'Send the answer' }).click();
  await lineOf(tab, text).getByText('You said that it helped.').waitFor();
  expect(await lineOf(tab, text).getByText('Did that help?').count()).toBe(0);
  const done = await openDelivered(champion, `view=done&q=${id}`, text);
  await done.getByRole('article').getByText('The reporter says it helped.').waitFor();
  expect([...member.complaints, ...champion.complaints]).toEqual([]);
  await Promise.all([member.leave(), champion.leave()]);
});

test('a suggestion that was taken up is voted for by a colleague, who counts once', async () => {
  const id = uniqueWord();
  const text = `One template for every reminder ${id}`;
  const member = await arrive(people.member);
  await suggest(member, text);
  const place = { subPageId: 'feedback/suggestions' };
  const own = lineOf(await member.openTab(place), text);
  await own.getByText('Only you see it').waitFor();

  const champion = await arrive(people.owner);
  const queue = await openDelivered(champion, `view=new&q=${id}`, text);
  await acts(queue).getByRole('link', { name: 'Take up' }).click();
  await word(queue, /A word to the reporter/).fill('Good idea.');
  await button(queue, 'Take up').click();
  await queue.getByText('Taken up.').waitFor();

  const colleague = await arrive(people.deputy);
  const vote = (tab: FrameLocator) => lineOf(tab, text).getByRole('button', { name: /^I would/ });
  const first = await colleague.openTab(place);
  await vote(first).click();
  await lineOf(first, text).getByText('1 vote', { exact: true }).waitFor();
  expect(await lineOf(first, text).innerText()).not.toContain(people.member);
  const otherDevice = await arrive(people.deputy);
  const second = await otherDevice.openTab(place);
  await lineOf(second, text).getByText('1 vote', { exact: true }).waitFor();
  expect(await vote(second).getAttribute('aria-pressed')).toBe('true');

  // Who suggested it sees the vote, and has none.
  const counted = lineOf(await member.openTab(place), text);
  await counted.getByText('1 vote', { exact: true }).waitFor();
  expect(await counted.getByRole('button').count()).toBe(0);
  for (const person of [member, champion, colleague, otherDevice]) await person.leave();
});

/** A suggestion of the member's that a champion has taken up. */
async function takenUpSuggestion(member: Person, champion: Person, id: string, text: string) {
  await suggest(member, text);
  const queue = await openDelivered(champion, `view=new&q=${id}`, text);
  await acts(queue).getByRole('link', { name: 'Take up' }).click();
  await button(queue, 'Take up').click();
  await queue.getByText('Taken up.').waitFor();
  return queue;
}

test('a colleague sees a suggestion until it is hidden from them, and again once it is shown', async () => {
  const id = uniqueWord();
  const text = `Ask the client for the fee first ${id}`;
  const place = { subPageId: 'feedback/suggestions' };
  const [member, champion, colleague] = await Promise.all([
    arrive(people.member),
    arrive(people.owner),
    arrive(people.sponsor),
  ]);
  const queue = await takenUpSuggestion(member, champion, id, text);
  const vote = (tab: FrameLocator) => lineOf(tab, text).getByRole('button', { name: /^I would/ });
  await vote(await colleague.openTab(place)).waitFor();

  await acts(queue).getByRole('link', { name: 'Hide from colleagues' }).click();
  await button(queue, 'Hide it').click();
  await queue.getByText('Hidden from colleagues.', { exact: true }).waitFor();
  const hidden = await colleague.openTab(place);
  await hidden
    .getByRole('button', { name: /^I would/ })
    .first()
    .waitFor();
  expect(await lineOf(hidden, text).count()).toBe(0);
  await lineOf(await member.openTab(place), text)
    .getByText('Only you see it')
    .waitFor();

  await acts(queue).getByRole('link', { name: 'Show to colleagues' }).click();
  await button(queue, 'Show it').click();
  await queue.getByText('Shown to colleagues.').waitFor();
  await vote(await colleague.openTab(place)).waitFor();
  for (const person of [member, champion, colleague]) await person.leave();
});

test('a vote pressed while Last Mile cannot be reached is kept, and counts once it can', async () => {
  const id = uniqueWord();
  const text = `Put the date first ${id}`;
  const place = { subPageId: 'feedback/suggestions' };
  const member = await arrive(people.member);
  const champion = await arrive(people.owner);
  await takenUpSuggestion(member, champion, id, text);

  const colleague = await arrive(people.deputy);
  const tab = await colleague.openTab(place);
  const votes = '**/api/suggestions/*/vote';
  await colleague.page.route(votes, (route) => route.abort());
  const vote = lineOf(tab, text).getByRole('button', { name: /^I would/ });
  await vote.click();
  await lineOf(tab, text).getByText('Your vote is kept on this device').waitFor();
  expect(await vote.getAttribute('aria-pressed')).toBe('true');
  expect(await colleague.violations()).toEqual([]);

  // A reload stands for a crash: what is on the device goes by itself when the tab opens.
  await colleague.page.unroute(votes);
  const again = lineOf(await colleague.openTab(place), text);
  await again.getByText('1 vote', { exact: true }).waitFor();
  expect(await again.getByText('Your vote is kept on this device').count()).toBe(0);
  expect(await again.getByRole('button', { name: /^I would/ }).getAttribute('aria-pressed')).toBe(
    'true',
  );
  for (const person of [member, champion, colleague]) await person.leave();
});

test('what became of it and the suggestions fit 320 px and break no rule, in three themes', async () => {
  const id = uniqueWord();
  const text = `The greeting is missing ${id}`;
  const member = await arrive(people.member, {
    viewport: { width: 320, height: 900 },
  });
  await suggest(member, text);
  const champion = await arrive(people.owner);
  await close(champion, id, text, 'Greetings are a matter of taste, and each team has its own.');
  await champion.leave();
  for (const theme of themes) {
    const tab = await member.openTab({ theme, subPageId: 'feedback' });
    const line = lineOf(tab, text);
    await line.getByRole('button', { name: 'No', exact: true }).click();
    await line.getByRole('textbox', { name: 'What is still wrong?' }).waitFor();
    expect([theme, await member.violations()]).toEqual([theme, []]);
    expect(await overflowOf(tab)).toBe(0);

    const suggestions = await member.openTab({ theme, subPageId: 'feedback/suggestions' });
    await suggestions
      .getByRole('button', { name: /^I would/ })
      .first()
      .waitFor();
    expect([theme, await member.violations()]).toEqual([theme, []]);
    expect(await overflowOf(suggestions)).toBe(0);
  }
  await member.leave();
});
