import { readFills, sessionNames, writeFills } from '@last-mile/shared/on-send';
import type { HostTheme } from '@last-mile/shared/ui';
import {
  MessageCallFailed,
  type ComposeMessage,
  type Composing,
  type MessagePerson,
} from '../features/library/composeMessage';
import { composingBySubject } from '../features/library/subjectMarks';
import type { KeptSettings } from '../features/adoption/keptObservations';
import type { ReadMessage } from '../features/library/readMessage';
import { createOfficeCalls, type RunOfficeCall } from './officeCalls';
import { themeOf } from './officeTheme';
import { createReadMessage, isBeingRead } from './readMessage';
import { restoreHistory } from './restoreHistory';

/** Outlook as the pane knows it. Only this and `officeDialog.ts` touch the `Office` global. */
export interface OfficeHost {
  /** Whose mailbox it is; null where Outlook does not tell. */
  readonly mailbox: MessagePerson | null;
  /** Prefix for what is kept in local storage (Outlook partitions it on the web); '' without one. */
  readonly partition: string;
  /** BCP 47 language of Outlook's own texts. */
  readonly displayLanguage: string;
  /** Whether this Outlook can ask Entra for a token on our behalf. */
  readonly nestedAppAuth: boolean;
  /** The message being written; null when a pinned pane has none, or it is being read. */
  readonly currentMessage: () => ComposeMessage | null;
  /** The message being read; null while one is written, or there is none. */
  readonly currentReading: () => ReadMessage | null;
  readonly onMessageChanged: (listener: () => void) => () => void;
  /** What Outlook keeps for this person on every device: where the events leave their numbers. */
  readonly settings: KeptSettings;
  readonly theme: () => HostTheme;
  readonly onThemeChanged: (listener: () => void) => () => void;
}

/** The page is not running inside Outlook, or Outlook's script did not come or answer. */
export class OutlookNotThere extends Error {
  constructor(readonly reason: 'noScript' | 'noAnswer' | 'otherHost') {
    super(`Outlook is not there: ${reason}`);
    this.name = 'OutlookNotThere';
  }
}

/** Most characters Outlook takes in one insertion (contracts E). */
const insertLimit = 1_000_000;
const subjectLimit = 255;

/** Waits for Outlook, at most `timeoutMs`. Throws {@link OutlookNotThere}. */
export async function connectToOutlook({ timeoutMs = 10_000 } = {}): Promise<OfficeHost> {
  restoreHistory(window);
  if (typeof Office === 'undefined') throw new OutlookNotThere('noScript');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new OutlookNotThere('noAnswer'));
    }, timeoutMs);
  });
  const { host, platform } = await Promise.race([Office.onReady(), silence]).finally(() => {
    clearTimeout(timer);
  });
  // A plain page gets an answer too, with no host and no mailbox.
  const context = Office.context as Partial<Office.Context> | undefined;
  const mailbox = context?.mailbox;
  if (String(host) !== 'Outlook' || context === undefined || mailbox === undefined) {
    throw new OutlookNotThere('otherHost');
  }
  const onPhone = ['iOS', 'Android'].includes(String(platform));
  return createOfficeHost(context, mailbox, { call: createOfficeCalls(), onPhone });
}

function createOfficeHost(
  context: Partial<Office.Context>,
  mailbox: Office.Mailbox,
  { call, onPhone }: { call: RunOfficeCall; onPhone: boolean },
): OfficeHost {
  const messageListeners = new Set<() => void>();
  const themeListeners = new Set<() => void>();
  let colours: Office.OfficeTheme | undefined = context.officeTheme;
  let opened = 0;
  let message = toComposeMessage();
  let reading = toReadMessage();

  function toComposeMessage() {
    const item = mailbox.item as Office.Item | null | undefined;
    if (!isBeingWritten(item)) return null;
    opened += 1;
    const sender = toPerson(mailbox.userProfile);
    return createComposeMessage(item, `message-${opened}`, { call, sender });
  }

  function toReadMessage() {
    const item = mailbox.item as Office.Item | null | undefined;
    if (isBeingWritten(item) || !isBeingRead(item)) return null;
    opened += 1;
    const reader = toPerson(mailbox.userProfile);
    return createReadMessage(item, `message-${opened}`, { call, reader, supports, onPhone });
  }

  // Mailbox 1.5: a pinned pane is told when another message is in front of it.
  if (supports('Mailbox', '1.5')) {
    void call<unknown>((done) => {
      mailbox.addHandlerAsync(
        Office.EventType.ItemChanged,
        () => {
          message?.leave();
          message = toComposeMessage();
          reading = toReadMessage();
          for (const listener of messageListeners) listener();
        },
        done,
      );
    }).catch(() => undefined);
  }

  const tellTheme = () => {
    for (const listener of themeListeners) listener();
  };
  if (supports('Mailbox', '1.14')) {
    void call<unknown>((done) => {
      mailbox.addHandlerAsync(
        Office.EventType.OfficeThemeChanged,
        (change: { officeTheme?: Office.OfficeTheme } | undefined) => {
          colours = change?.officeTheme ?? context.officeTheme;
          tellTheme();
        },
        done,
      );
    }).catch(() => undefined);
  }
  const forcedColours = window.matchMedia('(forced-colors: active)');
  forcedColours.addEventListener('change', tellTheme);

  return {
    mailbox: toPerson(mailbox.userProfile),
    partition: context.partitionKey ?? '',
    displayLanguage: context.displayLanguage ?? 'en-US',
    nestedAppAuth: supports('NestedAppAuth', '1.1'),
    currentMessage: () => message?.port ?? null,
    currentReading: () => reading,
    onMessageChanged: (listener) => subscribe(messageListeners, listener),
    settings: {
      get: (name) => context.roamingSettings?.get(name) as unknown,
      async save(name, value) {
        context.roamingSettings?.set(name, value);
        await call<unknown>((done) => {
          context.roamingSettings?.saveAsync(done);
        });
      },
    },
    theme: () => themeOf(colours, forcedColours.matches),
    onThemeChanged: (listener) => subscribe(themeListeners, listener),
  };
}

type WrittenItem = Office.MessageCompose | Office.AppointmentCompose;

/** Only an item being written lets its body be set; what is being read has no such method. */
function isBeingWritten(item: Office.Item | null | undefined): item is Office.Item & WrittenItem {
  const body = (item as Partial<WrittenItem> | null | undefined)?.body;
  return typeof body?.setSelectedDataAsync === 'function';
}

function createComposeMessage(
  item: WrittenItem,
  key: string,
  { call, sender }: { call: RunOfficeCall; sender: MessagePerson | null },
) {
  let left = false;

  /** A message that is no longer in front of the pane must not be written into. */
  const onThis = async <T>(start: Parameters<typeof call<T>>[0]): Promise<T> => {
    if (left) throw new MessageCallFailed('messageChanged');
    return call<T>(start);
  };

  const subject = () =>
    onThis<string>((done) => {
      item.subject.getAsync(done);
    });
  const bodyType = async () => {
    const type = await onThis<Office.CoercionType>((done) => {
      item.body.getTypeAsync(done);
    });
    return type === Office.CoercionType.Html ? 'html' : 'text';
  };
  const recipients = async (): Promise<MessagePerson[]> => {
    const people = await onThis<Office.EmailAddressDetails[]>((done) => {
      ('to' in item ? item.to : item.requiredAttendees).getAsync(done);
    });
    return people.flatMap((person) => toPerson(person) ?? []);
  };
  const author = async (): Promise<MessagePerson | null> => {
    if (!('from' in item) || !supports('Mailbox', '1.7')) return sender;
    const from = await onThis<Office.EmailAddressDetails>((done) => {
      item.from.getAsync(done);
    }).catch(() => null);
    return toPerson(from) ?? sender;
  };
  let known: Composing | null = null;
  /** What it began as does not change: asked once, and told by the subject where Outlook does not. */
  const composing = async (text: string): Promise<Composing> => {
    if (known !== null) return known;
    if (!('getComposeTypeAsync' in item) || !supports('Mailbox', '1.10')) {
      return composingBySubject(text);
    }
    const told = await onThis<{ composeType: string }>((done) => {
      item.getComposeTypeAsync(done);
    }).catch(() => null);
    known = composeTypes[told?.composeType ?? ''] ?? composingBySubject(text);
    return known;
  };
  const hasSelection = async () => {
    if (!supports('Mailbox', '1.2')) return false;
    // With the cursor in neither body nor subject it is an error: then nothing is selected in the body.
    const selection = await onThis<{ data: string; sourceProperty: string } | null>((done) => {
      item.getSelectedDataAsync(Office.CoercionType.Html, done);
    }).catch(() => null);
    return selection?.sourceProperty === 'body' && selection.data !== '';
  };
  const setSubject = async (text: string) => {
    if (text.length > subjectLimit) throw new MessageCallFailed('tooLong');
    await onThis<unknown>((done) => {
      item.subject.setAsync(text, done);
    });
  };
  /** What the draft's session data holds under a name; '' for nothing. */
  const recall = async (name: string) => {
    if (!supports('Mailbox', '1.11')) return '';
    // An absent name is an error in some hosts and an empty answer in others: both mean none.
    return onThis<string>((done) => {
      item.sessionData.getAsync(name, done);
    }).catch((error: unknown) => {
      if (error instanceof MessageCallFailed && error.reason === 'refused') return '';
      throw error;
    });
  };
  const inserted = async () => readFills(await recall(sessionNames.fills));

  const remember = async (name: string, value: string) => {
    if (!supports('Mailbox', '1.11')) return;
    await onThis<unknown>((done) => {
      item.sessionData.setAsync(name, value, done);
    });
  };

  // Office takes handlers away only all at once: one is added when first needed, and stays.
  const listenerOf = (event: Office.EventType, since: string) => {
    const listeners = new Set<() => void>();
    let listening = false;
    return (listener: () => void) => {
      if (!listening && supports('Mailbox', since)) {
        listening = true;
        const tell = () => {
          for (const each of listeners) each();
        };
        void onThis<unknown>((done) => {
          item.addHandlerAsync(event, tell, done);
        }).catch(() => undefined);
      }
      return subscribe(listeners, listener);
    };
  };

  const port: ComposeMessage = {
    key,
    type: 'to' in item ? 'message' : 'appointment',
    async read() {
      const [to, from, text, selected, task] = await Promise.all([
        recipients(),
        author(),
        subject(),
        hasSelection(),
        recall(sessionNames.task).catch(() => ''),
      ]);
      return {
        to,
        sender: from,
        subject: text,
        composing: await composing(text),
        hasSelection: selected,
        taskKey: task === '' ? null : task,
      };
    },
    bodyType,
    hasSelection,
    async insert({ html, text }, place) {
      const type = await bodyType();
      const content = type === 'html' ? html : text;
      if (content.length > insertLimit) throw new MessageCallFailed('tooLong');
      const coercionType = coercionOf(type);
      await onThis<unknown>((done) => {
        if (place === 'start') item.body.prependAsync(content, { coercionType }, done);
        else item.body.setSelectedDataAsync(content, { coercionType }, done);
      });
      return type;
    },
    async readBody(part) {
      const type = await bodyType();
      const content = await onThis<string>((done) => {
        if (part === 'whole') item.body.getAsync(coercionOf(type), done);
        else item.body.getAsync(coercionOf(type), replyOnly(), done);
      });
      return { type, content };
    },
    async replaceBody({ type, content }) {
      if (content.length > insertLimit) throw new MessageCallFailed('tooLong');
      await onThis<unknown>((done) => {
        item.body.setAsync(content, { coercionType: coercionOf(type), ...replyOnly() }, done);
      });
    },
    setSubject,
    async setSubjectIfEmpty(text) {
      if ((await subject()).trim() !== '') return 'kept';
      await setSubject(text);
      return 'set';
    },
    inserted,
    async rememberInserted(fill) {
      await remember(sessionNames.fills, writeFills([...(await inserted()), fill]));
    },
    async forgetInserted({ itemKey, at }) {
      const others = (await inserted()).filter((one) => one.itemKey !== itemKey || one.at !== at);
      await remember(sessionNames.fills, writeFills(others));
    },
    rememberTask: (taskKey) => remember(sessionNames.task, taskKey ?? ''),
    async sendAlert() {
      if (!supports('Mailbox', '1.14')) return '';
      const context = await onThis<string>((done) => {
        item.getInitializationContextAsync(done);
      });
      return alertIn(context);
    },
    onSendAlert: listenerOf(Office.EventType.InitializationContextChanged, '1.15'),
    async addIdle(milliseconds) {
      const before = Number(await recall(sessionNames.idle));
      await remember(sessionNames.idle, String(before + milliseconds));
    },
    onRecipientsChanged: listenerOf(Office.EventType.RecipientsChanged, '1.7'),
  };
  return {
    port,
    /** The pane now looks at something else. */
    leave() {
      left = true;
    },
  };
}

/** What `events.js` hands to the pane that its alert opens; any other context says nothing. */
function alertIn(context: string): string {
  try {
    const { alert } = JSON.parse(context) as { alert?: unknown };
    return typeof alert === 'string' ? alert : '';
  } catch {
    return '';
  }
}

/** `MailboxEnums.ComposeType` in our words. */
const composeTypes: Readonly<Record<string, Composing | undefined>> = {
  newMail: 'new',
  reply: 'reply',
  forward: 'forward',
};

/**
 * Reads and writes the body as the person's Outlook shows it: grouped by conversation, the thread below a
 * reply is neither read nor written. Classic Outlook and the one for Mac take no notice of it, both ways.
 */
const replyOnly = () => ({ bodyMode: Office.MailboxEnums.BodyMode.HostConfig });

const coercionOf = (type: 'html' | 'text') =>
  type === 'html' ? Office.CoercionType.Html : Office.CoercionType.Text;

/** `Office.context.requirements` is missing outside a host, and asking then throws. */
function supports(set: string, version: string): boolean {
  const requirements = Office.context.requirements as Office.RequirementSetSupport | undefined;
  try {
    return requirements?.isSetSupported(set, version) ?? false;
  } catch {
    return false;
  }
}

function toPerson(
  details: { displayName?: string; emailAddress?: string } | null | undefined,
): MessagePerson | null {
  const { displayName = '', emailAddress = '' } = details ?? {};
  return displayName === '' && emailAddress === '' ? null : { displayName, emailAddress };
}

function subscribe(listeners: Set<() => void>, listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
