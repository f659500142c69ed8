import { afterEach, describe, expect, test, vi } from 'vitest';
import { installFakeOffice } from '../testing/fakeOffice';
import { connectToOutlook, OutlookNotThere } from './officeHost';
import { restoreHistory } from './restoreHistory';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The message in front of a freshly opened pane. */
async function openMessage(options: Parameters<typeof installFakeOffice>[0] = {}) {
  const office = installFakeOffice(options);
  const host = await connectToOutlook();
  const message = host.currentMessage();
  if (message === null) throw new Error('There is no message.');
  return { office, host, message };
}

const fill = {
  itemKey: 'a',
  version: 2,
  at: '2026-11-23T10:00:00Z',
  paragraphs: ['Dear Marta'],
  open: [],
  client: { names: ['Marta'], domains: ['northwind.example'] },
};

describe('connecting', () => {
  test('without the script, in a plain page and under a silent host it says which', async () => {
    await expect(connectToOutlook()).rejects.toMatchObject({ reason: 'noScript' });

    installFakeOffice({ host: null });
    await expect(connectToOutlook()).rejects.toEqual(new OutlookNotThere('otherHost'));

    vi.stubGlobal('Office', { onReady: () => new Promise(() => undefined) });
    await expect(connectToOutlook({ timeoutMs: 5 })).rejects.toMatchObject({ reason: 'noAnswer' });
  });

  test('tells whose mailbox it is, its language, and what it can do', async () => {
    const { host } = await openMessage();
    expect(host).toMatchObject({
      mailbox: { displayName: 'Ben Okoro', emailAddress: 'ben@brightwater.example' },
      displayLanguage: 'de-DE',
      partition: 'partition-',
      nestedAppAuth: true,
    });
  });

  test('an old Outlook lacks what it lacks, and nothing breaks', async () => {
    const { host, message, office } = await openMessage({ sets: { Mailbox: '1.3' } });
    expect(host.nestedAppAuth).toBe(false);
    expect((await message.read()).sender?.displayName).toBe('Ben Okoro');
    await message.rememberInserted(fill);
    expect(await message.inserted()).toEqual([]);
    message.onRecipientsChanged(() => undefined)();
    expect(office.listensTo('itemChanged')).toBe(false);
  });

  test('the history works again after Office.js took it away', () => {
    const page = { history: Object.create(window.history) as History };
    Object.assign(page.history, { pushState: null, replaceState: null });
    restoreHistory(page);
    expect(typeof page.history.pushState).toBe('function');
    expect(typeof page.history.replaceState).toBe('function');
  });
});

describe('the message', () => {
  test('is read with its people, its sender and its subject', async () => {
    const { message } = await openMessage({ subject: 'Offer' });
    expect(await message.read()).toEqual({
      to: [{ displayName: 'Marta Lindqvist', emailAddress: 'marta@northwind.example' }],
      sender: { displayName: 'Ben (delegate)', emailAddress: 'team@brightwater.example' },
      subject: 'Offer',
      composing: 'reply',
      hasSelection: false,
      taskKey: null,
    });
  });

  test('of a meeting has attendees for recipients and the mailbox for a sender', async () => {
    const { message } = await openMessage({ item: 'appointment' });
    expect(message.type).toBe('appointment');
    const { to, sender } = await message.read();
    expect(to.map(({ displayName }) => displayName)).toEqual(['Marta Lindqvist']);
    expect(sender?.displayName).toBe('Ben Okoro');
  });

  test('never has more than three calls pending, however many are asked', async () => {
    const { message, office } = await openMessage();
    await Promise.all([message.read(), message.read(), message.inserted(), message.bodyType()]);
    expect(office.done.most).toBe(3);
  });

  test.each([
    ['html', '<p>a</p>', 'html'],
    ['text', 'a', 'text'],
  ] as const)('with a body of %s takes it in that form', async (bodyType, content, how) => {
    const { message, office } = await openMessage({ bodyType });
    expect(await message.insert({ html: '<p>a</p>', text: 'a' }, 'cursor')).toBe(bodyType);
    expect(await message.insert({ html: '<p>a</p>', text: 'a' }, 'start')).toBe(bodyType);
    expect(office.done.inserted).toEqual([[content, how]]);
    expect(office.done.prepended).toEqual([[content, how]]);
  });

  test('does not take what is longer than Outlook allows', async () => {
    const { message, office } = await openMessage();
    const html = 'x'.repeat(1_000_001);
    await expect(message.insert({ html, text: '' }, 'cursor')).rejects.toMatchObject({
      reason: 'tooLong',
    });
    await expect(message.setSubject('x'.repeat(256))).rejects.toMatchObject({ reason: 'tooLong' });
    expect(office.done.inserted).toEqual([]);
  });

  test('gets a subject only while it has none', async () => {
    const { message, office } = await openMessage({ subject: ' ' });
    expect(await message.setSubjectIfEmpty('First')).toBe('set');
    expect(await message.setSubjectIfEmpty('Second')).toBe('kept');
    expect(office.done.subject).toBe('First');
  });

  test('remembers which templates it holds', async () => {
    const { message } = await openMessage();
    await message.rememberInserted(fill);
    await message.rememberInserted({ ...fill, itemKey: 'b' });
    expect((await message.inserted()).map(({ itemKey }) => itemKey)).toEqual(['a', 'b']);
  });

  test('forgets one that was taken out, and no other', async () => {
    const { message } = await openMessage();
    await message.rememberInserted(fill);
    await message.rememberInserted({ ...fill, at: '2026-11-23T10:05:00Z' });
    await message.forgetInserted(fill);
    expect((await message.inserted()).map(({ at }) => at)).toEqual(['2026-11-23T10:05:00Z']);
  });

  test('gives its body in its own format, and takes another in its place; the thread only if asked for', async () => {
    const { message, office } = await openMessage({ bodyType: 'text' });
    await message.replaceBody({ type: 'text', content: 'Dear Marta' });
    expect(await message.readBody('reply')).toEqual({ type: 'text', content: 'Dear Marta' });
    await message.readBody('whole');
    expect(office.done.bodyModes).toEqual([1, 1, undefined]);
    await expect(
      message.replaceBody({ type: 'text', content: 'x'.repeat(1_000_001) }),
    ).rejects.toMatchObject({ reason: 'tooLong' });
  });

  test('says whether something is selected in its body, and nothing where Outlook cannot say', async () => {
    const { message, office } = await openMessage();
    expect(await message.hasSelection()).toBe(false);
    office.done.selection = { data: '<b>Old</b>', sourceProperty: 'body' };
    expect(await message.hasSelection()).toBe(true);
    office.done.selection = { data: 'Offer', sourceProperty: 'subject' };
    expect(await message.hasSelection()).toBe(false);
    const refusing = await openMessage({ failing: { selection: 'InvalidSelection' } });
    expect(await refusing.message.hasSelection()).toBe(false);
  });

  test.each([
    ['RE: Offer', 'reply'],
    ['WG: Offer', 'forward'],
    ['Offer', 'new'],
  ] as const)('where Outlook does not tell, “%s” is a %s', async (subject, composing) => {
    const { message } = await openMessage({ subject, sets: { Mailbox: '1.9' } });
    expect((await message.read()).composing).toBe(composing);
  });

  test('keeps the task it is for in the draft, where the events read it, until it is taken back', async () => {
    const { message, office } = await openMessage();
    await message.rememberTask('task-1');
    expect((await message.read()).taskKey).toBe('task-1');
    expect(office.session.get('lastMile.task')).toBe('task-1');
    await message.rememberTask(null);
    expect((await message.read()).taskKey).toBeNull();
  });

  test('hears what the alert on send said, and nothing from any other context', async () => {
    const { message, office } = await openMessage();
    expect(await message.sendAlert()).toBe('');
    office.done.context = '{"alert":"Before you send: …"}';
    expect(await message.sendAlert()).toBe('Before you send: …');
    office.done.context = '{"other":1}';
    expect(await message.sendAlert()).toBe('');
    const heard = vi.fn();
    message.onSendAlert(heard);
    await vi.waitFor(() => {
      expect(office.listensTo('contextChanged')).toBe(true);
    });
    office.raise('contextChanged');
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('idle time adds up over every opening of the pane', async () => {
    const { message, office } = await openMessage();
    await message.addIdle(30_000);
    await message.addIdle(5_000);
    expect(office.session.get('lastMile.idle')).toBe('35000');
  });

  test.each([
    ['InvalidFormatError', 'wrongBodyType'],
    ['DataExceedsMaximumSize', 'tooLong'],
    ['APICallFailedDueToItemChange', 'messageChanged'],
    ['InternalError', 'refused'],
  ])("Office's %s is our %s", async (name, reason) => {
    const { message } = await openMessage({ failing: { insert: name } });
    await expect(message.insert({ html: 'a', text: 'a' }, 'cursor')).rejects.toMatchObject({
      reason,
    });
  });

  test('tells when people were added', async () => {
    const { message, office } = await openMessage();
    const told = vi.fn();
    const stop = message.onRecipientsChanged(told);
    await vi.waitFor(() => {
      expect(office.listensTo('recipientsChanged')).toBe(true);
    });
    office.raise('recipientsChanged');
    stop();
    office.raise('recipientsChanged');
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('a pinned pane', () => {
  test('has no message while one is read or nothing is open', async () => {
    installFakeOffice({ item: 'read' });
    expect((await connectToOutlook()).currentMessage()).toBeNull();
    installFakeOffice({ item: null });
    expect((await connectToOutlook()).currentMessage()).toBeNull();
  });

  test('follows the person to another message, and writes no more into the one they left', async () => {
    const { host, message, office } = await openMessage();
    await vi.waitFor(() => {
      expect(office.listensTo('itemChanged')).toBe(true);
    });
    const told = vi.fn();
    host.onMessageChanged(told);
    office.turnTo('compose');
    expect(told).toHaveBeenCalledTimes(1);
    expect(host.currentMessage()?.key).not.toBe(message.key);
    await expect(message.insert({ html: 'a', text: 'a' }, 'cursor')).rejects.toMatchObject({
      reason: 'messageChanged',
    });
    expect(office.done.inserted).toEqual([]);
    office.turnTo(null);
    expect(host.currentMessage()).toBeNull();
  });
});

test('the theme follows Outlook', async () => {
  const { host, office } = await openMessage({
    theme: { bodyBackgroundColor: '#ffffff', bodyForegroundColor: '#242424' },
  });
  await vi.waitFor(() => {
    expect(office.listensTo('themeChanged')).toBe(true);
  });
  expect(host.theme()).toBe('default');
  const told = vi.fn();
  host.onThemeChanged(told);
  office.raise('themeChanged', {
    officeTheme: { bodyBackgroundColor: '#292929', bodyForegroundColor: '#ffffff' },
  });
  expect(told).toHaveBeenCalledTimes(1);
  expect(host.theme()).toBe('dark');
});
