import 'fake-indexeddb/auto';
import { configure, render } from '@testing-library/react';
import { laterContent, type LibraryContent, type LibraryItem } from '@last-mile/shared/library';
import type { FeedbackItem, TabAddress } from '@last-mile/shared/feedback';
import type { DraftFill } from '@last-mile/shared/on-send';
import type { HelpersResponse } from '@last-mile/shared/practice';
import { usualCalendar, type MeResponse, type Programme } from '@last-mile/shared/programme';
import type { Workflow } from '@last-mile/shared/workflows';
import type { OfficeHost } from '../app/officeHost';
import { openAhead } from '../app/openAhead';
import { createPaneQueryClient, type PaneDoors } from '../app/paneQueries';
import type { SignIn } from '../app/signIn';
import { TaskPane } from '../app/TaskPane';
import type { Begun } from '../features/library/drawFirstRows';
import type { ComposeMessage, MessageContext } from '../features/library/composeMessage';
import type { ReadMessage } from '../features/library/readMessage';
import { createSnapshotStore } from '../features/library/snapshotStore';

// The first opening loads code on a machine that may be busy with other tests.
configure({ asyncUtilTimeout: 8_000 });

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const programme: Programme = {
  clientKey: crypto.randomUUID(),
  name: 'AI adoption',
  ownerId: 'owner',
  deputyIds: [],
  sponsorId: 'sponsor',
  groupId: 'group',
  channelId: null,
  startsOn: '2026-09-07',
  weeks: 8,
  targetActiveRate: 0.7,
  timeZone: 'Europe/Berlin',
  calendar: usualCalendar,
  jobFamilies: [
    { id: 'advisory', name: 'Client advisory' },
    { id: 'audit', name: 'Audit' },
  ],
};

export const meetingTask: Workflow = {
  clientKey: crypto.randomUUID(),
  task: 'After a client meeting',
  jobFamily: 'advisory',
  purpose: '',
  steps: [],
};

export function person(part: Partial<MeResponse> = {}): MeResponse {
  return {
    userId: 'ben',
    displayName: 'Ben Okoro',
    roles: [],
    programme,
    standing: 'member',
    jobFamily: 'advisory',
    sampleData: false,
    ...part,
  };
}

export function libraryItemOf(content: Partial<LibraryContent> = {}): LibraryItem {
  return {
    clientKey: crypto.randomUUID(),
    status: 'published',
    content: {
      kind: 'template',
      title: 'Follow-up after a meeting',
      purpose: 'Confirms what was agreed.',
      body: '<p>Dear {{recipientFirstName}}, as agreed by {{deadline}}.</p>',
      subject: 'What we agreed with {{company}}',
      jobFamilies: ['advisory'],
      taskKey: null,
      assistant: null,
      language: 'en-GB',
      tags: [],
      checkBeforeTrusting: 'The date is the agreed one.',
      ...laterContent,
      ...content,
    },
    author: { userId: 'ines', name: 'Ines Duarte' },
    importedBy: null,
    sourceUrl: null,
    provenance: { origin: 'written', sessionKey: null },
    sharedFrom: null,
    copiedFrom: null,
    owner: null,
    translationOf: null,
    basedOn: null,
    originalVersion: null,
    originalChanged: false,
    stale: false,
    reviewOn: null,
    modifiedAt: '2026-11-20T09:00:00Z',
    version: 3,
    eTag: null,
    proposal: null,
    writers: [],
    editorIds: [],
    returned: null,
  };
}

/** A flag of one's own, as the API shows it. */
export function ownFlag(part: Partial<FeedbackItem> = {}): FeedbackItem {
  return {
    clientKey: crypto.randomUUID(),
    kind: 'flag',
    reason: 'wrong',
    reachedClient: false,
    about: { type: 'aiOutput' },
    text: 'It invented a fee',
    reporter: 'you',
    surface: 'outlook',
    state: 'new',
    outcome: null,
    outcomeReference: null,
    outcomeLink: null,
    submittedAt: '2026-11-20T09:00:00Z',
    dueOn: '2026-11-24',
    overdue: false,
    delivered: true,
    output: null,
    caseConsent: false,
    outcomeNote: null,
    respondedAt: null,
    closedAt: null,
    helped: null,
    helpedWords: null,
    reopened: 0,
    mergedInto: null,
    heldBack: false,
    ...part,
  };
}

/** A message that remembers what was done to it. */
export function composeMessageOf(
  options: Partial<MessageContext> & {
    bodyType?: 'html' | 'text';
    refusal?: Error;
    sendAlert?: string;
  } = {},
) {
  const written: { html: string; text: string }[] = [];
  const inserted: DraftFill[] = [];
  let subject = options.subject ?? '';
  let body = '<p>My own words</p>';
  let selected = '';
  let task: string | null = null;
  const message: ComposeMessage = {
    key: crypto.randomUUID(),
    type: 'message',
    read: () =>
      Promise.resolve({
        to: options.to ?? [
          { displayName: 'Marta Lindqvist', emailAddress: 'marta@northwind.example' },
        ],
        sender: { displayName: 'Ben Okoro', emailAddress: 'ben@brightwater.example' },
        subject,
        composing: options.composing ?? 'new',
        hasSelection: selected !== '',
        taskKey: task,
      }),
    bodyType: () => Promise.resolve(options.bodyType ?? 'html'),
    hasSelection: () => Promise.resolve(selected !== ''),
    insert: (content, place) => {
      if (options.refusal !== undefined) return Promise.reject(options.refusal);
      written.push(content);
      if (place === 'selection') body = body.replace(selected, content.html);
      else body = content.html + body;
      selected = '';
      return Promise.resolve(options.bodyType ?? 'html');
    },
    readBody: () => Promise.resolve({ type: options.bodyType ?? 'html', content: body }),
    replaceBody: ({ content }) => {
      body = content;
      return Promise.resolve();
    },
    setSubject: (text) => {
      subject = text;
      return Promise.resolve();
    },
    setSubjectIfEmpty: (text) => {
      if (subject !== '') return Promise.resolve('kept');
      subject = text;
      return Promise.resolve('set');
    },
    inserted: () => Promise.resolve(inserted),
    rememberInserted: (template) => {
      inserted.push(template);
      return Promise.resolve();
    },
    forgetInserted: (template) => {
      inserted.splice(inserted.indexOf(template), 1);
      return Promise.resolve();
    },
    rememberTask: (taskKey) => {
      task = taskKey;
      return Promise.resolve();
    },
    sendAlert: () => Promise.resolve(options.sendAlert ?? ''),
    onSendAlert: () => () => undefined,
    addIdle: () => Promise.resolve(),
    onRecipientsChanged: () => () => undefined,
  };
  return {
    message,
    written,
    inserted,
    subject: () => subject,
    body: () => body,
    task: () => task,
    /** The person selects a stretch of the message. */
    select: (stretch: string) => {
      selected = stretch;
    },
    /** The person writes in the message. */
    write: (edit: (before: string) => string) => {
      body = edit(body);
    },
  };
}

/** A message that is read, which writes down what it was answered with. */
export function readMessageOf(
  options: { subject?: string; onPhone?: boolean; refusal?: Error } = {},
) {
  const replies: string[] = [];
  const message: ReadMessage = {
    key: crypto.randomUUID(),
    answer: {
      to: [{ displayName: 'Marta Lindqvist', emailAddress: 'marta@northwind.example' }],
      sender: { displayName: 'Ben Okoro', emailAddress: 'ben@brightwater.example' },
      subject: options.subject ?? '',
      composing: 'reply',
      hasSelection: false,
      taskKey: null,
    },
    reply:
      options.onPhone === true
        ? null
        : (html) => {
            if (options.refusal !== undefined) return Promise.reject(options.refusal);
            replies.push(html);
            return Promise.resolve();
          },
  };
  return { message, replies };
}

interface Answers {
  me?: MeResponse;
  items?: readonly LibraryItem[];
  total?: number;
  workflows?: readonly Workflow[];
  mine?: readonly FeedbackItem[];
  helpers?: HelpersResponse;
}

/** An API that answers as `answers` say, or not at all while it is `away`. */
export function createFakeApi(answers: Answers = {}) {
  const sent: { path: string; body: unknown }[] = [];
  const api = { away: false, sent, answers };
  const answer = (path: string): unknown => {
    const items = api.answers.items ?? [libraryItemOf()];
    if (path.startsWith('/api/me')) return api.answers.me ?? person();
    if (path.startsWith('/api/workflows')) return { workflows: api.answers.workflows ?? [] };
    if (path.startsWith('/api/library')) {
      const total = api.answers.total ?? items.length;
      return { items, total, cursor: null, asOf: '2026-11-23T10:00:00Z' };
    }
    if (path.startsWith('/api/events')) return { accepted: 1, known: 0, refused: [] };
    if (path === '/api/feedback/mine') {
      return { items: api.answers.mine ?? [], asOf: '2026-11-23T10:00:00Z' };
    }
    if (path.startsWith('/api/practice')) return api.answers.helpers;
    if (path.startsWith('/api/feedback')) {
      return { clientKey: crypto.randomUUID(), state: 'accepted', dueOn: '2026-11-25' };
    }
    throw new Error(`Nothing answers ${path}.`);
  };
  const send: typeof fetch = (input, init) => {
    if (api.away) return Promise.reject(new TypeError('fetch failed'));
    const path = input instanceof Request ? input.url : input.toString();
    if (typeof init?.body === 'string') sent.push({ path, body: JSON.parse(init.body) as unknown });
    return Promise.resolve(new Response(JSON.stringify(answer(path))));
  };
  return Object.assign(api, { fetch: send });
}

export interface PaneOptions {
  message?: ComposeMessage | null;
  /** A message that is read; then none is written. */
  reading?: ReadMessage;
  api?: ReturnType<typeof createFakeApi>;
  signIn?: SignIn;
  mailbox?: string;
  /** What was begun in the first rows. */
  begun?: Begun;
  connect?: () => Promise<OfficeHost>;
  /** @default an app that Teams knows */
  tab?: TabAddress | null;
}

const knownTab: TabAddress = {
  teamsAppId: 'app',
  tenantId: 'tenant',
  publicOrigin: 'https://last-mile.example',
};

/** A sign-in that works at once, as the person with this account. */
export function signInAs(account: string): SignIn {
  const signedIn = () => Promise.resolve({ accessToken: 'token', account });
  return { silently: signedIn, withDialog: signedIn };
}

/** Opens the real pane on a host and an API of the test's making. */
export function openPane(options: PaneOptions = {}) {
  const api = options.api ?? createFakeApi();
  const mailbox = options.mailbox ?? crypto.randomUUID();
  const messageListeners = new Set<() => void>();
  const reading = options.reading ?? null;
  let message =
    options.message === undefined && reading === null
      ? composeMessageOf().message
      : (options.message ?? null);
  const host: OfficeHost = {
    mailbox: { displayName: 'Ben Okoro', emailAddress: mailbox },
    partition: '',
    displayLanguage: 'en-GB',
    nestedAppAuth: true,
    currentMessage: () => message,
    currentReading: () => reading,
    onMessageChanged: (listener) => {
      messageListeners.add(listener);
      return () => messageListeners.delete(listener);
    },
    settings: { get: () => undefined, save: () => Promise.resolve() },
    theme: () => 'default',
    onThemeChanged: () => () => undefined,
  };
  const queries = createPaneQueryClient();
  const doors: PaneDoors = {
    connect: options.connect ?? (() => Promise.resolve(host)),
    createSignIn: () => options.signIn ?? signInAs(`tenant.${mailbox}`),
    snapshots: createSnapshotStore(indexedDB),
    storage: localStorage,
    tab: options.tab === undefined ? knownTab : options.tab,
    takeBegun: () => options.begun ?? null,
    takeFetched: () => Promise.resolve(null),
    fetch: api.fetch,
  };
  let close: () => void = () => undefined;
  void openAhead(queries, doors).then(() => {
    close = render(<TaskPane nonce={null} queries={queries} doors={doors} />).unmount;
  });
  return {
    /** The person closes the pane. */
    close: () => {
      close();
    },
    api,
    /** Another message comes in front of the pinned pane. */
    turnTo(next: ComposeMessage | null) {
      message = next;
      for (const listener of messageListeners) listener();
    },
  };
}
