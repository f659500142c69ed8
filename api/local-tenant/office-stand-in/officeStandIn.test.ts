import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { createStandInFiles, officeStandInScript } from './createStandInFiles';

const tenantOrigin = 'http://localhost:3000';

interface AsyncResult {
  status: 'succeeded' | 'failed';
  value: unknown;
  error?: { code: number; name: string; message: string };
  asyncContext: unknown;
}
type OfficeMethod = (...args: unknown[]) => void;
interface OfficeGlobal {
  initialize: (reason: string) => void;
  onReady(callback?: (info: unknown) => void): Promise<unknown>;
  actions: { associate(name: string, action: unknown): void };
  CoercionType: { Html: string; Text: string };
  EventType: { ItemChanged: string; RecipientsChanged: string };
  MailboxEnums: { BodyMode: { HostConfig: number } };
  context: {
    mailbox: {
      item: Record<string, Record<string, OfficeMethod>> | null;
      userProfile: { displayName: string };
      addHandlerAsync: OfficeMethod;
    };
    roamingSettings: {
      get(name: string): unknown;
      set(name: string, value: unknown): void;
      saveAsync: OfficeMethod;
    };
    requirements: { isSetSupported(name: string, minimum?: string): boolean };
  };
}

interface OfficeCall {
  id: number;
  name: string;
  args?: unknown;
}

/** A page the stand-in is on, in a host whose answers the test gives. */
function openPane(
  answers: Record<string, (args: never) => unknown> = {},
  furnish: (page: object) => void = () => undefined,
) {
  const calls: OfficeCall[] = [];
  const listeners: Record<string, (event: object) => void> = {};
  const messageListeners: ((event: object) => void)[] = [];
  const raiseMessage = (event: object) => {
    for (const listener of messageListeners) listener(event);
  };
  const parent = {
    postMessage(message: OfficeCall, origin: string) {
      expect(origin).toBe(tenantOrigin);
      calls.push(message);
      const answer = { ...defaultAnswers, ...answers }[message.name];
      if (answer === undefined) return;
      void Promise.resolve(answer(message.args as never)).then((value) => {
        send({ kind: 'office.answer', id: message.id, value });
      });
    },
  };
  const send = (data: object, origin = tenantOrigin) => {
    raiseMessage({ source: parent, origin, data });
  };
  const page = {
    parent,
    history: { pushState: () => undefined, replaceState: () => undefined },
    document: { readyState: 'complete' },
    addEventListener: (type: string, listener: (event: object) => void) => {
      listeners[type] = listener;
      if (type === 'message') messageListeners.push(listener);
    },
  };
  furnish(page);
  runInNewContext(officeStandInScript(tenantOrigin), { window: page, URL, URLSearchParams });
  const office = (page as unknown as { Office: OfficeGlobal }).Office;
  return {
    office,
    page,
    calls,
    send,
    raiseMessage,
    raise: (type: string) => listeners[type]?.({}),
  };
}

const defaultAnswers: Record<string, (args: never) => unknown> = {
  hello: () => ({
    item: { id: 'draft-1' },
    userProfile: { displayName: 'Ada Okafor', emailAddress: 'ada@lastmile.example' },
    language: 'en-GB',
    officeTheme: {},
    roamingSettings: { pinned: 'yes' },
    partitionKey: 'p',
  }),
  'body.getType': () => 'html',
  'body.insert': () => undefined,
  'subject.set': () => undefined,
  'session.get': () => ({}),
  'session.set': () => undefined,
  'customProperties.get': () => ({}),
  'customProperties.set': () => undefined,
  'roamingSettings.set': () => undefined,
  'notifications.set': () => undefined,
};

async function readyPane(answers: Record<string, (args: never) => unknown> = {}) {
  const pane = openPane(answers);
  await pane.office.onReady();
  const item = pane.office.context.mailbox.item!;
  return { ...pane, item };
}

function resultOf(start: (callback: (result: AsyncResult) => void) => void) {
  return new Promise<AsyncResult>((resolve) => {
    start(resolve);
  });
}

test('onReady says Outlook on the web, and Office.initialize is called as of old', async () => {
  const { office } = openPane();
  const initialize = vi.fn();
  office.initialize = initialize;
  expect(await office.onReady()).toEqual({
    host: 'Outlook',
    platform: 'OfficeOnline',
    addin: null,
  });
  await Promise.resolve();
  expect(initialize).toHaveBeenCalledOnce();
  expect(office.context.mailbox.userProfile.displayName).toBe('Ada Okafor');
  expect(() => {
    office.actions.associate('onSend', () => undefined);
  }).not.toThrow();
});

test('history loses pushState and replaceState, as with the real Office.js', () => {
  expect(openPane().page.history).toEqual({ pushState: null, replaceState: null });
});

test('a page outside any host is ready with no host at all', async () => {
  const page: Record<string, unknown> = { history: {}, addEventListener: () => undefined };
  page['parent'] = page;
  runInNewContext(officeStandInScript(tenantOrigin), { window: page });
  const info = await (page['Office'] as OfficeGlobal).onReady();
  expect(info).toEqual({ host: null, platform: null, addin: null });
});

test('messages from any other origin are not believed', async () => {
  const { office, calls, send } = openPane({ hello: undefined as never });
  const ready = vi.fn();
  void office.onReady(ready);
  send({ kind: 'office.answer', id: calls[0]!.id, value: {} }, 'http://evil.test');
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(ready).not.toHaveBeenCalled();
});

test('HTML is inserted at the selection of an HTML message, with the result the caller expects', async () => {
  const { item, calls } = await readyPane();
  const result = await resultOf((callback) => {
    item['body']!['setSelectedDataAsync']!(
      '<p>Hi</p>',
      { coercionType: 'html', asyncContext: 7 },
      callback,
    );
  });
  expect(result).toMatchObject({ status: 'succeeded', asyncContext: 7 });
  expect(calls.at(-1)).toMatchObject({
    name: 'body.insert',
    args: { data: '<p>Hi</p>', as: 'html', at: 'selection' },
  });
});

test('what is selected is told in the asked format, and a cursor elsewhere is an error', async () => {
  const { item } = await readyPane({
    'selection.get': ({ as }: { as: string }) => ({ data: `as ${as}`, sourceProperty: 'body' }),
  });
  const selectionOf = (opened: typeof item, coercionType: string) =>
    resultOf((callback) => {
      (opened['getSelectedDataAsync'] as unknown as OfficeMethod)(coercionType, callback);
    });
  expect(await selectionOf(item, 'text')).toMatchObject({
    status: 'succeeded',
    value: { data: 'as text', sourceProperty: 'body' },
  });
  expect(await selectionOf(item, 'rtf')).toMatchObject({
    status: 'failed',
    error: { name: 'Sys.ArgumentException' },
  });
  const elsewhere = await readyPane({ 'selection.get': () => null });
  expect(await selectionOf(elsewhere.item, 'html')).toMatchObject({
    status: 'failed',
    error: { name: 'InvalidSelection' },
  });
});

test('only replacing the whole body can leave the thread of a reply as it is', async () => {
  const { office, item, calls } = await readyPane();
  const bodyMode = office.MailboxEnums.BodyMode.HostConfig;
  for (const method of ['setAsync', 'prependAsync', 'setSelectedDataAsync']) {
    await resultOf((callback) => {
      item['body']![method]!('<p>Hi</p>', { coercionType: 'html', bodyMode }, callback);
    });
  }
  expect(calls.filter(({ name }) => name === 'body.insert').map(({ args }) => args)).toEqual([
    { data: '<p>Hi</p>', as: 'html', at: 'all', keepsThread: true },
    { data: '<p>Hi</p>', as: 'html', at: 'start' },
    { data: '<p>Hi</p>', as: 'html', at: 'selection' },
  ]);
});

test('HTML into a plain text message is an error and changes nothing', async () => {
  const { item, calls } = await readyPane({ 'body.getType': () => 'text' });
  for (const method of ['setSelectedDataAsync', 'prependAsync', 'setAsync']) {
    const result = await resultOf((callback) => {
      item['body']![method]!('<p>Hi</p>', { coercionType: 'html' }, callback);
    });
    expect(result).toMatchObject({ status: 'failed', error: { name: 'InvalidFormatError' } });
  }
  expect(calls.some((call) => call.name === 'body.insert')).toBe(false);
});

test.each([
  ['body', 'setSelectedDataAsync', 1_000_000],
  ['body', 'prependAsync', 1_000_000],
  ['body', 'setAsync', 1_000_000],
  ['body', 'setSignatureAsync', 30_000],
  ['subject', 'setAsync', 255],
])('%s.%s takes %i characters and not one more', async (part, method, longest) => {
  const { item } = await readyPane();
  const set = (text: string) =>
    resultOf((callback) => {
      item[part]![method]!(text, callback);
    });
  expect(await set('x'.repeat(longest))).toMatchObject({ status: 'succeeded' });
  expect(await set('x'.repeat(longest + 1))).toMatchObject({
    status: 'failed',
    error: { name: 'DataExceedsMaximumSize' },
  });
});

test('session data takes 50,000 characters in all', async () => {
  let kept = {};
  const { item } = await readyPane({
    'session.get': () => ({ ...kept }),
    'session.set': (values: never) => (kept = values),
  });
  const set = (text: string) =>
    resultOf((callback) => {
      item['sessionData']!['setAsync']!('start', text, callback);
    });
  expect(await set('x'.repeat(50_000 - '{"start":""}'.length))).toMatchObject({
    status: 'succeeded',
  });
  expect(await set('x'.repeat(50_000))).toMatchObject({ status: 'failed' });
  const missing = await resultOf((callback) => {
    item['sessionData']!['getAsync']!('other', callback);
  });
  expect(missing).toMatchObject({ status: 'failed', error: { name: 'KeyNotFound' } });
});

test('custom properties over 2,500 characters are refused on save', async () => {
  const { item } = await readyPane();
  const load = item['loadCustomPropertiesAsync'] as unknown as OfficeMethod;
  const loaded = await resultOf((callback) => {
    load(callback);
  });
  const properties = loaded.value as {
    set(name: string, value: string): void;
    saveAsync: OfficeMethod;
  };
  const save = () =>
    resultOf((callback) => {
      properties.saveAsync(callback);
    });
  properties.set('a', 'x'.repeat(2_000));
  expect(await save()).toMatchObject({ status: 'succeeded' });
  properties.set('b', 'x'.repeat(600));
  expect(await save()).toMatchObject({ error: { name: 'DataExceedsMaximumSize' } });
});

test('roaming settings come with the person and are kept up to 32 KB', async () => {
  const { office, calls } = await readyPane();
  const settings = office.context.roamingSettings;
  const save = () =>
    resultOf((callback) => {
      settings.saveAsync(callback);
    });
  expect(settings.get('pinned')).toBe('yes');
  settings.set('numbers', [1, 2]);
  expect(await save()).toMatchObject({ status: 'succeeded' });
  expect(calls.at(-1)).toMatchObject({
    name: 'roamingSettings.set',
    args: { pinned: 'yes', numbers: [1, 2] },
  });
  settings.set('numbers', 'x'.repeat(32 * 1024));
  expect(await save()).toMatchObject({ error: { name: 'DataExceedsMaximumSize' } });
});

test('a notification is at most 150 characters', async () => {
  const { item } = await readyPane();
  const replace = (message: string) =>
    resultOf((callback) => {
      const details = { type: 'informationalMessage', message };
      item['notificationMessages']!['replaceAsync']!('k', details, callback);
    });
  expect(await replace('x'.repeat(150))).toMatchObject({ status: 'succeeded' });
  expect(await replace('x'.repeat(151))).toMatchObject({
    error: { name: 'DataExceedsMaximumSize' },
  });
});

test('a fourth call while three are pending fails, and works once they are done', async () => {
  const answered: (() => void)[] = [];
  const { item } = await readyPane({
    'subject.get': () =>
      new Promise((resolve) =>
        answered.push(() => {
          resolve('Q3');
        }),
      ),
  });
  const get = () =>
    resultOf((callback) => {
      item['subject']!['getAsync']!(callback);
    });
  const first = [get(), get(), get()];
  expect(await get()).toMatchObject({
    status: 'failed',
    error: { code: 5100, message: 'Wait until the previous call completes.' },
  });
  for (const answer of answered) answer();
  expect(await Promise.all(first)).toMatchObject(Array(3).fill({ value: 'Q3' }));
  const again = get();
  await new Promise((resolve) => setTimeout(resolve, 5));
  answered.at(-1)!();
  expect(await again).toMatchObject({ status: 'succeeded' });
});

test('when the person moves on, the pane hears of it and calls on the old item fail', async () => {
  const { office, item, send } = await readyPane();
  const changed = vi.fn();
  await resultOf((callback) => {
    office.context.mailbox.addHandlerAsync(office.EventType.ItemChanged, changed, callback);
  });
  send({ kind: 'office.event', name: 'itemChanged', detail: null });
  expect(changed).toHaveBeenCalledOnce();
  expect(office.context.mailbox.item).toBeNull();
  const late = await resultOf((callback) => {
    item['body']!['getTypeAsync']!(callback);
  });
  expect(late).toMatchObject({ status: 'failed', error: { code: 9030 } });
});

test('a message tells when its recipients change, and refuses events nobody raises', async () => {
  const { item, office, send } = await readyPane();
  const add = item['addHandlerAsync'] as unknown as OfficeMethod;
  const changed = vi.fn();
  await resultOf((callback) => {
    add(office.EventType.RecipientsChanged, changed, callback);
  });
  send({ kind: 'office.event', name: 'recipientsChanged', detail: { to: true } });
  expect(changed).toHaveBeenCalledWith({
    type: office.EventType.RecipientsChanged,
    changedRecipientFields: { to: true },
  });
  const refused = await resultOf((callback) => {
    add('olkAttachmentsChanged', changed, callback);
  });
  expect(refused).toMatchObject({ status: 'failed', error: { name: 'OperationNotSupported' } });
});

test('only the requirement sets that are played are said to be supported', async () => {
  const { requirements } = (await readyPane()).office.context;
  expect(requirements.isSetSupported('Mailbox', '1.15')).toBe(true);
  expect(requirements.isSetSupported('Mailbox', '1.16')).toBe(false);
  expect(requirements.isSetSupported('NestedAppAuth', '1.1')).toBe(true);
  expect(requirements.isSetSupported('DialogApi', '1.1')).toBe(true);
  expect(requirements.isSetSupported('DialogApi', '1.2')).toBe(false);
  expect(requirements.isSetSupported('IdentityAPI', '1.3')).toBe(false);
});

const received = {
  id: 'received-1',
  mode: 'read',
  subject: 'RE: Timetable for the review',
  from: { displayName: 'Marta Lindqvist', emailAddress: 'marta.lindqvist@northwind.example' },
  to: [{ displayName: 'Ada Okafor', emailAddress: 'ada@lastmile.example' }],
  cc: [],
  sentAt: '2026-11-23T09:00:00Z',
};

/** The stand-in on a message that is read, in Outlook on the web unless another platform is named. */
function readingPane(platform?: 'iOS' | 'Android') {
  return readyPane({
    hello: () => ({
      ...(defaultAnswers['hello']!(undefined as never) as object),
      item: received,
      ...(platform === undefined ? {} : { platform }),
    }),
    'body.get': ({ as }: { as: string }) => `the body as ${as}`,
    'replyForm.display': () => undefined,
  });
}

test('a message that is read tells its people and its subject at once, and takes no writing', async () => {
  const { item } = await readingPane();
  expect(item).toMatchObject({
    itemType: 'message',
    subject: 'RE: Timetable for the review',
    normalizedSubject: 'Timetable for the review',
    from: received.from,
    to: received.to,
    cc: [],
  });
  expect(Object.keys(item['body']!)).toEqual(['getAsync']);
  expect(item).not.toHaveProperty('sessionData');
  expect(item).not.toHaveProperty('getComposeTypeAsync');
  const get = (as: unknown) =>
    resultOf((callback) => {
      item['body']!['getAsync']!(as, callback);
    });
  expect(await get('html')).toMatchObject({ value: 'the body as html' });
  expect(await get('rtf')).toMatchObject({ error: { name: 'Sys.ArgumentException' } });
});

test('a reply form takes 32 KB of HTML, counted in UTF-8, and throws at one byte more', async () => {
  const { item, calls } = await readingPane();
  const reply = item['displayReplyFormAsync'] as unknown as OfficeMethod;
  const longest = 'é'.repeat(16 * 1024);
  const shown = await resultOf((callback) => {
    reply({ htmlBody: longest }, callback);
  });
  expect(shown).toMatchObject({ status: 'succeeded' });
  expect(calls.at(-1)).toMatchObject({ name: 'replyForm.display', args: { htmlBody: longest } });
  const older = item['displayReplyForm'] as unknown as OfficeMethod;
  for (const method of [reply, older]) {
    expect(() => {
      method({ htmlBody: `${longest}x` });
    }).toThrow(/longer/);
    expect(() => {
      method({ htmlBody: 7 });
    }).toThrow(/parameters/);
  }
  older('<p>Hi</p>');
  expect(calls.at(-1)).toMatchObject({ args: { htmlBody: '<p>Hi</p>' } });
});

test('a message that is read turns into another, and calls on the first one fail', async () => {
  const { office, item, send } = await readingPane();
  const next = { ...received, id: 'received-2', subject: 'Something else' };
  send({ kind: 'office.event', name: 'itemChanged', detail: next });
  expect(office.context.mailbox.item).toMatchObject({ subject: 'Something else' });
  const late = await resultOf((callback) => {
    item['body']!['getAsync']!('html', callback);
  });
  expect(late).toMatchObject({ status: 'failed', error: { code: 9030 } });
});

test.each(['iOS', 'Android'] as const)(
  'Outlook on %s has Mailbox 1.5, no theme, and no reply form for an add-in',
  async (platform) => {
    const { office, item, calls } = await readingPane(platform);
    expect(await office.onReady()).toMatchObject({ host: 'Outlook', platform });
    const { requirements } = office.context;
    expect(requirements.isSetSupported('Mailbox', '1.5')).toBe(true);
    expect(requirements.isSetSupported('Mailbox', '1.6')).toBe(false);
    expect(requirements.isSetSupported('NestedAppAuth', '1.1')).toBe(true);
    expect(office.context).not.toHaveProperty('officeTheme');
    const before = calls.length;
    for (const method of ['displayReplyForm', 'displayReplyFormAsync']) {
      expect(() => {
        (item[method] as unknown as OfficeMethod)({ htmlBody: '<p>Hi</p>' });
      }).toThrow(/does not offer/);
    }
    expect(calls).toHaveLength(before);
  },
);

test('the bridge for nested app authentication hands messages through untouched', async () => {
  const { page } = await readyPane({ nestedAppAuth: (message: string) => `answer to ${message}` });
  const bridge = (page as unknown as { nestedAppAuthBridge: Record<string, OfficeMethod> })
    .nestedAppAuthBridge;
  const answer = await new Promise((resolve) => {
    bridge['addEventListener']!('message', resolve);
    bridge['postMessage']!('{"requestId":"1"}');
  });
  expect(answer).toBe('answer to {"requestId":"1"}');
});

/** The stand-in as the page of the events has it, with one handler that completes with `said`. */
async function eventRuntime(handle: (event: LaunchEvent) => void) {
  const completed = vi.fn();
  const pane = openPane({
    hello: () => ({
      ...(defaultAnswers['hello']!(undefined as never) as object),
      runtime: 'events',
    }),
    'launchEvent.completed': completed,
    'launchEvent.failed': completed,
  });
  pane.office.actions.associate('onMessageSend', handle);
  await pane.office.onReady();
  const raise = (handler = 'onMessageSend') => {
    pane.send({
      kind: 'office.event',
      name: 'launchEvent',
      detail: { id: 7, type: 'OnMessageSend', handler },
    });
  };
  return { ...pane, completed, raise };
}

interface LaunchEvent {
  type: string;
  completed(options?: object): void;
}

async function completionOf(options?: object) {
  const { completed, raise } = await eventRuntime((event) => {
    event.completed(options);
  });
  raise();
  return completed.mock.calls[0]?.[0] as { id: number; completion: Record<string, unknown> };
}

test('a handler that was associated gets its event and completes it for the host', async () => {
  expect(await completionOf()).toEqual({
    id: 7,
    completion: { allowEvent: true, message: null, label: null, commandId: null, contextData: '' },
  });
});

test.each([
  ['errorMessage', 'message', 500],
  ['cancelLabel', 'label', 20],
])(
  'an alert’s %s has at most its characters, and counts as not said beyond',
  async (option, taken, longest) => {
    const said = async (length: number) =>
      (await completionOf({ allowEvent: false, [option]: 'x'.repeat(length) })).completion[taken];
    expect(await said(longest)).toBe('x'.repeat(longest));
    expect(await said(longest + 1)).toBeNull();
  },
);

test('context goes with a command, and is ignored without one', async () => {
  const context = { allowEvent: false, contextData: '{"a":1}' };
  expect((await completionOf(context)).completion['contextData']).toBe('');
  expect((await completionOf({ ...context, commandId: 'button' })).completion).toMatchObject({
    commandId: 'button',
    contextData: '{"a":1}',
  });
});

test('an event is completed once; a second time is an error', async () => {
  const { completed, raise } = await eventRuntime((event) => {
    event.completed();
    expect(() => {
      event.completed();
    }).toThrow(/twice/);
  });
  raise();
  expect(completed).toHaveBeenCalledTimes(1);
});

test('a page of events is ready for them when the scripts after Office.js have run', async () => {
  const { office, page, calls, raise } = openPane({
    hello: () => ({
      ...(defaultAnswers['hello']!(undefined as never) as object),
      runtime: 'events',
    }),
  });
  page.document.readyState = 'loading';
  await office.onReady();
  const isReady = () => calls.some(({ name }) => name === 'launchEvents.ready');
  expect(isReady()).toBe(false);
  raise('DOMContentLoaded');
  await vi.waitFor(() => {
    expect(isReady()).toBe(true);
  });
});

test('an event that nobody associated says so to the host', async () => {
  const { completed, raise } = await eventRuntime(() => undefined);
  raise('onAppointmentSend');
  expect(completed).toHaveBeenCalledWith(expect.objectContaining({ id: 7 }));
});

test('a handler may show nothing, close nothing and get no token', async () => {
  const { office } = await eventRuntime(() => undefined);
  const context = office.context as unknown as Record<string, Record<string, () => void>>;
  const mailbox = office.context.mailbox as unknown as Record<string, () => void>;
  const item = office.context.mailbox.item as unknown as Record<string, () => void>;
  for (const blocked of [
    context['ui']!['displayDialogAsync'],
    context['ui']!['messageParent'],
    context['auth']!['getAccessToken'],
    mailbox['displayNewMessageForm'],
    mailbox['displayMessageForm'],
    item['close'],
  ]) {
    expect(blocked).toThrow(/may not/);
  }
});

test('a pane hears no events, and finds what an alert left for it', async () => {
  const { item, calls, send } = await readyPane({ 'initializationContext.get': () => '{"a":1}' });
  send({ kind: 'office.event', name: 'launchEvent', detail: { id: 1, handler: 'onMessageSend' } });
  expect(calls.some(({ name }) => name.startsWith('launchEvent'))).toBe(false);
  const get = item['getInitializationContextAsync'] as unknown as OfficeMethod;
  expect(
    await resultOf((callback) => {
      get(callback);
    }),
  ).toMatchObject({ value: '{"a":1}' });
});

describe('a dialog', () => {
  const ownOrigin = 'http://localhost:3001';
  const own = `${ownOrigin}/pane/sign-in.html`;

  interface DialogUi {
    displayDialogAsync: OfficeMethod;
    messageParent: (message: unknown, options?: object) => void;
  }
  interface OpenDialog {
    addEventHandler(type: string, handler: (event: object) => void): void;
    close(): void;
  }

  /** A pane that may open windows, which are in the test's hands. */
  async function paneWithWindows({ blocked = false, status = 200 } = {}) {
    const opened = { closed: false, close: vi.fn(() => (opened.closed = true)) };
    const open = vi.fn<(address: string) => object | null>(() => (blocked ? null : opened));
    const pane = openPane({}, (page) =>
      Object.assign(page, {
        location: new URL(`${ownOrigin}/pane/`),
        ...{ open, screen: { width: 1000, height: 800 } },
        fetch: () => Promise.resolve({ status }),
        ...{ setInterval, clearInterval, setTimeout },
      }),
    );
    await pane.office.onReady();
    const ui = (pane.office.context as unknown as { ui: DialogUi }).ui;
    const show = (address: unknown, options: object = {}) =>
      resultOf((callback) => {
        ui.displayDialogAsync(address, { promptBeforeOpen: false, ...options }, callback);
      });
    const events: object[] = [];
    const hear = ({ value }: AsyncResult) => {
      const dialog = value as OpenDialog;
      for (const type of ['dialogMessageReceived', 'dialogEventReceived']) {
        dialog.addEventHandler(type, (event) => events.push(event));
      }
      return dialog;
    };
    return { ...pane, opened, open, show, hear, events, ui };
  }

  test('shows a page of the add-in’s own in a window of its own, one at a time', async () => {
    const { show, open, hear } = await paneWithWindows();
    const first = await show(own, { width: 30, height: 50 });
    expect(first.status).toBe('succeeded');
    const address = new URL(open.mock.calls[0]![0]);
    expect(address.origin + address.pathname).toBe(own);
    expect(address.searchParams.get('_host_Info')).toContain('isDialog');
    expect((await show(own)).error?.code).toBe(12007);
    const dialog = hear(first);
    dialog.close();
    // Closing takes its time.
    expect((await show(own)).error?.code).toBe(12007);
    await vi.waitFor(async () => {
      expect((await show(own)).status).toBe('succeeded');
    });
  });

  test.each([
    ['another origin', 'https://lastmile.contoso.com/pane/sign-in.html', 12004],
    ['a page without HTTPS', 'http://lastmile.contoso.com/pane/sign-in.html', 12005],
    ['an address that is relative', '/pane/sign-in.html', 9902],
  ])('is refused for %s', async (_, address, code) => {
    const { show, open } = await paneWithWindows();
    expect((await show(address)).error?.code).toBe(code);
    expect(open).not.toHaveBeenCalled();
  });

  test('is refused in a frame, and where the browser lets no window open', async () => {
    const { show } = await paneWithWindows({ blocked: true });
    expect((await show(own, { displayInIframe: true })).error?.code).toBe(5000);
    expect((await show(own)).error?.code).toBe(12011);
    expect((await show(own)).error?.code).toBe(12011);
  });

  test('tells the pane what its own pages say, and when it was closed', async () => {
    const { show, hear, events, raiseMessage, opened } = await paneWithWindows();
    hear(await show(own));
    raiseMessage({ source: opened, origin: ownOrigin, data: 'hello' });
    raiseMessage({ source: opened, origin: 'https://stranger.example', data: 'forged' });
    raiseMessage({ source: {}, origin: ownOrigin, data: 'not the dialog' });
    opened.closed = true;
    await vi.waitFor(() => {
      expect(events).toEqual([
        { type: 'dialogMessageReceived', message: 'hello', origin: ownOrigin },
        { type: 'dialogEventReceived', error: 12006 },
      ]);
    });
    expect((await show(own)).status).toBe('succeeded');
  });

  test('reports a first page that is not there', async () => {
    const { show, hear, events } = await paneWithWindows({ status: 404 });
    hear(await show(own));
    await vi.waitFor(() => {
      expect(events).toEqual([{ type: 'dialogEventReceived', error: 12002 }]);
    });
  });

  test('is for no phone', async () => {
    const hello = () => ({
      ...(defaultAnswers['hello']!(undefined as never) as object),
      platform: 'iOS',
    });
    const { office } = await readyPane({ hello });
    const { ui } = office.context as unknown as { ui: DialogUi };
    const refused = await resultOf((callback) => {
      ui.displayDialogAsync(own, callback);
    });
    expect(refused.error?.code).toBe(5000);
    expect(office.context.requirements.isSetSupported('DialogApi', '1.1')).toBe(false);
  });

  test('has a page that may speak to its parent, to one of its own origin unless it says another', async () => {
    const posted: unknown[] = [];
    const kept = new Map<string, string>();
    const pageAt = (address: string) => {
      const page = {
        opener: { postMessage: (...message: unknown[]) => posted.push(message) },
        location: new URL(address),
        history: {},
        addEventListener: () => undefined,
        sessionStorage: {
          getItem: (name: string) => kept.get(name) ?? null,
          setItem: (name: string, value: string) => kept.set(name, value),
        },
      };
      Object.assign(page, { parent: page });
      runInNewContext(officeStandInScript(tenantOrigin), { window: page, URL, URLSearchParams });
      return (page as unknown as { Office: OfficeGlobal }).Office;
    };
    const alone = await pageAt(own).onReady();
    expect(alone).toEqual({ host: null, platform: null, addin: null });

    await pageAt(`${own}?_host_Info=Outlook$Web$16.01$en-GB$x$isDialog$$0`).onReady();
    // Come back from Entra, whose answer says nothing of Office.
    const office = pageAt(own);
    expect(await office.onReady()).toMatchObject({ host: 'Outlook' });
    const { ui } = office.context as unknown as { ui: DialogUi };
    ui.messageParent('hello');
    ui.messageParent('hello', { targetOrigin: 'https://lastmile.contoso.com' });
    expect(posted).toEqual([
      ['hello', ownOrigin],
      ['hello', 'https://lastmile.contoso.com'],
    ]);
    expect(() => {
      ui.messageParent({ not: 'a text' });
    }).toThrow();
  });
});

test('another stand-in is another version, so that no browser keeps an older one', async () => {
  const versionFor = async (origin: string) => {
    const files = createStandInFiles({ tenantOrigin: origin });
    const page = files(new Request('http://localhost:3001/pane/local-office-stand-in.html'));
    return /data-version="([^"]+)"/.exec((await page?.text()) ?? '')?.[1];
  };
  expect(await versionFor(tenantOrigin)).toBe(await versionFor(tenantOrigin));
  expect(await versionFor(tenantOrigin)).not.toBe(await versionFor('http://localhost:4000'));
});

test('the files are answered on the product origin, and nothing else is', async () => {
  const files = createStandInFiles({ tenantOrigin });
  const get = (path: string) => files(new Request(`http://localhost:3001${path}`));
  expect(await get('/pane/local-office-stand-in.js')?.text()).toContain('a simulation');
  expect(get('/pane/local-office-stand-in-sw.js')?.headers.get('Content-Type')).toContain(
    'text/javascript',
  );
  expect(get('/pane/local-office-stand-in.html')?.headers.get('Content-Security-Policy')).toContain(
    `frame-ancestors ${tenantOrigin}`,
  );
  expect(get('/pane/index.html')).toBeUndefined();
});
