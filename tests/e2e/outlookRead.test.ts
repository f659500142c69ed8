import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, themes, type Person } from './person';

const { hostOrigin, arrive } = visitLane();

/** Opens a message that came and the pane beside it, or over it on a phone. */
async function openReading(
  { page }: Person,
  query: { message?: string; theme?: string; phone?: 'iOS' | 'Android' } = {},
): Promise<FrameLocator> {
  await page.goto(
    `${hostOrigin}/outlook?${new URLSearchParams({ mode: 'read', ...query }).toString()}`,
  );
  await page.getByRole('button', { name: 'Templates' }).click();
  const pane = page.frameLocator('#pane-frame iframe');
  await pane.getByRole('main').waitFor();
  return pane;
}

/** Fills what was not proposed from the message. */
async function fillTheRest(pane: FrameLocator, value: string) {
  for (const field of await pane.getByRole('textbox').all()) {
    if ((await field.inputValue()) === '') await field.fill(value);
  }
}

const documents = /Request for documents/;

test.each(themes)(
  'a message that came is answered with the template that fits it, in the %s theme',
  async (theme) => {
    const member = await arrive(people.member);
    const pane = await openReading(member, { message: 'documents', theme });
    await pane
      .getByRole('group', { name: 'For this message' })
      .getByRole('option', { name: documents })
      .waitFor();
    expect(await member.violations()).toEqual([]);
    await pane.getByRole('option', { name: documents }).first().click();
    await pane.getByRole('button', { name: 'Reply with this' }).waitFor();
    await fillTheRest(pane, 'as agreed');
    expect(await member.violations()).toEqual([]);

    const [reply] = await Promise.all([
      member.page.waitForEvent('popup'),
      pane.getByRole('button', { name: 'Reply with this' }).click(),
    ]);
    await pane.getByRole('heading', { name: 'Your reply is open' }).waitFor();
    expect(await member.violations()).toEqual([]);
    const body = reply.getByRole('textbox', { name: 'Message body' });
    await expect.poll(() => body.innerText()).toContain('Samuel');
    const written = await body.innerText();
    expect(written).not.toContain('{{');
    // The person's signature and the client's message are below it, in that order.
    expect(written).toMatch(/as agreed[\s\S]*Priya Raman[\s\S]*From:[\s\S]*We sent the ledgers/);
    expect(await reply.getByLabel('Subject').inputValue()).toBe(
      'RE: Which documents do you still need?',
    );
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

test('by keyboard alone, from the opened pane to the reply', async () => {
  const member = await arrive(people.member);
  const pane = await openReading(member, { message: 'documents' });
  const { keyboard } = member.page;
  await expect
    .poll(() => pane.getByRole('combobox', { name: 'Search templates' }).evaluate(isFocused))
    .toBe(true);
  await keyboard.type('request for documents');
  await pane.getByRole('option', { name: documents }).waitFor();
  await keyboard.press('Enter');
  const send = pane.getByRole('button', { name: 'Reply with this' });
  await send.waitFor();
  // Enter goes on from field to field, and from the last to the button.
  for (let fields = 0; fields < 20 && !(await send.evaluate(isFocused)); fields += 1) {
    await keyboard.type('agreed');
    await keyboard.press('Enter');
  }
  const [reply] = await Promise.all([member.page.waitForEvent('popup'), keyboard.press('Enter')]);
  await reply.getByRole('textbox', { name: 'Message body' }).getByText('agreed').first().waitFor();
  await member.leave();
});

const isFocused = (element: Element) => element === element.ownerDocument.activeElement;

test('a pinned pane goes along from message to message, and an answer to one’s own goes to the client', async () => {
  const member = await arrive(people.member);
  const pane = await openReading(member, { message: 'documents' });
  await pane.getByRole('option', { name: documents }).first().click();
  await pane
    .getByRole('textbox', { name: /first name/i })
    .first()
    .waitFor();
  await member.page
    .getByRole('navigation', { name: 'Messages' })
    .getByRole('link', { name: /Summary of our call/ })
    .click();
  await expect
    .poll(() =>
      pane
        .getByRole('textbox', { name: /first name/i })
        .first()
        .inputValue(),
    )
    .toBe('Helen');
  await member.leave();
});

test('an AI-written message is flagged from beside it, at 320 pixels, and nothing of it is sent', async () => {
  const member = await arrive(people.member, {
    viewport: { width: 320, height: 720 },
  });
  const asked = requestsBeyond(member.page, hostOrigin);
  const pane = await openReading(member, { message: 'summary' });
  await pane.getByText('Did an AI assistant write this?').waitFor();
  expect(await member.violations()).toEqual([]);
  expect(await overflows(pane)).toBe(false);
  await pane.getByRole('button', { name: 'Flag it' }).click();
  await pane.getByRole('radio', { name: 'It is wrong' }).click();
  await pane.getByRole('checkbox', { name: 'It reached a client' }).click();
  await pane.getByRole('textbox', { name: /What happened/ }).fill('A day that does not exist');
  expect(await member.violations()).toEqual([]);
  expect(await overflows(pane)).toBe(false);
  await pane.getByRole('button', { name: 'Send', exact: true }).click();
  await pane.getByText('Thank you, it arrived').waitFor();

  const sent = asked.filter((one) => one.includes('/api/feedback'));
  expect(sent.join()).toContain('A day that does not exist');
  for (const one of asked) {
    expect(one).not.toMatch(/Summary of our call|three countries|30 February|helen|orchard/i);
  }
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('no request of reading and answering holds a text, a subject or an address', async () => {
  const member = await arrive(people.member);
  const asked = requestsBeyond(member.page, hostOrigin);
  const pane = await openReading(member, { message: 'documents' });
  await pane.getByRole('option', { name: documents }).first().click();
  await pane.getByRole('button', { name: 'Reply with this' }).waitFor();
  await fillTheRest(pane, 'Confidential-value-7391');
  await Promise.all([
    member.page.waitForEvent('popup'),
    pane.getByRole('button', { name: 'Reply with this' }).click(),
  ]);
  await expect.poll(() => asked.some((one) => one.includes('"templateInserted"'))).toBe(true);
  for (const one of asked) {
    expect(one).not.toMatch(/7391|samuel|brightwater|still need\?|ledgers/i);
  }
  await member.leave();
});

test.each(['iOS', 'Android'] as const)(
  'on a phone with %s the pane has no reply to open: it gives the text to copy',
  async (phone) => {
    const member = await arrive(people.member, {
      viewport: { width: 360, height: 740 },
      touch: true,
    });
    const pane = await openReading(member, { message: 'documents', phone });
    await pane.getByRole('option', { name: documents }).first().waitFor();
    // With the focus in a field the phone's keyboard would cover the templates.
    const focusedField = pane.locator('input:focus, textarea:focus');
    expect(await focusedField.count()).toBe(0);
    await pane.getByRole('option', { name: documents }).first().click();
    await pane.getByText('On phones Outlook opens no reply').waitFor();
    expect(await focusedField.count()).toBe(0);
    expect(await pane.getByRole('button', { name: /Reply/ }).count()).toBe(0);
    expect(await member.violations()).toEqual([]);
    expect(await overflows(pane)).toBe(false);
    await fillTheRest(pane, 'as agreed');
    await pane.getByRole('button', { name: 'Copy text' }).click();
    await pane.getByRole('heading', { name: 'Copied' }).waitFor();
    const copied = await member.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Samuel');
    expect(copied).not.toMatch(/[<{]/);
    expect(member.complaints).toEqual([]);
    await member.leave();
  },
);

/** Every request but those by which the simulated Outlook itself keeps mail and signs people in. */
function requestsBeyond(page: Page, origin: string): string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (new URL(request.url()).origin === origin) return;
    const headers = Object.entries(request.headers()).filter(([name]) => name !== 'authorization');
    asked.push(`${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ''}`);
  });
  return asked;
}

/** Whether anything reaches beyond the pane's width. */
const overflows = (pane: FrameLocator) =>
  pane
    .locator('html')
    .evaluate((page) => page.scrollWidth > page.clientWidth || page.clientWidth < 300);
