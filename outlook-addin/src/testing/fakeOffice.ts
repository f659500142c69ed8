import { vi } from 'vitest';

interface Failure {
  name: string;
}
type Callback = (answer: { status: string; value?: unknown; error?: Failure }) => void;

export interface FakeOfficeOptions {
  host?: string | null;
  /** `null` for a pinned pane with nothing in front; `read` for a message being read. */
  item?: 'compose' | 'appointment' | 'read' | null;
  bodyType?: 'html' | 'text';
  subject?: string;
  sets?: Record<string, string>;
  theme?: { bodyBackgroundColor: string; bodyForegroundColor: string };
  /** Methods that fail, and with which of Office's errors. */
  failing?: Record<string, string>;
  /** @default 'OfficeOnline' */
  platform?: 'OfficeOnline' | 'iOS' | 'Android';
  /** Who wrote the message that is read. */
  from?: { displayName: string; emailAddress: string };
  /** Methods that never call back. */
  silent?: readonly string[];
}

/**
 * The calls of Office that the pane uses, in memory: each answers later, a fourth at once is refused as
 * Outlook does, and how many were pending at most is written down.
 */
export function installFakeOffice(options: FakeOfficeOptions = {}) {
  const done = {
    inserted: [] as [string, unknown][],
    prepended: [] as [string, unknown][],
    selection: { data: '', sourceProperty: 'body' },
    bodyModes: [] as unknown[],
    subject: options.subject ?? '',
    body: '',
    context: '',
    replies: [] as [string, unknown][],
    most: 0,
  };
  const session = new Map<string, unknown>();
  const handlers = new Map<string, (event: unknown) => void>();
  let pending = 0;

  const method =
    (name: string, work: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) => {
      const callback = given.find((value): value is Callback => typeof value === 'function');
      pending += 1;
      done.most = Math.max(done.most, pending);
      const error = pending > 3 ? 'TooManyIncompleteRequests' : options.failing?.[name];
      setTimeout(() => {
        if (options.silent?.includes(name) === true) return;
        pending -= 1;
        if (error !== undefined) callback?.({ status: 'failed', error: { name: error } });
        else callback?.({ status: 'succeeded', value: work(...given) });
      }, 1);
    };
  /** The handler is the function before the callback. */
  const addHandler = (type: unknown, handler: unknown, callback: unknown) => {
    method('addHandlerAsync', () => {
      handlers.set(String(type), handler as (event: unknown) => void);
    })(callback);
  };

  const people = method('recipients', () => [
    { displayName: 'Marta Lindqvist', emailAddress: 'marta@northwind.example' },
  ]);
  const compose = () => ({
    ...(options.item === 'appointment'
      ? { requiredAttendees: { getAsync: people } }
      : {
          to: { getAsync: people },
          from: {
            getAsync: method('from', () => ({
              displayName: 'Ben (delegate)',
              emailAddress: 'team@brightwater.example',
            })),
          },
        }),
    subject: {
      getAsync: method('subject.get', () => done.subject),
      setAsync: method('subject.set', (text) => {
        done.subject = String(text);
      }),
    },
    body: {
      getTypeAsync: method('getType', () => options.bodyType ?? 'html'),
      getAsync: method('body.get', (_, how) => {
        done.bodyModes.push((how as { bodyMode?: unknown }).bodyMode);
        return done.body;
      }),
      setAsync: method('body.set', (data, how) => {
        done.bodyModes.push((how as { bodyMode?: unknown }).bodyMode);
        done.body = String(data);
      }),
      setSelectedDataAsync: method('insert', (data, how) => {
        done.inserted.push([String(data), (how as { coercionType: unknown }).coercionType]);
      }),
      prependAsync: method('prepend', (data, how) => {
        done.prepended.push([String(data), (how as { coercionType: unknown }).coercionType]);
      }),
    },
    getSelectedDataAsync: method('selection', () => done.selection),
    getComposeTypeAsync: method('composeType', () => ({ composeType: 'reply' })),
    sessionData: {
      getAsync: method('session.get', (name) => session.get(String(name)) ?? ''),
      setAsync: method('session.set', (name, value) => session.set(String(name), value)),
    },
    getInitializationContextAsync: method('context.get', () => done.context),
    addHandlerAsync: addHandler,
  });
  const read = () => ({
    subject: options.subject ?? '',
    from: options.from ?? {
      displayName: 'Marta Lindqvist',
      emailAddress: 'marta@northwind.example',
    },
    to: [{ displayName: 'Helen Tanaka', emailAddress: 'helen@orchard.example' }],
    body: {},
    displayReplyForm: (form: unknown) => done.replies.push(['older', form]),
    displayReplyFormAsync: method('reply', (form) => done.replies.push(['newer', form])),
  });
  const items = { compose, appointment: compose, read };

  const sets = options.sets ?? { Mailbox: '1.15', NestedAppAuth: '1.1' };
  const context = {
    displayLanguage: 'de-DE',
    partitionKey: 'partition-',
    officeTheme: options.theme,
    requirements: {
      isSetSupported: (name: string, version: string) =>
        sets[name] !== undefined &&
        Number(version.split('.')[1]) <= Number(sets[name].split('.')[1]),
    },
    mailbox: {
      item: options.item === null ? null : items[options.item ?? 'compose'](),
      userProfile: { displayName: 'Ben Okoro', emailAddress: 'ben@brightwater.example' },
      addHandlerAsync: addHandler,
    },
  };
  const host = options.host === undefined ? 'Outlook' : options.host;
  vi.stubGlobal('Office', {
    onReady: () => Promise.resolve({ host, platform: options.platform ?? 'OfficeOnline' }),
    CoercionType: { Html: 'html', Text: 'text' },
    MailboxEnums: { BodyMode: { FullBody: 0, HostConfig: 1 } },
    EventType: {
      ItemChanged: 'itemChanged',
      OfficeThemeChanged: 'themeChanged',
      RecipientsChanged: 'recipientsChanged',
      InitializationContextChanged: 'contextChanged',
    },
    context: host === null ? {} : context,
  });
  return {
    done,
    session,
    /** Another item comes in front of the pinned pane. */
    turnTo(item: 'compose' | 'read' | null) {
      context.mailbox.item = item === null ? null : items[item]();
      handlers.get('itemChanged')?.({});
    },
    raise(type: string, event: unknown = {}) {
      handlers.get(type)?.(event);
    },
    listensTo: (type: string) => handlers.has(type),
  };
}
