import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people } from './person';

const { hostOrigin, arrive } = visitLane();

const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Message body' });

/** Opens a template's form and fills what the message does not answer. */
async function openTemplate(pane: FrameLocator, title = /Meeting follow-up/) {
  await pane.getByRole('option', { name: title }).first().click();
  await pane.getByRole('button', { name: 'Where it goes' }).waitFor();
  for (const field of await pane.getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') await field.fill('as agreed');
  }
}

/** Takes it out again and waits until the pane says that it is. */
async function takeOut(pane: FrameLocator) {
  await pane.getByRole('button', { name: 'Take it out again' }).click();
  await pane.getByRole('heading', { name: 'Taken out again' }).waitFor();
}

test('where it goes is chosen by keyboard, and wherever it went it is taken out again', async () => {
  const member = await arrive(people.member, {
    viewport: { width: 1000, height: 800 },
  });
  const pane = await member.openPane();
  const { page } = member;
  await bodyOf(page).evaluate((body) => {
    body.insertAdjacentHTML('afterbegin', '<p>Kept. <b id="old">Old words</b> Kept too.</p>');
  });
  const before = await bodyOf(page).innerText();

  await page.locator('#old').selectText();
  await openTemplate(pane);
  await pane.getByRole('button', { name: 'Replace selection' }).press('Enter');
  await pane.getByRole('heading', { name: 'Put in place of your selection' }).waitFor();
  expect(await bodyOf(page).innerText()).not.toContain('Old words');
  expect(await bodyOf(page).innerText()).toMatch(/^Kept\./);
  await takeOut(pane);
  expect(await bodyOf(page).innerText()).toBe(before);

  await pane.getByRole('button', { name: 'Back to this template' }).click();
  await pane.getByRole('button', { name: 'Where it goes' }).press('Enter');
  expect(await member.violations()).toEqual([]);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await pane.getByRole('heading', { name: 'Inserted at the top' }).waitFor();
  expect(await bodyOf(page).innerText()).not.toMatch(/^Kept\./);
  await takeOut(pane);
  expect(await bodyOf(page).innerText()).toBe(before);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('sent from a shared mailbox, the template speaks for it, and the library stays the person’s own', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const { page } = member;
  await page.getByLabel('To', { exact: true }).fill('marta.lindqvist@northwind.example');
  await page.keyboard.press('Enter');
  await openTemplate(pane);
  const values = () =>
    pane
      .getByRole('textbox')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  expect(await values()).toContain('Priya Raman');

  await page.getByLabel('From', { exact: true }).selectOption({ index: 1 });
  // Outlook tells a pane of no other sender: it looks again when the person comes back to it.
  await bodyOf(page).click();
  await pane.getByRole('heading', { level: 1 }).click();
  await expect.poll(values).toContain('Client Service');
  expect(await values()).not.toContain('Priya Raman');
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('heading', { name: 'Inserted at the cursor' }).waitFor();
  expect(await bodyOf(page).innerText()).toContain('Client Service');
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('a body of nearly a megabyte takes a template and gives it back', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const { page } = member;
  await bodyOf(page).evaluate((body) => {
    const line = '<p>Clause after clause of a contract &amp; its annexes.</p>';
    body.innerHTML = line.repeat(Math.floor(985_000 / line.length));
  });
  const before = await bodyOf(page).innerHTML();
  await openTemplate(pane);
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('heading', { name: 'Inserted at the cursor' }).waitFor();
  await takeOut(pane);
  expect((await bodyOf(page).innerHTML()) === before).toBe(true);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('below a reply, a thread beyond Outlook’s limit is never touched', async () => {
  const member = await arrive(people.member);
  await member.openPane();
  const { page } = member;
  await page.goto(`${hostOrigin}/outlook?mode=reply&pane=open`);
  const pane = page.frameLocator('#pane-frame iframe');
  const thread = page.locator('#mail-editor-reference-message-container');
  await thread.evaluate((container) => {
    container.insertAdjacentHTML('beforeend', '<p>Older words of the thread.</p>'.repeat(40_000));
    Object.assign(container, { isUntouched: true });
  });
  await openTemplate(pane);
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('heading', { name: 'Inserted at the cursor' }).waitFor();
  await takeOut(pane);
  expect(await thread.evaluate((container) => Object.hasOwn(container, 'isUntouched'))).toBe(true);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('what a message is for, said with one tap, goes with its numbers', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const events: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events')) events.push(request.postData() ?? '');
  });
  const pane = await member.openPane();
  await page.getByLabel('To', { exact: true }).fill('marta.lindqvist@northwind.example');
  await page.keyboard.press('Enter');
  await pane
    .getByRole('group', { name: 'What is this message for?' })
    .getByRole('button')
    .first()
    .click();
  await pane.getByText('This message is for:').waitFor();
  expect(await member.violations()).toEqual([]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('status').getByText('Sent. It is under').waitFor();

  // The next opening sends what the events kept.
  await member.openPane();
  await expect
    .poll(() => events.filter((one) => one.includes('"draftSent"')).join())
    .toMatch(/"taskKey":"[0-9a-f-]{36}"/);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('a pinned pane goes along to another message, and without one it inserts nothing', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const { page } = member;
  await openTemplate(pane);
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('button', { name: 'Take it out again' }).waitFor();

  await page.getByRole('button', { name: 'New message' }).click();
  // Of the other message it knows nothing: the form is there again, with nothing to take out.
  await pane.getByRole('button', { name: 'Insert at cursor' }).waitFor();
  expect(await bodyOf(page).innerText()).not.toContain('as agreed');
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('button', { name: 'Take it out again' }).waitFor();
  expect(await bodyOf(page).innerText()).toContain('as agreed');

  await page.getByLabel('To', { exact: true }).fill('marta.lindqvist@northwind.example');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('status').getByText('Sent. It is under').waitFor();
  await pane.getByText('No message is being written').waitFor();
  expect(await member.violations()).toEqual([]);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('a pane that was closed and opened again in a reply finds what was inserted and what it is for', async () => {
  const member = await arrive(people.member);
  await member.openPane();
  const { page } = member;
  await page.goto(`${hostOrigin}/outlook?mode=reply&pane=open`);
  const pane = page.frameLocator('#pane-frame iframe');
  await openTemplate(pane);
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByText('This message is for:').waitFor();
  await page.getByRole('button', { name: 'Close the Last Mile pane' }).click();
  await page.getByRole('button', { name: 'Templates' }).click();
  await pane
    .getByRole('option', { name: /Meeting follow-up/ })
    .first()
    .waitFor();
  await pane.getByRole('img', { name: 'Inserted in this message' }).waitFor();
  await pane.getByText('This message is for:').waitFor();
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('offline, a template goes in, and what is counted waits on the device until there is a network', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  const { page } = member;
  await openTemplate(pane);
  await page.context().setOffline(true);
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  await pane.getByRole('button', { name: 'Choose another template' }).click();
  await pane.getByText('is kept on this device and will be sent.').waitFor();
  await page.context().setOffline(false);
  await pane.getByText('is kept on this device and will be sent.').waitFor({ state: 'detached' });
  await member.leave();
});
