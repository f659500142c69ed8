import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { changeText, flagTemplate, insertTemplate, publish, writeTemplate } from './itemSteps';
import { visitLane } from './lane';
import { people } from './person';

const { arrive } = visitLane();

const title = 'Confirm the closing date';
const earlier = 'The accounts will be closed on the day we said.';
const later = 'The accounts will be closed on {{closing day}}, which is a working day.';

const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });

test('a template is written, reviewed, used in Outlook, flagged and changed: what was flagged and what came of it stand side by side', async () => {
  const writer = await arrive(people.member);
  const place = await writeTemplate(writer, { title, subject: 'Closing date', text: earlier });

  const reviewer = await arrive(people.owner);
  await publish(reviewer, title);

  const reporter = await arrive(people.deputy);
  const pane = await insertTemplate(reporter, title);
  const message = reporter.page.getByRole('textbox', { name: 'Message body' });
  expect(await message.innerText()).toContain(earlier);
  await flagTemplate(reporter, pane, 'Which day? The client asked.');

  await writer.openTab({ subPageId: `${place}/edit` });
  await changeText(writer, place, later);
  await publish(reviewer, title);

  // The reporter finds the version that was flagged, and reads how the one in use differs.
  const tab = await reporter.openTab({ subPageId: place });
  await button(tab, 'Show versions').click();
  const flagged = tab.getByRole('listitem').filter({ hasText: 'Version 1' });
  await flagged.getByText('1 flag').waitFor();
  await tab
    .getByRole('listitem')
    .filter({ hasText: 'Version 2, in use' })
    .getByText('0 flags')
    .waitFor();
  await flagged.getByRole('button', { name: /^Compare Version 1/ }).click();
  await flagged.locator('del').getByText('said').waitFor();
  await flagged.locator('ins').getByText('working').waitFor();
  expect(await reporter.violations()).toEqual([]);

  // Whoever inserts it now inserts the new one.
  await insertTemplate(reporter, title);
  expect(await message.innerText()).toContain('closed on 30 June, which is a working day');
  for (const person of [writer, reviewer, reporter]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});
