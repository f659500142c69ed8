import { createContext, runInContext, type Context } from 'node:vm';

interface Answer {
  status: 'succeeded' | 'failed';
  value?: unknown;
}
type Callback = (answer: Answer) => void;

export interface BareOutlookOptions {
  readonly subject?: string;
  readonly body?: { readonly type: 'html' | 'text'; readonly content: string };
  readonly to?: readonly string[];
  readonly attachments?: readonly { readonly isInline: boolean }[];
  readonly session?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly displayLanguage?: string;
  readonly mailbox?: number;
  /** Calls by name (`body.getAsync`) that fail, throw, never answer, or are not there. */
  readonly broken?: Readonly<Record<string, 'fails' | 'throws' | 'silent' | 'missing'>>;
  /** Milliseconds that every call takes. */
  readonly slowMs?: number;
  /** Leaves out `setTimeout`, which no standard promises. */
  readonly withoutTimers?: boolean;
}

/**
 * Classic Outlook for Windows as far as an event handler meets it: a JavaScript engine of 2016 with
 * nothing but `Office` in it. No page, modules, storage, `fetch` or `crypto`; a simulation, no Outlook.
 */
export function startBareOutlook(script: string, options: BareOutlookOptions = {}) {
  const session: Record<string, string> = { ...options.session };
  let kept: Record<string, unknown> = { ...options.settings };
  const handlers: Record<string, (event: object) => void> = {};
  let pending = 0;
  const seen = { mostPending: 0, saves: 0 };

  const method = (name: string, work: (...given: unknown[]) => unknown) => {
    const fault = options.broken?.[name];
    if (fault === 'missing') return undefined;
    return (...given: unknown[]) => {
      if (fault === 'throws') throw new Error(`${name} is broken`);
      const callback = given.find((one): one is Callback => typeof one === 'function');
      // A call that Outlook forgot is one it no longer counts.
      if (fault === 'silent') return;
      pending += 1;
      seen.mostPending = Math.max(seen.mostPending, pending);
      // Outlook on the web refuses a fourth call while three are pending.
      const isRefused = pending > 3;
      const answer = () => {
        pending -= 1;
        if (fault === 'fails' || isRefused) callback?.({ status: 'failed' });
        else callback?.({ status: 'succeeded', value: work(...given) });
      };
      if (options.slowMs === undefined) queueMicrotask(answer);
      else setTimeout(answer, options.slowMs);
    };
  };
  const people = (name: string, addresses: readonly string[]) => ({
    getAsync: method(name, () =>
      addresses.map((emailAddress) => ({ displayName: '', emailAddress })),
    ),
  });
  const body = options.body ?? { type: 'html', content: '<p>Hello</p>' };
  const settings = { ...kept };
  const item = {
    subject: { getAsync: method('subject.getAsync', () => options.subject ?? 'Hello') },
    body: {
      getTypeAsync: method('body.getTypeAsync', () => body.type),
      getAsync: method('body.getAsync', () => body.content),
    },
    to: people('to.getAsync', options.to ?? ['marta@northwind.example']),
    cc: people('cc.getAsync', []),
    bcc: people('bcc.getAsync', []),
    getAttachmentsAsync: method('getAttachmentsAsync', () => options.attachments ?? []),
    sessionData: {
      getAllAsync: method('sessionData.getAllAsync', () => ({ ...session })),
      setAsync: method('sessionData.setAsync', (name, value) => {
        session[String(name)] = String(value);
      }),
    },
  };
  const office = {
    actions: {
      associate: (name: string, handle: (event: object) => void) => (handlers[name] = handle),
    },
    context: {
      displayLanguage: options.displayLanguage ?? 'en-GB',
      mailbox: { item },
      requirements: {
        isSetSupported: (_: string, version: string) =>
          Number(version.split('.')[1]) <= (options.mailbox ?? 15),
      },
      roamingSettings: {
        get: (name: string) => settings[name],
        set: (name: string, value: unknown) => (settings[name] = value),
        saveAsync: method('roamingSettings.saveAsync', () => {
          seen.saves += 1;
          kept = structuredClone(settings);
        }),
      },
    },
  };
  const engine: Context = createContext({
    Office: office,
    ...(options.withoutTimers === true ? {} : { setTimeout }),
  });
  runInContext(asOf2016, engine);
  runInContext(script, engine);

  return {
    seen,
    session: () => session,
    settings: () => kept,
    handlers: () => Object.keys(handlers),
    /** Raises an event; gives every completion within `patienceMs` of the first. */
    async raise(name: string, patienceMs = 0) {
      const completions: (Record<string, unknown> | undefined)[] = [];
      await new Promise<void>((resolve) => {
        handlers[name]?.({
          completed: (completion?: Record<string, unknown>) => {
            completions.push(completion);
            resolve();
          },
        });
      });
      await new Promise((resolve) => setTimeout(resolve, patienceMs));
      return completions;
    },
  };
}

/** Takes away what is younger than ECMAScript 2016, so that its use fails here as it would there. */
const asOf2016 = `
  const young = [
    [Object, ['entries', 'values', 'fromEntries', 'hasOwn', 'groupBy', 'getOwnPropertyDescriptors']],
    [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['padStart', 'padEnd', 'trimStart', 'trimEnd', 'matchAll', 'replaceAll', 'at', 'isWellFormed']],
    [Promise, ['allSettled', 'any', 'withResolvers', 'try']],
    [Promise.prototype, ['finally']],
    [globalThis, ['BigInt', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'globalThis', 'WebAssembly', 'Intl', 'console']],
  ];
  for (const [owner, names] of young) for (const name of names) delete owner[name];
`;
