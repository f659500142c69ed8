import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import { eventsPerRequest, type DeviceEvent } from '../adoption';
import type { FeedbackRequest, HelpedRequest, Suggestion, WalkRequest } from '../feedback';
import type { Refusal } from '../problem';
import type { ApiClient } from './apiClient';
import { ApiProblem } from './apiProblem';
import type { FormPath, Forms, WaitingForm } from './forms';

/** What waits on a device to be sent. */
export type Waiting =
  | {
      readonly type: 'feedback';
      readonly request: FeedbackRequest;
      /** Why the API will never take it as it is; it is kept for its author to mend. */
      readonly refusal?: Refusal;
    }
  | {
      readonly type: 'answer';
      /** Key of the feedback it is about. */
      readonly feedbackKey: string;
      readonly request: HelpedRequest;
      readonly refusal?: Refusal;
    }
  | { readonly type: 'vote'; readonly suggestionKey: string; readonly vote: boolean }
  | {
      readonly type: 'walk';
      readonly caseKey: string;
      readonly request: WalkRequest;
      readonly refusal?: Refusal;
    }
  | ({ readonly type: 'form'; readonly refusal?: Refusal } & WaitingForm)
  | { readonly type: 'event'; readonly event: DeviceEvent };

type Words = Extract<Waiting, { request: unknown }>;

/** Words the API would not take when they were sent later, with its reason. */
export interface RefusedFeedback {
  readonly request: Pick<FeedbackRequest, 'clientKey' | 'text'>;
  readonly refusal: Refusal;
}

/** A form that has not arrived; one that was refused when it was sent later is for its author to mend. */
export interface UnsentForm<Path extends FormPath> {
  readonly request: Forms[Path];
  readonly refusal: Refusal | null;
}

export interface UnsentQueueOptions {
  /** Whose words these are (`tid.oid`): another person on the same device never sends them. */
  readonly account: string;
  readonly client: Pick<
    ApiClient,
    'sendFeedback' | 'answerHelped' | 'voteFor' | 'walkCase' | 'sendForm' | 'sendEvents'
  >;
}

/**
 * Keeps what a person typed or did on this device until the API has it. A thing is stored before the
 * first attempt and removed after the receipt; its key makes a second send harmless. Words the API
 * refuses for good are thrown back to the form, or kept as {@link RefusedFeedback} when no form is
 * open any more; an event or a vote it refuses can never be counted and is dropped.
 */
export function createUnsentQueue({ account, client }: UnsentQueueOptions) {
  const store: UseStore = createStore(`last-mile-unsent-${account}`, 'waiting');
  const watchers = new Set<(waiting: number) => void>();
  let flushing: Promise<void> | undefined;
  let nextFlush: Promise<void> | undefined;
  const sentLater = new Map<Waiting['type'], number>();

  async function keep(key: string, waiting: Waiting) {
    await set(key, waiting, store);
    await tell();
  }

  async function forget(...keys: string[]) {
    for (const key of keys) await del(key, store);
    await tell();
  }

  function countSent(type: Waiting['type']) {
    sentLater.set(type, (sentLater.get(type) ?? 0) + 1);
  }

  async function tell() {
    const waiting = await count();
    for (const watcher of watchers) watcher(waiting);
  }

  async function count() {
    const kept = await entries<string, Waiting>(store);
    return kept.filter(([, entry]) => !isRefused(entry)).length;
  }

  /** Sends one piece of feedback now if it can be had, else keeps it. Throws what the API refuses for good. */
  const sendFeedback = (request: FeedbackRequest) => sendOrKeep({ type: 'feedback', request });

  /** The same with what a reporter answers to "Did that help?". */
  const answerHelped = (feedbackKey: string, request: HelpedRequest) =>
    sendOrKeep({ type: 'answer', feedbackKey, request });

  /** The same with what a person saw when they walked a case. */
  const sendWalk = (caseKey: string, request: WalkRequest) =>
    sendOrKeep({ type: 'walk', caseKey, request });

  /** The same with a short form. */
  const sendForm = <Path extends FormPath>(path: Path, request: Forms[Path]) =>
    sendOrKeep({ type: 'form', path, request } as Words);

  async function sendOrKeep(words: Words): Promise<'sent' | 'kept'> {
    const key = words.request.clientKey;
    await keep(key, words);
    try {
      await send(words);
    } catch (error) {
      if (isRefusal(error)) {
        await forget(key);
        throw error;
      }
      return 'kept';
    }
    await forget(key);
    return 'sent';
  }

  /**
   * Votes for a suggestion, or takes the vote back, now if it can be had; else keeps what is wanted last.
   * Answers the suggestion as it is afterwards; throws what the API refuses for good.
   */
  async function voteFor(suggestionKey: string, vote: boolean): Promise<Suggestion | 'kept'> {
    const key = voteKey(suggestionKey);
    const kept: Waiting = { type: 'vote', suggestionKey, vote };
    // It waits only once it could not be sent.
    await set(key, kept, store);
    try {
      const after = await client.voteFor(suggestionKey, vote);
      await forget(key);
      return after;
    } catch (error) {
      if (isRefusal(error)) {
        await forget(key);
        throw error;
      }
      await tell();
      return 'kept';
    }
  }

  async function sendVote(vote: Extract<Waiting, { type: 'vote' }>): Promise<void> {
    try {
      await client.voteFor(vote.suggestionKey, vote.vote);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    countSent(vote.type);
    const key = voteKey(vote.suggestionKey);
    // Pressed again meanwhile: that goes next.
    const kept = await get<Waiting>(key, store);
    if (kept?.type === 'vote' && kept.vote === vote.vote) await forget(key);
  }

  function send(words: Words): Promise<unknown> {
    switch (words.type) {
      case 'feedback':
        return client.sendFeedback(words.request);
      case 'answer':
        return client.answerHelped(words.feedbackKey, words.request);
      case 'walk':
        return client.walkCase(words.caseKey, words.request);
      case 'form':
        return client.sendForm(words.path, words.request);
    }
  }

  /**
   * Sends a batch. One that is refused as a whole goes in halves, so that what cannot be taken is found
   * and dropped, and stops nothing behind it.
   */
  async function sendEvents(batch: readonly DeviceEvent[]): Promise<void> {
    try {
      await client.sendEvents(batch);
    } catch (error) {
      if (!isAboutContent(error)) throw error;
      if (batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await sendEvents(batch.slice(0, middle));
        await sendEvents(batch.slice(middle));
        return;
      }
    }
    // Refused events can never be counted: they are settled like the accepted ones.
    await forget(...batch.map((event) => event.clientKey));
  }

  async function flushOnce() {
    const waiting = await entries<string, Waiting>(store);
    const events = waiting.flatMap(([, entry]) => (entry.type === 'event' ? [entry.event] : []));
    for (let from = 0; from < events.length; from += eventsPerRequest) {
      await sendEvents(events.slice(from, from + eventsPerRequest));
    }
    for (const [key, entry] of waiting) {
      if (entry.type === 'event' || isRefused(entry)) continue;
      if ((await get(key, store)) === undefined) continue;
      if (entry.type === 'vote') {
        await sendVote(entry);
        continue;
      }
      try {
        await send(entry);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        await keep(key, { ...entry, refusal: { code: error.code, message: error.message } });
        continue;
      }
      countSent(entry.type);
      await forget(key);
    }
  }

  /** One at a time. What was kept since the one under way began goes with the next. */
  function flush(): Promise<void> {
    if (flushing !== undefined) {
      nextFlush ??= flushing.then(() => {
        nextFlush = undefined;
        return flush();
      });
      return nextFlush;
    }
    flushing = flushOnce()
      .catch(() => undefined)
      .finally(() => {
        flushing = undefined;
      });
    return flushing;
  }

  return {
    sendFeedback,
    answerHelped,
    voteFor,
    sendWalk,
    sendForm,
    /** Counts an action; it is sent with the next flush. */
    async count(...events: DeviceEvent[]) {
      for (const event of events) await keep(event.clientKey, { type: 'event', event });
    },
    /** Sends what waits by now. Never throws: what could not be sent goes on waiting. */
    flush,
    /** How many things wait on this device to be sent. */
    waiting: count,
    /** Words that wait on this device to be sent. */
    async unsentFeedback(): Promise<FeedbackRequest[]> {
      const kept = await entries<string, Waiting>(store);
      return kept.flatMap(([, entry]) =>
        entry.type === 'feedback' && !isRefused(entry) ? [entry.request] : [],
      );
    },
    /** Votes that wait on this device to be sent, by the key of the suggestion. */
    async unsentVotes(): Promise<ReadonlyMap<string, boolean>> {
      const kept = await entries<string, Waiting>(store);
      return new Map(
        kept.flatMap(([, entry]) =>
          entry.type === 'vote' ? [[entry.suggestionKey, entry.vote] as const] : [],
        ),
      );
    },
    /** How many things of a type that waited have been sent since the queue was made. */
    sentLater: (type: Waiting['type']) => sentLater.get(type) ?? 0,
    /** Keys of the cases of which a walk waits on this device to be sent. */
    async unsentWalks(): Promise<string[]> {
      const kept = await entries<string, Waiting>(store);
      return kept.flatMap(([, entry]) =>
        entry.type === 'walk' && !isRefused(entry) ? [entry.caseKey] : [],
      );
    },
    /** Forms for a route that wait on this device to be sent, and those that were refused later. */
    async unsentForms<Path extends FormPath>(path: Path): Promise<UnsentForm<Path>[]> {
      const kept = await entries<string, Waiting>(store);
      return kept.flatMap(([, entry]) =>
        entry.type === 'form' && entry.path === path
          ? [{ request: entry.request as Forms[Path], refusal: entry.refusal ?? null }]
          : [],
      );
    },
    /** Words that were refused while no form was open, so that their author can mend and resend them. */
    async refused(): Promise<RefusedFeedback[]> {
      const kept = await entries<string, Waiting>(store);
      return kept.flatMap(([, entry]) =>
        !('request' in entry) || entry.type === 'form' || entry.refusal === undefined
          ? []
          : [{ request: wordsOf(entry), refusal: entry.refusal }],
      );
    },
    /** Forgets refused words or a refused form, once their author has sent them anew or thrown them away. */
    discardRefused: (clientKey: string) => forget(clientKey),
    /** Calls back with the number waiting whenever it changes; returns how to stop. */
    watch(watcher: (waiting: number) => void) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
}

/** The API answered, and the same request can never succeed. */
function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && !error.passing && error.status !== 401;
}

/** The API would take other words from this person now, but never these. */
function isAboutContent(error: unknown): boolean {
  return error instanceof ApiProblem && [400, 413, 422].includes(error.status);
}

/** What the person typed: all that can be given back to them. */
function wordsOf({ type, request }: Exclude<Words, { type: 'form' }>): RefusedFeedback['request'] {
  const { clientKey } = request;
  if (type === 'feedback') return { clientKey, text: request.text };
  return { clientKey, text: (type === 'answer' ? request.words : request.note) ?? '' };
}

function isRefused(entry: Waiting) {
  return 'request' in entry && entry.refusal !== undefined;
}

/** One for each suggestion: what is pressed last is what is wanted. */
const voteKey = (suggestionKey: string) => `vote ${suggestionKey}`;

export type UnsentQueue = ReturnType<typeof createUnsentQueue>;
