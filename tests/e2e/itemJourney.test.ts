import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser';
import { productOfLane } from './lane';
import { arrive, people, type Person } from './person';

const { hostOrigin } = productOfLane();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const title = 'Confirm the closing date';
const earlier = 'The accounts will be closed on the day we said.';
const later = 'The accounts will be closed on {{closing day}}, which is a working day.';

const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });

async function placeOf({ page }: Person): Promise<string> {
  const hash = await page.frame({ url: /\/tab/ })?.evaluate<string>('location.hash');
  return `library/${/library\/([0-9a-f-]{36})/.exec(hash ?? '')?.[1] ?? ''}`;
}

/** Hands the item in, once it has come back from SharePoint. */
async function handIn(writer: Person, place: string) {
  await expect
    .poll(
      async () => {
        const tab = await writer.openTab({ subPageId: place });
        await tab.getByRole('article').waitFor();
        return button(tab, 'Hand in for review').count();
      },
      { timeout: 60_000, interval: 2_000 },
    )
    .toBe(1);
  const handingIn = button(writer.page.frameLocator('#tab-frame'), 'Hand in for review');
  await handingIn.click();
  await handingIn.waitFor({ state: 'detached' });
}

async function publish(reviewer: Person) {
  const queue = await reviewer.openTab({ subPageId: 'library/review' });
  const waiting = queue.getByRole('listitem').filter({ hasText: title });
  await waiting.getByRole('button', { name: 'Publish' }).click();
  await waiting.waitFor({ state: 'detached' });
}

async function insertInto(colleague: Person): Promise<FrameLocator> {
  const pane = await colleague.openPane();
  await pane.getByPlaceholder('Search templates').fill(title);
  await pane.getByRole('option', { name: title }).first().click();
  await button(pane, 'Insert at cursor').waitFor();
  for (const box of await pane.getByRole('textbox').all()) {
    if ((await box.inputValue()) === '') await box.fill('30 June');
  }
  await button(pane, 'Insert at cursor').click();
  await pane.getByText('Inserted at the cursor').waitFor();
  return pane;
}

test('a template is written, reviewed, used in Outlook, flagged and changed: what was flagged and what came of it stand side by side', async () => {
  const writer = await arrive(browser, hostOrigin, people.member);
  const writing = await writer.openTab({ subPageId: 'library/new' });
  await writing.getByRole('combobox', { name: 'Kind' }).selectOption('template');
  await field(writing, 'Title').fill(title);
  await field(writing, 'Subject').fill('Closing date');
  await field(writing, 'Text').fill(`<p>${earlier}</p>`);
  await writing.getByText('What a good item would still say').waitFor();
  await button(writing, 'Save draft').click();
  await writing.getByRole('heading', { name: title }).waitFor();
  const place = await placeOf(writer);
  await handIn(writer, place);

  const reviewer = await arrive(browser, hostOrigin, people.owner);
  await publish(reviewer);

  const reporter = await arrive(browser, hostOrigin, people.deputy);
  const pane = await insertInto(reporter);
  const message = reporter.page.getByRole('textbox', { name: 'Message body' });
  expect(await message.innerText()).toContain(earlier);
  await pane.getByRole('button', { name: 'Flag this template' }).first().click();
  await pane.getByRole('radio', { name: 'It is wrong' }).click();
  await pane.getByRole('textbox', { name: /What happened/ }).fill('Which day? The client asked.');
  await pane.getByRole('button', { name: 'Send', exact: true }).click();
  await pane.getByText('Thank you, it arrived').waitFor();

  const changing = await writer.openTab({ subPageId: `${place}/edit` });
  await field(changing, 'Text').fill(`<p>${later}</p>`);
  await button(changing, 'Save draft').click();
  await changing.getByText('Changed since it was published').waitFor();
  await handIn(writer, place);
  await publish(reviewer);

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
  await insertInto(reporter);
  expect(await message.innerText()).toContain('closed on 30 June, which is a working day');
  for (const person of [writer, reviewer, reporter]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});
