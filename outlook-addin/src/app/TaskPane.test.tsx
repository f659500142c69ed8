// @vitest-environment jsdom
import { SignInRequired } from '@last-mile/shared/client';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Begun } from '../features/library/drawFirstRows';
import type { BegunSearch } from '../features/library/drawFirstSearch';
import { createFirstRows } from '../features/library/firstRows';
import { MessageCallFailed } from '../features/library/composeMessage';
import {
  composeMessageOf,
  createFakeApi,
  libraryItemOf,
  meetingTask,
  openPane,
  ownFlag,
  person,
  readMessageOf,
  signInAs,
} from '../testing/paneFixture';
import { createKeptChoices } from './keptChoices';
import { OutlookNotThere } from './officeHost';
import { SignInImpossible, type SignIn } from './signIn';

afterEach(() => {
  localStorage.clear();
  vi.useRealTimers();
});

const search = () => screen.findByRole('combobox', { name: 'Search templates' });
const firstOption = () => screen.findByRole('option', { name: /Follow-up after a meeting/ });
const insert = () => screen.findByRole('button', { name: 'Insert at cursor' });

test('from opening to the text in the message without a mouse', async () => {
  const { message, written, subject } = composeMessageOf();
  const { api } = openPane({ message });
  const user = userEvent.setup();
  await waitFor(async () => {
    expect(document.activeElement).toBe(await search());
  });
  await user.keyboard('follow{Enter}');
  const deadline = await screen.findByRole('textbox', { name: 'Deadline' });
  expect(document.activeElement).toBe(deadline);
  await user.keyboard('Friday{Enter}');
  expect(document.activeElement).toBe(await insert());
  await user.keyboard('{Enter}');

  const done = await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  expect(document.activeElement).toBe(done);
  expect(written).toEqual([
    {
      html: '<p>Dear Marta, as agreed by Friday.</p>',
      text: 'Dear Marta, as agreed by Friday.',
    },
  ]);
  expect(subject()).toBe('What we agreed with Northwind');
  expect(screen.getByText('The date is the agreed one.')).toBeDefined();
  await waitFor(() => {
    expect(api.sent.map(({ path }) => path)).toEqual(['/api/events']);
  });
});

test('an item whose review is due stays in use, and says so', async () => {
  const { message } = composeMessageOf();
  openPane({ message, api: createFakeApi({ items: [{ ...libraryItemOf(), stale: true }] }) });
  expect((await firstOption()).textContent).toContain('Review due');
});

test('where it goes is chosen beside the button, by keyboard: above everything, and out again', async () => {
  const { message, body } = composeMessageOf();
  openPane({ message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.type(await screen.findByRole('textbox', { name: 'Deadline' }), 'Friday');
  screen.getByRole('button', { name: 'Where it goes' }).focus();
  await user.keyboard('{Enter}');
  const places = await screen.findAllByRole('menuitem');
  expect(places.map(({ textContent }) => textContent)).toEqual([
    'Insert at cursor',
    'Replace selectionNothing is selected',
    'Insert at the top',
  ]);
  await user.click(places[2]!);
  await screen.findByRole('heading', { name: 'Inserted at the top' });
  expect(body()).toBe('<p>Dear Marta, as agreed by Friday.</p><p>My own words</p>');
  await user.click(screen.getByRole('button', { name: 'Take it out again' }));
  await screen.findByRole('heading', { name: 'Taken out again' });
  expect(body()).toBe('<p>My own words</p>');
});

test('what is selected is replaced only when the button says so, and comes back when it is taken out', async () => {
  const { message, body, select } = composeMessageOf();
  const item = libraryItemOf({ body: '<p>Hello</p>', subject: null });
  openPane({ message, api: createFakeApi({ items: [item] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await insert();
  // Selected since the pane last looked: the button still says "at cursor".
  select('My own');
  await user.click(await insert());
  await screen.findByText('Words are selected in your message');
  expect(body()).toBe('<p>My own words</p>');
  await user.click(await screen.findByRole('button', { name: 'Replace selection' }));
  await screen.findByRole('heading', { name: 'Put in place of your selection' });
  expect(body()).toBe('<p><p>Hello</p> words</p>');
  await user.click(screen.getByRole('button', { name: 'Take it out again' }));
  await screen.findByRole('heading', { name: 'Taken out again' });
  expect(body()).toBe('<p>My own words</p>');
});

test('what a message without a template is for is said with one tap, kept in the draft, and corrected', async () => {
  const { message, task } = composeMessageOf();
  openPane({ message, api: createFakeApi({ workflows: [meetingTask] }) });
  const user = userEvent.setup();
  const asked = await screen.findByRole('group', { name: 'What is this message for?' });
  await user.click(within(asked).getByRole('button', { name: meetingTask.task }));
  await screen.findByText(`This message is for: ${meetingTask.task}`);
  expect(task()).toBe(meetingTask.clientKey);
  await user.click(screen.getByRole('button', { name: 'Change what this message is for' }));
  await user.click(screen.getByRole('button', { name: 'None of these' }));
  await screen.findByRole('group', { name: 'What is this message for?' });
  expect(task()).toBeNull();
});

test('a template says what the message is for, until it is taken out again', async () => {
  const { message, task } = composeMessageOf();
  const item = libraryItemOf({
    body: '<p>Hello</p>',
    subject: null,
    taskKey: meetingTask.clientKey,
  });
  openPane({ message, api: createFakeApi({ items: [item], workflows: [meetingTask] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  await screen.findByText(`This message is for: ${meetingTask.task}`);
  expect(task()).toBe(meetingTask.clientKey);
  await user.click(screen.getByRole('button', { name: 'Take it out again' }));
  await screen.findByRole('heading', { name: 'Taken out again' });
  await waitFor(() => {
    expect(task()).toBeNull();
  });
});

test('a template follows the language of the recipient’s address, or one tap, and keeps what was typed', async () => {
  const english = libraryItemOf({
    title: 'Offer',
    body: '<p>Hello {{deadline}}</p>',
    subject: null,
  });
  const german = {
    ...libraryItemOf({ title: 'Angebot', body: '<p>Hallo {{deadline}}</p>', language: 'de' }),
    translationOf: english.clientKey,
  };
  const { message, body } = composeMessageOf({
    to: [{ displayName: 'Anna Weber', emailAddress: 'anna@kanzlei.de' }],
  });
  openPane({ message, api: createFakeApi({ items: [english, german] }) });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('option', { name: /Angebot/ }));
  const languages = await screen.findByRole('group', { name: 'Language' });
  expect(within(languages).getByText('as in the address')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'Deadline' }), 'Friday');
  await user.click(within(languages).getByRole('button', { name: 'British English' }));
  await screen.findByRole('heading', { name: 'Offer' });
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  expect(body()).toContain('Hello Friday');
});

test('what the author said of a placeholder proposes its value, offers its choices and says what to write', async () => {
  const declared = { kind: 'text' as const, description: '', choices: [], from: null };
  const item = libraryItemOf({
    subject: null,
    body: '<p>{{Client}}, {{Tone}}, {{Reason}}</p>',
    placeholders: [
      { ...declared, name: 'Client', from: 'recipientCompany' },
      { ...declared, name: 'Tone', kind: 'choice', choices: ['warm', 'formal'] },
      { ...declared, name: 'Reason', description: 'In one sentence' },
    ],
  });
  const { message, body } = composeMessageOf();
  openPane({ message, api: createFakeApi({ items: [item] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await waitFor(async () => {
    expect(document.activeElement).toBe(await screen.findByRole('combobox', { name: 'Tone' }));
  });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tone' }), 'formal');
  await user.type(screen.getByPlaceholderText('In one sentence'), 'they asked');
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  expect(body()).toContain('<p>Northwind, formal, they asked</p>');
});

test('what is counted are keys and numbers, never a word of the message', async () => {
  const item = libraryItemOf({ body: '<p>Hello</p>', subject: null });
  const { api } = openPane({ api: createFakeApi({ items: [item] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  await waitFor(() => {
    expect(api.sent).toHaveLength(1);
  });
  expect(api.sent[0]?.body).toEqual({
    events: [
      {
        clientKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        kind: 'templateInserted',
        at: expect.stringMatching(/^\d{4}-/) as string,
        itemKey: item.clientKey,
        version: 3,
        surface: 'outlook',
      },
    ],
  });
});

test('empty fields are pointed out once, and inserting with gaps is allowed deliberately', async () => {
  const { message, written } = composeMessageOf();
  openPane({ message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  expect(await screen.findByText('1 field is still empty')).toBeDefined();
  expect(written).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Fill in' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Deadline' }));
  await user.click(screen.getByRole('button', { name: 'Insert anyway' }));
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  expect(written[0]?.html).toContain('{{deadline}}');
  expect(screen.getByRole('heading', { name: 'Still to fill in' })).toBeDefined();
});

test('a subject that is there is replaced only on request', async () => {
  const { message, subject } = composeMessageOf({ subject: 'My own' });
  openPane({ message, api: createFakeApi({ items: [libraryItemOf({ body: '<p>a</p>' })] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  expect(await screen.findByText('Your subject was kept.')).toBeDefined();
  expect(subject()).toBe('My own');

  await user.click(screen.getByRole('button', { name: 'Back to this template' }));
  await user.click(await screen.findByRole('checkbox', { name: /Replace the subject/ }));
  await user.click(await insert());
  expect(await screen.findByText('The subject was set.')).toBeDefined();
  expect(subject()).toBe('What we agreed with Northwind');
});

test('a template is taken out again, and what the person wrote meanwhile stays', async () => {
  const { message, body, subject, inserted, write } = composeMessageOf();
  const before = body();
  openPane({ message, api: createFakeApi({ items: [libraryItemOf({ body: '<p>Hello</p>' })] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  expect(body()).not.toBe(before);
  write((text) => `${text}<p>Regards</p>`);

  await user.click(screen.getByRole('button', { name: 'Take it out again' }));
  const out = await screen.findByRole('heading', { name: 'Taken out again' });
  expect(document.activeElement).toBe(out);
  expect(body()).toBe(`${before}<p>Regards</p>`);
  expect(subject()).toBe('');
  expect(inserted).toEqual([]);
  expect(screen.queryByText('The date is the agreed one.')).toBeNull();
});

test('a template that was changed in the message is left there, and the pane says so', async () => {
  const { message, body, write } = composeMessageOf();
  openPane({ message, api: createFakeApi({ items: [libraryItemOf({ body: '<p>Hello</p>' })] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  write((text) => text.replace('Hello', 'Hello Marta'));
  const changed = body();

  await user.click(screen.getByRole('button', { name: 'Take it out again' }));
  await screen.findByText(/changed since it was inserted/);
  expect(body()).toBe(changed);
});

test('a subject of one’s own that was put in its place comes back with it', async () => {
  const { message, subject } = composeMessageOf({ subject: 'My own' });
  openPane({ message, api: createFakeApi({ items: [libraryItemOf({ body: '<p>Hello</p>' })] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await screen.findByRole('checkbox', { name: /Replace the subject/ }));
  await user.click(await insert());
  await user.click(await screen.findByRole('button', { name: 'Take it out again' }));
  await screen.findByRole('heading', { name: 'Taken out again' });
  expect(subject()).toBe('My own');
});

test('a plain-text message says that the formatting went', async () => {
  const { message } = composeMessageOf({ bodyType: 'text' });
  openPane({ message, api: createFakeApi({ items: [libraryItemOf({ body: '<p>a</p>' })] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  expect(await screen.findByText(/As plain text/)).toBeDefined();
});

test('when Outlook refuses, nothing is counted and the person learns what to do', async () => {
  const { message } = composeMessageOf({ refusal: new MessageCallFailed('refused') });
  const { api } = openPane({
    message,
    api: createFakeApi({ items: [libraryItemOf({ body: '<p>a</p>' })] }),
  });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await insert());
  expect(await screen.findByText(/Stop typing in the message/)).toBeDefined();
  expect(api.sent).toEqual([]);
});

test('a message that is read is answered with the template that fits, filled in from it', async () => {
  const { message, replies } = readMessageOf({ subject: 'RE: our meeting on Monday' });
  const { api } = openPane({ reading: message });
  const user = userEvent.setup();
  expect(await screen.findByRole('group', { name: 'For this message' })).toBeDefined();
  await user.click(await firstOption());
  await user.type(await screen.findByRole('textbox', { name: 'Deadline' }), 'Friday');
  await user.click(screen.getByRole('button', { name: 'Reply with this' }));
  await screen.findByRole('heading', { name: 'Your reply is open' });
  expect(replies).toEqual(['<p>Dear Marta, as agreed by Friday.</p>']);
  await waitFor(() => {
    expect(api.sent.map(({ path }) => path)).toEqual(['/api/events']);
  });
  expect(JSON.stringify(api.sent)).not.toMatch(/Marta|Friday|meeting|northwind/i);
});

test('an answer that is too long for a reply says so and is copied instead', async () => {
  const { message } = readMessageOf({ refusal: new MessageCallFailed('tooLong') });
  openPane({ reading: message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.type(await screen.findByRole('textbox', { name: 'Deadline' }), 'Friday');
  await user.click(screen.getByRole('button', { name: 'Reply with this' }));
  expect(await screen.findByText(/at most 32 KB/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Copy text' }));
  await screen.findByRole('heading', { name: 'Copied' });
  expect(await navigator.clipboard.readText()).toBe('Dear Marta, as agreed by Friday.');
});

test('back at a template that was answered with, the keyboard is where it was: the button has it, and Ctrl+Enter answers', async () => {
  const { message, replies } = readMessageOf();
  openPane({ reading: message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.type(await screen.findByRole('textbox', { name: 'Deadline' }), 'Friday');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Back to this template' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Reply with this' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { name: 'Your reply is open' });
  expect(replies).toHaveLength(2);
});

test('on a phone the answer is copied, because Outlook opens no reply there', async () => {
  const { message } = readMessageOf({ onPhone: true });
  openPane({ reading: message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  expect(await screen.findByText(/On phones Outlook opens no reply/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /Reply/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Copy text' }));
  await user.click(await screen.findByRole('button', { name: 'Copy anyway' }));
  await screen.findByRole('heading', { name: 'Copied' });
  expect(await navigator.clipboard.readText()).toBe('Dear Marta, as agreed by {{deadline}}.');
});

test('what an assistant wrote is flagged beside the message, and nothing of the message goes along', async () => {
  const { message } = readMessageOf({ subject: 'Confidential offer' });
  const { api } = openPane({ reading: message });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Flag it' }));
  await user.click(await screen.findByRole('radio', { name: 'It is wrong' }));
  await user.type(screen.getByRole('textbox', { name: /What happened/ }), 'It invented a date');
  await user.click(screen.getByRole('checkbox', { name: 'It reached a client' }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Thank you, it arrived');
  expect(api.sent).toMatchObject([
    {
      path: '/api/feedback',
      body: {
        kind: 'flag',
        reason: 'wrong',
        about: { type: 'aiOutput' },
        reachedClient: true,
        text: 'It invented a date',
      },
    },
  ]);
  expect(JSON.stringify(api.sent)).not.toMatch(/Confidential|Marta|northwind/);
});

test('a pinned pane without a message shows the template but inserts nothing', async () => {
  const first = composeMessageOf();
  const pane = openPane({ message: first.message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.type(await screen.findByRole('textbox', { name: 'Deadline' }), 'Friday');
  act(() => {
    pane.turnTo(null);
  });
  expect(await screen.findByText('No message is being written')).toBeDefined();
  // What was typed outlives the message.
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Deadline' }).value).toBe(
    'Friday',
  );
  await user.click(await insert());
  expect(screen.queryByRole('heading', { name: 'Inserted at the cursor' })).toBeNull();
  expect(first.written).toEqual([]);
});

test('the job family is asked once, and its templates come first', async () => {
  const items = [
    libraryItemOf({ title: 'Audit request', jobFamilies: ['audit'] }),
    libraryItemOf({ title: 'Advice note', jobFamilies: ['advisory'] }),
  ];
  const api = createFakeApi({ me: person({ jobFamily: null }), items });
  const mailbox = 'asked-once@brightwater.example';
  const first = openPane({ api, mailbox });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Audit' }));
  const titles = () => screen.getAllByRole('group').map((group) => group.textContent);
  expect(titles()[0]).toContain('Audit request');
  first.close();

  openPane({ api, mailbox });
  await search();
  expect(screen.queryByRole('button', { name: 'Audit' })).toBeNull();
  expect(titles()[0]).toContain('Audit request');
});

test('what was used last is at the top at the next opening', async () => {
  const mailbox = crypto.randomUUID();
  const items = ['Agenda', 'Budget', 'Zeta'].map((title) =>
    libraryItemOf({ title, body: '<p>a</p>' }),
  );
  const api = createFakeApi({ items });
  const user = userEvent.setup();
  const first = openPane({ mailbox, api });
  await user.click(await screen.findByRole('option', { name: /Zeta/ }));
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  first.close();

  openPane({ mailbox, api });
  const lately = await screen.findByRole('group', { name: 'Used lately' });
  expect(within(lately).getAllByRole('option')).toHaveLength(1);
  const groups = within(screen.getByRole('listbox', { name: 'Templates' })).getAllByRole('group');
  expect(groups[0]).toBe(lately);
});

test('whoever comes from the alert on send reads there what it said, until they close it', async () => {
  const { message } = composeMessageOf({
    sendAlert: 'Before you send: {{name}} is not filled in.',
  });
  openPane({ message });
  const user = userEvent.setup();
  const said = await screen.findByText(/{{name}} is not filled in/);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(said.isConnected).toBe(false);
});

test('search and task narrow the list, and nothing found says how to go on', async () => {
  const items = [
    libraryItemOf({ title: 'Follow-up', taskKey: meetingTask.clientKey }),
    libraryItemOf({ title: 'Delay' }),
  ];
  openPane({ api: createFakeApi({ items, workflows: [meetingTask] }) });
  const user = userEvent.setup();
  const box = await search();
  const list = screen.getByRole('listbox', { name: 'Templates' });
  expect(within(list).getAllByRole('option')).toHaveLength(2);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Task' }), meetingTask.task);
  expect(
    within(list)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual([expect.stringContaining('Follow-up')]);
  await user.type(box, 'unheard of');
  expect(await screen.findByText('Nothing found')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(screen.getAllByRole('option', { name: /Follow-up|Delay/ })).toHaveLength(2);
});

test('the search forgives typing errors and other forms of a word, also without a connection', async () => {
  const items = [
    libraryItemOf({ title: 'Summarise the client meetings', taskKey: meetingTask.clientKey }),
    libraryItemOf({ title: 'Engagement letter' }),
  ];
  const { api } = openPane({ api: createFakeApi({ items, workflows: [meetingTask] }) });
  const user = userEvent.setup();
  const box = await search();
  api.away = true;
  const list = screen.getByRole('listbox', { name: 'Templates' });
  const found = () =>
    within(list)
      .queryAllByRole('option')
      .map((option) => option.textContent);
  for (const typed of ['summraise', 'meeting client', 'Engagments', 'lettr']) {
    await user.clear(box);
    await user.type(box, typed);
    const wanted = /^(Eng|lett)/.test(typed) ? 'Engagement letter' : 'Summarise the client';
    await waitFor(() => {
      expect(found()).toEqual([expect.stringContaining(wanted)]);
    });
  }
});

test('a prompt is filled from the same message and copied', async () => {
  const item = libraryItemOf({
    kind: 'prompt',
    title: 'Notes to actions',
    body: 'For {{company}}: <b>{{notes}}</b>',
    subject: null,
    assistant: 'Copilot Chat',
  });
  const { api } = openPane({ api: createFakeApi({ items: [item] }) });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('tab', { name: 'Prompts' }));
  await user.click(await screen.findByRole('option', { name: /Notes to actions/ }));
  await user.type(await screen.findByRole('textbox', { name: 'Notes' }), 'one & two');
  await user.click(screen.getByRole('button', { name: 'Copy prompt' }));
  expect(await screen.findByText('Paste it into Copilot Chat.')).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe('For Northwind: <b>one & two</b>');
  await waitFor(() => {
    expect(api.sent[0]?.body).toMatchObject({ events: [{ kind: 'promptCopied' }] });
  });
});

test('the link to an item opens it in the tab in Teams', async () => {
  const { message } = composeMessageOf();
  const item = libraryItemOf();
  openPane({ message, api: createFakeApi({ items: [item] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await screen.findByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText('Link copied: it opens this in Teams.')).toBeDefined();
  const link = new URL(await navigator.clipboard.readText());
  expect(link.origin + link.pathname).toBe('https://teams.microsoft.com/l/entity/app/lastMile');
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({
    subEntityId: `library/${item.clientKey}`,
  });
  expect(link.searchParams.get('webUrl')).toBe(
    `https://last-mile.example/tab/#/library/${item.clientKey}`,
  );
});

test('where Outlook lets nothing be copied, the link to an item can be opened', async () => {
  const { message } = composeMessageOf();
  openPane({ message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed'));
  await user.click(await screen.findByRole('button', { name: 'Copy link' }));
  await screen.findByText('Copying is not allowed here.', { exact: false });
  const link = screen.getByRole('link', { name: 'Open it in Teams' });
  expect(link.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\/app\//);
});

test('where nobody said by which id Teams knows the app, no link is offered', async () => {
  const { message } = composeMessageOf();
  openPane({ message, tab: null });
  await userEvent.setup().click(await firstOption());
  await insert();
  expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull();
});

test('the second opening shows the kept library before any token or answer', async () => {
  const api = createFakeApi();
  const mailbox = 'kept@brightwater.example';
  const first = openPane({ api, mailbox });
  await search();
  first.close();

  let asked = 0;
  const never: SignIn = {
    ...signInAs('tenant.ben'),
    silently: () => {
      asked += 1;
      return new Promise(() => undefined);
    },
  };
  api.away = true;
  openPane({ api, mailbox, signIn: never });
  expect(await screen.findByRole('option', { name: /Follow-up after a meeting/ })).toBeDefined();
  expect(asked).toBeGreaterThan(0);
});

/** What a person began in the first rows: nothing but what is said. */
function begunWith({
  pressed = null,
  ...search
}: Partial<BegunSearch> & { pressed?: string | null }): Begun {
  const typed = { text: '', marked: [0, 0], focused: true, entered: false } as const;
  return { pressed, chosen: null, search: { ...typed, ...search } };
}

test('what was typed before the pane was there is searched for, and typing goes on at the caret', async () => {
  const items = [libraryItemOf({ title: 'Fee reminder' }), libraryItemOf()];
  openPane({
    api: createFakeApi({ items }),
    begun: begunWith({ text: 'reminer', marked: [5, 5] }),
  });
  const box = await search();
  expect(document.activeElement).toBe(box);
  await userEvent.keyboard('d');
  expect(box).toHaveProperty('value', 'reminder');
  await waitFor(() => {
    const list = within(screen.getByRole('listbox'));
    const found = list.getAllByRole('option').map(({ textContent }) => textContent);
    expect(found).toEqual([expect.stringContaining('Fee reminder')]);
  });
});

test('Enter pressed before the pane was there opens what is found', async () => {
  const items = [libraryItemOf(), libraryItemOf({ title: 'Fee reminder' })];
  openPane({
    api: createFakeApi({ items }),
    begun: begunWith({ text: 'reminder', marked: [8, 8], entered: true }),
  });
  expect(await screen.findByRole('heading', { name: 'Fee reminder' })).toBeDefined();
});

test('who went elsewhere before the pane was there keeps the focus where it is', async () => {
  openPane({ begun: begunWith({ text: 'fee', focused: false }) });
  const box = await search();
  expect(box).toHaveProperty('value', 'fee');
  expect(document.activeElement).not.toBe(box);
});

test('what was pressed among the kept rows is opened as soon as the pane is there, and the list is one step back', async () => {
  const item = libraryItemOf();
  openPane({
    api: createFakeApi({ items: [item] }),
    begun: begunWith({ pressed: item.clientKey }),
  });
  expect(await insert()).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
  expect(await firstOption()).toBeDefined();
});

test('the rows kept for the next opening say nothing of the message, and go when the person leaves the programme', async () => {
  const mailbox = 'rows@brightwater.example';
  const { message } = composeMessageOf({ subject: 'After a client meeting', composing: 'reply' });
  const api = createFakeApi({
    items: [libraryItemOf({ taskKey: meetingTask.clientKey, jobFamilies: ['audit'] })],
    workflows: [meetingTask],
  });
  const first = openPane({ api, mailbox, message });
  await firstOption();
  const kept = () =>
    createFirstRows(createKeptChoices('', localStorage), `tenant.${mailbox}`).read('writing', {
      displayLanguage: 'en-GB',
      theme: 'default',
    });
  await waitFor(() => {
    expect(kept()?.groups).toEqual([
      {
        label: 'Other work',
        headed: false,
        rows: [
          {
            key: api.answers.items?.[0]?.clientKey,
            title: 'Follow-up after a meeting',
            purpose: 'Confirms what was agreed.',
            meta: 'After a client meeting · Audit',
          },
        ],
      },
    ]);
  });
  first.close();

  api.answers.me = person({ programme: null });
  openPane({ api, mailbox, message });
  await screen.findByText('You are not in a programme yet');
  expect(kept()).toBeNull();
});

test('offline, the kept library works, says from when it is, and what is done is sent later', async () => {
  const api = createFakeApi();
  const mailbox = 'offline@brightwater.example';
  const first = openPane({ api, mailbox });
  await search();
  first.close();

  api.away = true;
  const { message, written } = composeMessageOf();
  openPane({ api, mailbox, message });
  expect(await screen.findByText('Last Mile cannot be reached')).toBeDefined();
  expect(screen.getByText(/kept on this device\. What you do is sent later/)).toBeDefined();
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.type(await screen.findByRole('textbox', { name: 'Deadline' }), 'Friday');
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  expect(written).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Choose another template' }));
  expect(await screen.findByText('1 entry is kept on this device and will be sent.')).toBeDefined();

  api.away = false;
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(api.sent).toHaveLength(1);
  });
  await waitFor(() => {
    expect(screen.queryByText(/will be sent/)).toBeNull();
  });
});

test('a template that was withdrawn meanwhile is not inserted', async () => {
  const api = createFakeApi();
  const { message, written } = composeMessageOf();
  openPane({ api, message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await insert();
  api.answers.items = [];
  act(() => {
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
  });
  expect(await screen.findByText('This template is no longer in the library')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back to the list' }));
  expect(await screen.findByText('No templates yet')).toBeDefined();
  expect(written).toEqual([]);
});

test('when another person signs in at the same mailbox, the pane becomes theirs', async () => {
  const mailbox = 'shared@brightwater.example';
  const first = openPane({ mailbox });
  await search();
  first.close();

  const api = createFakeApi({ items: [libraryItemOf({ title: 'For Ada only' })] });
  openPane({ api, mailbox, signIn: signInAs('tenant.ada') });
  expect(await screen.findByRole('option', { name: /For Ada only/ })).toBeDefined();
  expect(screen.queryByRole('option', { name: /Follow-up after a meeting/ })).toBeNull();
});

test('a first opening that needs a sign-in offers it, and goes on after it', async () => {
  const working = signInAs('tenant.signs-in');
  let signedIn = false;
  const signIn: SignIn = {
    silently: async () => {
      if (!signedIn) throw new SignInRequired('Sign in.');
      return working.silently();
    },
    withDialog: async () => {
      signedIn = true;
      return working.withDialog();
    },
  };
  openPane({ signIn });
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await search()).toBeDefined();
});

test('an Outlook that cannot sign in says so and what to use', async () => {
  const signIn: SignIn = {
    ...signInAs('tenant.ben'),
    silently: () => Promise.reject(new SignInImpossible('notSupported')),
  };
  openPane({ signIn });
  expect(
    await screen.findByText('This version of Outlook cannot sign in to Last Mile'),
  ).toBeDefined();
});

test('an Outlook that did not answer is asked again only when the person wants it', async () => {
  let asked = 0;
  openPane({
    connect: () => {
      asked += 1;
      return Promise.reject(new OutlookNotThere('noAnswer'));
    },
  });
  expect(await screen.findByText('Outlook does not answer')).toBeDefined();
  expect(asked).toBe(1);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(asked).toBe(2);
  });
});

test('a first opening without the API says so and goes on when it is back', async () => {
  const api = createFakeApi();
  api.away = true;
  openPane({ api });
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByRole('listbox')).toBeNull();
  api.away = false;
  await userEvent.click(retry);
  expect(await firstOption()).toBeDefined();
});

test('outside Outlook it says where to open it', async () => {
  openPane({ connect: () => Promise.reject(new OutlookNotThere('otherHost')) });
  expect(await screen.findByText('Open Last Mile from Outlook')).toBeDefined();
});

test('a person in no programme learns whom to ask', async () => {
  openPane({
    api: createFakeApi({ me: person({ programme: null, standing: null }), items: [] }),
  });
  expect(await screen.findByText('You are not in a programme yet')).toBeDefined();
});

test('an empty library says who fills it, and sample data is marked', async () => {
  openPane({ api: createFakeApi({ me: person({ sampleData: true }), items: [] }) });
  expect(await screen.findByText('No templates yet')).toBeDefined();
  expect(screen.getByText('Sample data')).toBeDefined();
});

test('a template is flagged without leaving the message', async () => {
  const item = libraryItemOf();
  const { api } = openPane({ api: createFakeApi({ items: [item] }) });
  const user = userEvent.setup();
  await user.click(await firstOption());
  const flag = await screen.findByRole('button', { name: 'Flag this template' });
  await user.click(flag);
  await user.click(await screen.findByRole('radio', { name: 'It is wrong' }));
  await user.type(screen.getByRole('textbox', { name: /What happened/ }), 'Wrong fee.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Thank you, it arrived')).toBeDefined();
  expect(api.sent[0]).toMatchObject({
    path: '/api/feedback',
    body: {
      kind: 'flag',
      reason: 'wrong',
      text: 'Wrong fee.',
      surface: 'outlook',
      about: { type: 'libraryItem', itemKey: item.clientKey, version: 3 },
    },
  });
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(document.activeElement).toBe(flag);
});

test('feedback about an AI answer is kept on the device while the API is away', async () => {
  const api = createFakeApi();
  openPane({ api });
  await search();
  api.away = true;
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Feedback' }));
  await user.click(await screen.findByRole('tab', { name: 'Suggest an improvement' }));
  await user.type(screen.getByRole('textbox', { name: /What would work better/ }), 'Shorter.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Kept on this device')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(await screen.findByText('1 entry is kept on this device and will be sent.')).toBeDefined();
});

test('a day after a template was used, one tap says whether it had to be redone; the next week is quiet', async () => {
  const item = libraryItemOf({ body: '<p>Hello</p>', subject: null });
  const mailbox = crypto.randomUUID();
  const api = createFakeApi({ items: [item] });
  const user = userEvent.setup();
  const used = openPane({ mailbox, api });
  await user.click(await firstOption());
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  used.close();

  const day = 24 * 60 * 60_000;
  vi.setSystemTime(Date.now() + day);
  const asking = openPane({ mailbox, api });
  const question = await screen.findByRole('group', { name: 'Did you have to redo it?' });
  expect(within(question).getByText(/“Follow-up after a meeting”/)).toBeDefined();
  await user.click(within(question).getByRole('button', { name: 'Yes, I did' }));
  await waitFor(() => {
    expect(api.sent.at(-1)?.body).toEqual({
      events: [
        {
          clientKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          kind: 'redoAnswered',
          at: expect.stringMatching(/^\d{4}-/) as string,
          itemKey: item.clientKey,
          version: 3,
          redo: true,
          surface: 'outlook',
        },
      ],
    });
  });
  expect(screen.queryByRole('group', { name: 'Did you have to redo it?' })).toBeNull();
  await user.click(await firstOption());
  await user.click(await insert());
  await screen.findByRole('heading', { name: 'Inserted at the cursor' });
  asking.close();

  vi.setSystemTime(Date.now() + 2 * day);
  openPane({ mailbox, api });
  await firstOption();
  expect(screen.queryByRole('group', { name: 'Did you have to redo it?' })).toBeNull();
});

test('the question that nobody answers is not asked again that week', async () => {
  const mailbox = crypto.randomUUID();
  const item = libraryItemOf();
  const use = { itemKey: item.clientKey, version: 3, at: Date.now() - 2 * 60 * 60_000 };
  localStorage.setItem(`lastMile.uses.tenant.${mailbox}`, JSON.stringify([use]));
  const api = createFakeApi({ items: [item] });
  const first = openPane({ mailbox, api });
  await screen.findByRole('group', { name: 'Did you have to redo it?' });
  first.close();
  openPane({ mailbox, api });
  await firstOption();
  expect(screen.queryByRole('group', { name: 'Did you have to redo it?' })).toBeNull();
});

test('one’s own flags and what came of them are one tap away, what waits on the device first', async () => {
  const item = libraryItemOf();
  const api = createFakeApi({
    items: [item],
    mine: [
      ownFlag({
        about: { type: 'libraryItem', itemKey: item.clientKey, version: 3 },
        text: 'The clause is from last year',
        state: 'closed',
        outcome: 'promptAdjusted',
        outcomeReference: 'version 4',
        outcomeLink: { type: 'libraryItem', itemKey: item.clientKey, version: 4 },
        ...{ helped: false, helpedWords: 'The clause is still old.' },
      }),
      ownFlag({ reachedClient: true, overdue: true }),
      ownFlag({ text: 'It answers in French', state: 'waitingOnVendor' }),
    ],
  });
  openPane({ api });
  const user = userEvent.setup();
  await firstOption();
  api.away = true;
  await user.click(screen.getByRole('button', { name: 'Feedback' }));
  await user.click(await screen.findByRole('radio', { name: 'It is unsafe' }));
  await user.type(
    screen.getByRole('textbox', { name: /What happened/ }),
    'It named another client',
  );
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Kept on this device');
  await user.click(screen.getByRole('button', { name: 'Close' }));

  const mine = screen.getByRole('button', { name: 'My feedback and what came of it' });
  await user.click(mine);
  const waiting = await screen.findByRole('region', { name: 'Waiting to be sent' });
  expect(within(waiting).getByText('It named another client')).toBeDefined();
  expect(await screen.findByText('The rest cannot be shown now')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(document.activeElement).toBe(mine);

  api.away = false;
  await user.click(mine);
  const open = await screen.findByRole('region', { name: 'Open' });
  expect(within(open).getByText(/First answer was due 24 Nov/)).toBeDefined();
  expect(within(open).getByText(/Waiting for the vendor/)).toBeDefined();
  const closed = screen.getByRole('region', { name: 'What came of it' });
  expect(within(closed).getByText(item.content.title)).toBeDefined();
  expect(within(closed).getByText(/^The text was changed: version 4/)).toBeDefined();
  expect(within(closed).getByText('The clause is still old.', { exact: false })).toBeDefined();
  // The tab in Teams shows what changed since the version that was flagged.
  const link = within(closed).getByRole('link', { name: 'Open it' });
  const address = new URL(link.getAttribute('href') ?? '');
  expect(address.origin + address.pathname).toBe(
    'https://teams.microsoft.com/l/entity/app/lastMile',
  );
  expect(JSON.parse(address.searchParams.get('context') ?? '')).toEqual({
    subEntityId: `library/${item.clientKey}?compared=3-4`,
  });
});

test('a colleague who offered help is one tap from a chat that names the task and no client', async () => {
  const task = meetingTask.clientKey;
  const { message } = composeMessageOf({ subject: 'Confidential offer' });
  const api = createFakeApi({
    items: [libraryItemOf({ taskKey: task })],
    workflows: [meetingTask],
    helpers: {
      helpers: [{ name: 'Amara Okafor', userPrincipalName: 'amara@brightwater.example' }],
      offering: false,
    },
  });
  openPane({ api, message });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await user.click(await screen.findByRole('button', { name: 'Ask someone who does this' }));
  const link = await screen.findByRole('link', { name: 'Chat with Amara Okafor' });
  const address = new URL(link.getAttribute('href') ?? '');
  expect(address.origin + address.pathname).toBe('https://teams.microsoft.com/l/chat/0/0');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    users: 'amara@brightwater.example',
    message: 'Hi! May I ask how you do “After a client meeting” with AI?',
  });

  // Off until the person says otherwise, and one tap back.
  const offer = screen.getByRole('switch', { name: 'Colleagues may ask me about this' });
  expect(offer).toHaveProperty('checked', false);
  api.answers.helpers = { helpers: [], offering: true };
  await user.click(offer);
  await screen.findByText(/Switch it off and it is gone/);
  await user.click(screen.getByRole('switch', { name: 'Colleagues may ask me about this' }));
  await waitFor(() => {
    expect(api.sent.map(({ path, body }) => [path, body])).toEqual([
      [`/api/practice/tasks/${task}/helpers`, { offering: true }],
      [`/api/practice/tasks/${task}/helpers`, { offering: false }],
    ]);
  });
});

test('nobody is looked up before somebody wants to know, and an item without a task has nobody to ask', async () => {
  const api = createFakeApi({
    items: [
      libraryItemOf({ taskKey: meetingTask.clientKey }),
      libraryItemOf({ title: 'Something else' }),
    ],
    workflows: [meetingTask],
  });
  const asked = vi.spyOn(api, 'fetch');
  openPane({ api });
  const user = userEvent.setup();
  await user.click(await firstOption());
  await screen.findByRole('button', { name: 'Ask someone who does this' });
  const paths = asked.mock.calls.map(([input]) => (input instanceof Request ? input.url : input));
  expect(paths).toContain('/api/workflows');
  expect(paths.join()).not.toContain('practice');

  await user.click(screen.getByRole('button', { name: 'Back to the list' }));
  await user.click(await screen.findByRole('option', { name: /Something else/ }));
  await insert();
  expect(screen.queryByRole('button', { name: 'Ask someone who does this' })).toBeNull();
});
