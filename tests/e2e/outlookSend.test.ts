import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitLane } from './lane';
import { people, type Person } from './person';

const { hostOrigin, arrive } = visitLane();
const northwind = 'marta.lindqvist@northwind.example';
const fabrikam = 'samuel.adeyemi@fabrikam.example';

const alertOf = ({ page }: Person) => page.getByRole('dialog', { name: 'Last Mile' });
const bodyOf = ({ page }: Person) => page.getByRole('textbox', { name: 'Message body' });
/** The window says so once the message is among the sent items. */
const isSent = ({ page }: Person) =>
  page.getByRole('status').getByText('Sent. It is under').waitFor();

async function address({ page }: Person, to: string) {
  await page.getByLabel('To', { exact: true }).fill(to);
  await page.keyboard.press('Enter');
}

const send = ({ page }: Person) => page.getByRole('button', { name: 'Send', exact: true }).click();

/** Opens the template's form, types the given values, and inserts it, with gaps where there are any. */
async function insert(pane: FrameLocator, values: Record<string, string>) {
  await pane.getByRole('option', { name: /Proposal cover email/ }).click();
  await pane.getByRole('button', { name: /Insert/ }).waitFor();
  for (const [field, value] of Object.entries(values)) {
    await pane.getByRole('textbox', { name: field, exact: true }).fill(value);
  }
  await pane.getByRole('button', { name: 'Insert at cursor' }).click();
  const anyway = pane.getByRole('button', { name: 'Insert anyway' });
  await anyway.or(pane.getByText('Inserted at the cursor')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await pane.getByText('Inserted at the cursor').waitFor();
}

/** Opens a new message beside events of the test's own making. */
async function besideEvents(script: string) {
  const member = await arrive(people.member);
  await member.page.route('**/pane/events.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await member.page.goto(`${hostOrigin}/outlook`);
  await address(member, northwind);
  return member;
}

const everything = {
  'Client goal': 'a faster close',
  'Goal date': '1 March',
  'First step': 'the German entities',
  Reason: 'they are ready',
  Page: '3',
  'Proposed time': 'Monday at ten',
};

test('a placeholder that was left is named before the message goes; filled in, it goes', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  await address(member, northwind);
  await bodyOf(member).click();
  await insert(pane, { ...everything, Reason: '' });
  await member.page.getByLabel('File to attach').setInputFiles({
    name: 'proposal.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-'),
  });
  await send(member);
  await alertOf(member).getByText('{{reason}} is not filled in').waitFor();
  expect(await member.violations()).toEqual([]);
  await alertOf(member).getByRole('button', { name: 'Don’t send' }).click();
  await member.page.getByText('The message was not sent.').waitFor();

  const body = bodyOf(member);
  const written = await body.innerHTML();
  await body.evaluate(
    (element, html) => (element.innerHTML = html),
    written.replace('{{reason}}', 'they are ready'),
  );
  await send(member);
  await isSent(member);
  expect(await alertOf(member).isVisible()).toBe(false);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('another client’s name from an earlier filling, and an attachment that is missing, are named', async () => {
  const member = await arrive(people.member);
  const pane = await member.openPane();
  await address(member, northwind);
  await bodyOf(member).click();
  await insert(pane, { ...everything, Reason: 'Northwind asked for it' });
  // Company and greeting were proposed from the recipient; now the message becomes another client's.
  await member.page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await address(member, fabrikam);
  await send(member);
  await alertOf(member)
    .getByText(/“Marta” belongs to another client.*Nothing is attached/)
    .waitFor();
  await alertOf(member).getByRole('button', { name: 'Send anyway' }).click();
  await isSent(member);
  expect(member.complaints).toEqual([]);
  await member.leave();
});

test('one click on the alert opens the pane, which says the same', async () => {
  const member = await arrive(people.member);
  await member.page.goto(`${hostOrigin}/outlook`);
  await address(member, northwind);
  await bodyOf(member).fill('Dear {{name}},');
  await send(member);
  await alertOf(member).getByRole('button', { name: 'Open Last Mile' }).click();
  const pane = member.page.frameLocator('#pane-frame iframe');
  await pane.getByText('{{name}} is not filled in').waitFor();
  await member.page.getByText('The message was not sent.').waitFor();
  expect(await member.violations()).toEqual([]);
  await member.leave();
});

test.each([
  ['cannot be loaded', undefined],
  ['throws when it is loaded', 'throw new Error("broken");'],
])('a script of ours that %s lets the mail go', async (_, script) => {
  const member = await arrive(people.member);
  await member.page.route('**/pane/events.js', (route) =>
    script === undefined
      ? route.abort()
      : route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await member.page.goto(`${hostOrigin}/outlook`);
  await address(member, northwind);
  await bodyOf(member).fill('Dear {{name}},');
  await send(member);
  await isSent(member);
  await member.leave();
});

test('a handler that does not answer holds nobody up: Outlook asks, and the person may send', async () => {
  const member = await besideEvents('Office.actions.associate("onMessageSend", () => undefined);');
  await send(member);
  await alertOf(member).getByText('taking longer than expected').waitFor();
  await alertOf(member).getByRole('button', { name: 'Send anyway' }).click();
  await isSent(member);
  await member.leave();
});

test('an alert that names a command nobody has offers no button for it', async () => {
  const member = await besideEvents(
    'Office.actions.associate("onMessageSend", (e) => e.completed({ allowEvent: false, errorMessage: "Look", commandId: "nobody" }));',
  );
  await send(member);
  await alertOf(member).getByText('Look').waitFor();
  expect(await alertOf(member).getByRole('button').allTextContents()).toEqual([
    'Send anyway',
    'Don’t send',
  ]);
  await member.leave();
});

test('whoever goes on to another message ends the check, and the first one is not sent', async () => {
  const member = await besideEvents('Office.actions.associate("onMessageSend", () => undefined);');
  await send(member);
  await member.page.getByRole('button', { name: 'New message' }).click();
  await member.page.getByText('you went on to another one').waitFor();
  await member.leave();
});

test('no request of a whole drafting session holds a text, a subject or an address', async () => {
  const member = await arrive(people.member);
  const { page } = member;
  const asked: string[] = [];
  // Every request but those by which the simulated Outlook itself keeps mail and signs people in.
  page.on('request', (request) => {
    if (new URL(request.url()).origin === hostOrigin) return;
    const headers = Object.entries(request.headers()).filter(([name]) => name !== 'authorization');
    asked.push(`${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ''}`);
  });
  const settings: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/roaming-settings')) settings.push(request.postData() ?? '');
  });
  const pane = await member.openPane();
  await address(member, fabrikam);
  await page.getByLabel('Subject').fill('Confidential-subject-7391');
  await bodyOf(member).click();
  await page.keyboard.type('Confidential-body-7391 ');
  await insert(pane, { ...everything, 'Client goal': 'Confidential-value-7391', Reason: '' });
  await send(member);
  await alertOf(member).getByRole('button', { name: 'Don’t send' }).click();
  await bodyOf(member).fill('Confidential-body-7391 only');
  await send(member);
  await isSent(member);
  expect(settings).toHaveLength(1);

  // The next opening sends what the events kept.
  await member.openPane();
  await expect.poll(() => asked.some((one) => one.includes('"draftSent"'))).toBe(true);
  for (const one of [...asked, ...settings]) {
    expect(one).not.toMatch(/7391|adeyemi|samuel|fabrikam/i);
  }
  expect(member.complaints).toEqual([]);
  await member.leave();
});
