import { expect, test } from 'vitest';
import { changeText, flagTemplate, insertTemplate, publish, writeTemplate } from './itemSteps';
import { pressOn } from './keyboard';
import { visitLane } from './lane';
import { followTheBell, lineOf } from './ownLines';
import { people, type Person } from './person';
import { button, openDelivered, uniqueWord, word } from './queue';

const { arrive } = visitLane();

/** Finds a flag in the queue, takes it up and goes on to the item's editor, by keyboard alone. */
async function adjustByKeyboard(champion: Person, id: string, text: string, takesUp: boolean) {
  const { keyboard } = champion.page;
  const tab = await openDelivered(champion, `view=new&q=${id}`, text, (row) =>
    pressOn(champion.page, row),
  );
  if (takesUp) {
    await keyboard.press('t');
    await word(tab, /A word to the reporter/).waitFor();
    await keyboard.type('Thank you, we mend the template.');
    await keyboard.press('Control+Enter');
    await tab.getByText('Taken up.').waitFor();
  }
  await keyboard.press('p');
  await button(tab, 'Open the editor').waitFor();
  await pressOn(champion.page, button(tab, 'Open the editor'));
  await tab.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
}

test('a flag from Outlook ends in a changed template, does not help, is opened again, and helps in the end', async () => {
  const id = uniqueWord();
  const title = `Send the invoice late ${id}`;
  const text = `It names no day ${id}`;
  const [owner, deputy, reporter] = await Promise.all(
    [people.owner, people.deputy, people.member].map((name) => arrive(name)),
  );
  const place = await writeTemplate(deputy!, { title, subject: 'Invoice', text: 'Pay soon.' });
  await publish(owner!, title);

  const pane = await insertTemplate(reporter!, title);
  const clientKey = await flagTemplate(reporter!, pane, text);

  // Two persons are needed for every change: the owner writes it, the deputy publishes it.
  await adjustByKeyboard(owner!, id, text, true);
  await changeText(owner!, place, 'Pay within a month.');
  await publish(deputy!, title);

  const rung = lineOf(await followTheBell(reporter!, clientKey), text);
  await rung.getByText(/^The text was changed/).waitFor();
  await rung.getByRole('button', { name: 'No', exact: true }).click();
  await rung.getByRole('textbox', { name: 'What is still wrong?' }).fill('A month is not a day.');
  await rung.getByRole('button', { name: 'Send the answer' }).click();
  await rung.getByText('You said that it did not help: it is open again.').waitFor();

  const again = await openDelivered(owner!, `view=new&q=${id}`, text);
  await again.getByRole('article').getByText('A month is not a day.').first().waitFor();
  await adjustByKeyboard(owner!, id, text, false);
  await changeText(owner!, place, 'Pay by {{day}}.');
  await publish(deputy!, title);

  const tab = await reporter!.openTab({ subPageId: `feedback/${clientKey}` });
  const mended = lineOf(tab, text);
  await mended.getByText(/^The text was changed/).waitFor();
  await mended.getByRole('button', { name: 'Yes', exact: true }).click();
  await mended.getByRole('button', { name: 'Send the answer' }).click();
  await mended.getByText('You said that it helped.').waitFor();

  const done = await openDelivered(owner!, `view=done&q=${id}`, text);
  const became = done.getByRole('region', { name: 'What became of it' });
  await became.getByText('The reporter says it helped.').waitFor();
  await became.getByText('Prompt adjusted').waitFor();
  const fixedIn = became.getByRole('link', { name: /version 3/ });
  expect(await fixedIn.getAttribute('href')).toBe(`#/${place}?compared=1-3`);
  // What the reporter is led to is what changed since the version they flagged.
  await mended.getByRole('link', { name: 'Open it', exact: true }).click();
  await tab.locator('del').getByText('soon').waitFor();
  await tab.locator('ins').getByText('day').waitFor();
  for (const person of [owner!, deputy!, reporter!]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});
