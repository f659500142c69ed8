import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { DeviceEvent } from '../adoption';
import type { FeedbackRequest, HelpedRequest, Suggestion, WalkRequest } from '../feedback';
import type { TimingRequest } from '../workflows';
import { ApiProblem, ApiUnreachable } from './apiProblem';
import { createUnsentQueue } from './unsentQueue';

const flag = (): FeedbackRequest => ({
  clientKey: crypto.randomUUID(),
  kind: 'flag',
  reason: 'wrong',
  reachedClient: false,
  about: { type: 'tool' },
  text: 'It named the wrong client.',
  named: true,
  surface: 'outlook',
});

const event = (): DeviceEvent => ({
  clientKey: crypto.randomUUID(),
  kind: 'promptCopied',
  at: '2026-11-23T10:00:00Z',
  itemKey: crypto.randomUUID(),
  version: 1,
  surface: 'teams',
});

const suggestion: Suggestion = {
  ...{
    clientKey: '',
    about: { type: 'tool' },
    text: 'Ask for the fee first.',
    state: 'inProgress',
  },
  ...{ outcome: null, outcomeReference: null, outcomeLink: null, votes: 0, voted: false },
  ...{ submittedAt: '2026-11-20T10:00:00Z', own: false, shown: true },
};

/** A queue whose API answers as `answers` say, one after another; then it accepts everything. */
function queueWith(...answers: Error[]) {
  const sent: string[] = [];
  const next = () => {
    const answer = answers.shift();
    if (answer) throw answer;
  };
  const account = crypto.randomUUID();
  const client = {
    sendFeedback: async (request: FeedbackRequest) => {
      next();
      sent.push(request.clientKey);
      return { clientKey: request.clientKey, state: 'accepted' as const, dueOn: '2026-11-25' };
    },
    answerHelped: async (_key: string, request: HelpedRequest) => {
      next();
      sent.push(request.clientKey);
      return { clientKey: request.clientKey, state: 'accepted' as const };
    },
    voteFor: async (suggestionKey: string, vote: boolean) => {
      next();
      sent.push(`${suggestionKey} ${vote}`);
      return { ...suggestion, clientKey: suggestionKey, voted: vote };
    },
    walkCase: async (_key: string, request: WalkRequest) => {
      next();
      sent.push(request.clientKey);
      return { clientKey: request.clientKey, state: 'accepted' as const };
    },
    sendForm: async (_path: string, { clientKey }: { clientKey: string }) => {
      next();
      sent.push(clientKey);
      return { clientKey, state: 'accepted' as const };
    },
    sendEvents: async (events: readonly DeviceEvent[]) => {
      next();
      sent.push(...events.map(({ clientKey }) => clientKey));
      return { accepted: events.length, known: 0, refused: [] };
    },
  };
  return { sent, account, client, queue: createUnsentQueue({ account, client }) };
}

test('words that cannot be sent are kept and sent under the same key later, even after a restart', async () => {
  const { queue, sent, account, client } = queueWith(new ApiUnreachable('offline'));
  const request = flag();
  expect(await queue.sendFeedback(request)).toBe('kept');
  expect(await queue.waiting()).toBe(1);
  expect(await queue.unsentFeedback()).toEqual([request]);

  const restarted = createUnsentQueue({ account, client });
  await restarted.flush();
  expect(sent).toEqual([request.clientKey]);
  expect(await restarted.waiting()).toBe(0);
  expect(await restarted.unsentFeedback()).toEqual([]);
});

const answer = (): HelpedRequest => ({
  ...{ clientKey: crypto.randomUUID(), helped: false, words: 'Still wrong.' },
});

test('an answer that cannot be sent is kept too, and given back where it is refused later', async () => {
  const { queue, sent } = queueWith(
    new ApiUnreachable('offline'),
    new ApiUnreachable('offline'),
    new ApiProblem(409, { code: 'helpedAnswered', message: 'You have answered this already.' }),
  );
  const [refused, later] = [answer(), answer()].sort((one, other) =>
    one.clientKey.localeCompare(other.clientKey),
  );
  expect(await queue.answerHelped(crypto.randomUUID(), refused!)).toBe('kept');
  expect(await queue.answerHelped(crypto.randomUUID(), later!)).toBe('kept');
  expect(await queue.unsentFeedback()).toEqual([]);
  await queue.flush();
  expect(sent).toEqual([later!.clientKey]);
  expect(await queue.waiting()).toBe(0);
  expect(await queue.refused()).toEqual([
    {
      request: { clientKey: refused!.clientKey, text: 'Still wrong.' },
      refusal: { code: 'helpedAnswered', message: 'You have answered this already.' },
    },
  ]);
});

test('a walk that cannot be sent is kept, and known by its case until it has arrived', async () => {
  const { queue, sent } = queueWith(new ApiUnreachable('offline'));
  const [caseKey, clientKey] = [crypto.randomUUID(), crypto.randomUUID()];
  const walk = { clientKey, version: 4, outcome: 'held', note: null } as const;
  expect(await queue.sendWalk(caseKey, walk)).toBe('kept');
  expect(await queue.unsentWalks()).toEqual([caseKey]);
  await queue.flush();
  expect(sent).toEqual([clientKey]);
  expect(await queue.unsentWalks()).toEqual([]);
});

test('a walk that is refused when it is sent later gives its note back', async () => {
  const { queue } = queueWith(
    new ApiUnreachable('offline'),
    new ApiProblem(409, { code: 'caseRetired', message: 'It is retired.' }),
  );
  const clientKey = crypto.randomUUID();
  await queue.sendWalk(crypto.randomUUID(), {
    ...{ clientKey, version: 4, outcome: 'failed', note: 'A day was invented.' },
  });
  await queue.flush();
  expect(await queue.unsentWalks()).toEqual([]);
  expect(await queue.refused()).toEqual([
    {
      request: { clientKey, text: 'A day was invented.' },
      refusal: { code: 'caseRetired', message: 'It is retired.' },
    },
  ]);
});

test('a form that cannot be sent is kept with what it says, and sent under its key later', async () => {
  const { queue, sent } = queueWith(new ApiUnreachable('offline'));
  const form = { clientKey: crypto.randomUUID(), month: '2026-11', use: 'learning' } as const;
  expect(await queue.sendForm('/api/saved-time', form)).toBe('kept');
  expect(await queue.waiting()).toBe(1);
  expect(await queue.unsentForms('/api/saved-time')).toEqual([{ request: form, refusal: null }]);
  expect(await queue.unsentForms('/api/workflows/timings')).toEqual([]);
  await queue.flush();
  expect(sent).toEqual([form.clientKey]);
  expect(await queue.unsentForms('/api/saved-time')).toEqual([]);
});

test('a form that is refused when it is sent later is kept for its author, until they forget it', async () => {
  const refusal = { code: 'stepsHaveChanged', message: 'The steps have changed.' };
  const { queue } = queueWith(new ApiUnreachable('offline'), new ApiProblem(409, refusal));
  const form: TimingRequest = {
    ...{ clientKey: crypto.randomUUID(), workflowKey: crypto.randomUUID(), point: 'day30' },
    steps: [{ stepKey: 'a', minutes: 12 }],
  };
  await queue.sendForm('/api/workflows/timings', form);
  await queue.flush();
  expect(await queue.waiting()).toBe(0);
  expect(await queue.refused()).toEqual([]);
  expect(await queue.unsentForms('/api/workflows/timings')).toEqual([{ request: form, refusal }]);
  await queue.discardRefused(form.clientKey);
  expect(await queue.unsentForms('/api/workflows/timings')).toEqual([]);
});

test('an outage of the API keeps the words; a refusal gives them back', async () => {
  const away = queueWith(new ApiProblem(503, { code: 'unavailable', message: 'Away.' }));
  expect(await away.queue.sendFeedback(flag())).toBe('kept');

  const refused = queueWith(new ApiProblem(400, { code: 'invalid', message: 'No.' }));
  await expect(refused.queue.sendFeedback(flag())).rejects.toThrow('No.');
  expect(await refused.queue.waiting()).toBe(0);
});

test('words refused when no form is open are kept for their author, and stop nothing behind them', async () => {
  const { queue, sent } = queueWith(
    new ApiUnreachable('offline'),
    new ApiUnreachable('offline'),
    new ApiProblem(409, { code: 'keyReused', message: 'Sent before with other words.' }),
  );
  await queue.sendFeedback(flag());
  await queue.sendFeedback(flag());
  await queue.flush();
  expect(sent).toHaveLength(1);
  expect(await queue.waiting()).toBe(0);
  const refused = await queue.refused();
  expect(refused.map(({ refusal }) => refusal)).toEqual([
    { code: 'keyReused', message: 'Sent before with other words.' },
  ]);
  await queue.discardRefused(refused[0]!.request.clientKey);
  expect(await queue.refused()).toEqual([]);
});

test('an expired sign-in keeps the words', async () => {
  const { queue } = queueWith(new ApiProblem(401, { code: 'token_expired', message: 'Sign in.' }));
  expect(await queue.sendFeedback(flag())).toBe('kept');
});

test('events wait for a flush and one that fails loses none', async () => {
  const { queue, sent } = queueWith(new ApiUnreachable('offline'));
  await queue.count(event(), event());
  await queue.flush();
  expect(sent).toEqual([]);
  expect(await queue.waiting()).toBe(2);
  await queue.flush();
  expect(sent).toHaveLength(2);
  expect(await queue.waiting()).toBe(0);
});

test('one event the API cannot take is dropped, however many are sent with it, and the others arrive', async () => {
  const events = Array.from({ length: 7 }, event);
  const bad = events[4]!.clientKey;
  const sent: string[] = [];
  const { client } = queueWith();
  const queue = createUnsentQueue({
    account: crypto.randomUUID(),
    client: {
      ...client,
      sendEvents: (batch) => {
        const keys = batch.map(({ clientKey }) => clientKey);
        if (keys.includes(bad)) {
          return Promise.reject(new ApiProblem(400, { code: 'invalid', message: 'No.' }));
        }
        sent.push(...keys);
        return Promise.resolve({ accepted: keys.length, known: 0, refused: [] });
      },
    },
  });
  await queue.count(...events);
  await queue.flush();
  expect(new Set(sent)).toEqual(
    new Set(events.map(({ clientKey }) => clientKey).filter((key) => key !== bad)),
  );
  expect(sent).toHaveLength(6);
  expect(await queue.waiting()).toBe(0);
});

test('events of a person who is refused themselves are not dropped', async () => {
  const refusal = new ApiProblem(403, { code: 'notInProgramme', message: 'Not yet.' });
  const { queue, sent } = queueWith(refusal);
  await queue.count(event(), event());
  await queue.flush();
  expect(await queue.waiting()).toBe(2);
  await queue.flush();
  expect(sent).toHaveLength(2);
});

test('what is counted while a flush is under way goes with the flush asked for then', async () => {
  const { queue, sent } = queueWith();
  const [first, second] = [event(), event()];
  await queue.count(first);
  const underWay = queue.flush();
  await queue.count(second);
  await queue.flush();
  expect(sent).toEqual([first.clientKey, second.clientKey]);
  await underWay;
});

test('whoever watches learns how much waits', async () => {
  const { queue } = queueWith();
  const seen: number[] = [];
  const stop = queue.watch((waiting) => seen.push(waiting));
  await queue.count(event());
  await queue.flush();
  stop();
  await queue.count(event());
  expect(seen).toEqual([1, 0]);
});

test('another person on the same device never sees or sends these words', async () => {
  const { queue, client, sent } = queueWith(new ApiUnreachable('offline'));
  await queue.sendFeedback(flag());
  const other = createUnsentQueue({ account: crypto.randomUUID(), client });
  await other.flush();
  expect(await other.waiting()).toBe(0);
  expect(sent).toEqual([]);
});

test('of votes that cannot be sent the last one for each suggestion is, later, and a refused one is dropped', async () => {
  const away = () => new ApiUnreachable('offline');
  const refusal = new ApiProblem(404, { code: 'not_found', message: 'Gone.' });
  const { queue, sent } = queueWith(away(), away(), away(), refusal);
  const [gone, wanted, now] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  // Entries are read in the order of their keys.
  const [first = '', second = ''] = [gone, wanted].sort();
  expect(await queue.voteFor(first, true)).toBe('kept');
  expect(await queue.voteFor(second, true)).toBe('kept');
  expect(await queue.voteFor(second, false)).toBe('kept');
  expect(await queue.unsentVotes()).toEqual(
    new Map([
      [first, true],
      [second, false],
    ]),
  );
  expect(await queue.waiting()).toBe(2);
  await queue.flush();
  expect(sent).toEqual([`${second} false`]);
  expect(await queue.waiting()).toBe(0);
  expect(await queue.refused()).toEqual([]);
  expect(await queue.voteFor(now, true)).toMatchObject({ clientKey: now, voted: true });
  expect(await queue.waiting()).toBe(0);
});
