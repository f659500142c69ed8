import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './person';

/** The life of a library item as people bring it about, step by step in the browser. */

const field = (tab: FrameLocator, name: string) => tab.getByRole('textbox', { name, exact: true });
const button = (tab: FrameLocator, name: string) => tab.getByRole('button', { name, exact: true });

/** Writes a template, and hands it in for review; gives its place in the tab. */
export async function writeTemplate(
  writer: Person,
  { title, subject, text }: { title: string; subject: string; text: string },
): Promise<string> {
  const tab = await writer.openTab({ subPageId: 'library/new' });
  await tab.getByRole('combobox', { name: 'Kind' }).selectOption('template');
  await field(tab, 'Title').fill(title);
  await field(tab, 'Subject').fill(subject);
  await field(tab, 'Text').fill(`<p>${text}</p>`);
  await tab.getByText('What a good item would still say').waitFor();
  await button(tab, 'Save draft').click();
  await tab.getByRole('heading', { name: title }).waitFor();
  const place = await placeOf(writer);
  await handIn(writer, place);
  return place;
}

/** Changes the text of the item in the editor that is open, and hands the change in for review. */
export async function changeText(writer: Person, place: string, text: string) {
  const tab = writer.page.frameLocator('#tab-frame');
  await field(tab, 'Text').fill(`<p>${text}</p>`);
  await button(tab, 'Save draft').click();
  await tab.getByText('Changed since it was published').waitFor();
  await handIn(writer, place);
}

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

/** Publishes what waits for review under a title. */
export async function publish(reviewer: Person, title: string) {
  const queue = await reviewer.openTab({ subPageId: 'library/review' });
  const waiting = queue.getByRole('listitem').filter({ hasText: title });
  await waiting.getByRole('button', { name: 'Publish' }).click();
  await waiting.waitFor({ state: 'detached' });
}

/** Finds the template in the pane and inserts it, its empty placeholders filled with a date. */
export async function insertTemplate(colleague: Person, title: string): Promise<FrameLocator> {
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

/** Flags the template that is open in the pane as wrong; gives the key of the flag. */
export async function flagTemplate({ page }: Person, pane: FrameLocator, text: string) {
  await pane.getByRole('button', { name: 'Flag this template' }).first().click();
  await pane.getByRole('radio', { name: 'It is wrong' }).click();
  await pane.getByRole('textbox', { name: /What happened/ }).fill(text);
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/api/feedback'),
  );
  await button(pane, 'Send').click();
  await pane.getByText('Thank you, it arrived').waitFor();
  return ((await sent).postDataJSON() as { clientKey: string }).clientKey;
}
