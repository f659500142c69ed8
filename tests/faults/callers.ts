import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiProblem, ApiUnreachable, createApiClient } from '@last-mile/shared/client';
import { flagReasons, type FeedbackRequest } from '@last-mile/shared/feedback';
import { createDraws, type Draws } from '../../api/local-tenant/sample/seededDraws';
import type { ProgrammeMember } from '../setup/deployment';
import { uuidFrom } from '../setup/uuidFrom';

/** What people send, and how long they take for it. */
export interface CallersPlan {
  readonly submissions: number;
  /** How many send at the same time. */
  readonly callers: number;
  /** Milliseconds that each takes for its share, were there no trouble. */
  readonly overMs: number;
  readonly seed: number;
}

/** One piece of feedback, and what its sender knows of it. */
export interface Submission {
  /** Whose it is, also where they did not give their name. */
  readonly reporterId: string;
  readonly request: FeedbackRequest;
  /** Whether the sender was told that it is safe; a sender who was not has given up on it. */
  readonly acknowledged: boolean;
  /** When the answer that said so was asked for, and milliseconds until it came; null without one. */
  readonly answered: { readonly at: number; readonly ms: number } | null;
  /** How often it was sent. */
  readonly attempts: number;
}

/** In one of fifty submissions the caller gives up after a failure instead of sending again. */
const givesUp = 1 / 50;
const longestPauseMs = 600;

/**
 * Sends feedback through the real API client until everything is acknowledged or given up, or until
 * `signal`. Each caller speaks for many people in turn, so that nobody's allowance is used up. A
 * refusal that is not about load or an outage ends the run.
 */
export async function sendFeedback(
  origin: string,
  members: readonly ProgrammeMember[],
  plan: CallersPlan,
  signal?: AbortSignal,
): Promise<Submission[]> {
  const ended = new AbortController();
  const until = AbortSignal.any([ended.signal, ...(signal ? [signal] : [])]);
  // Every caller listens to it.
  setMaxListeners(0, until);
  const shares = Array.from({ length: plan.callers }, (_, caller) => ({
    draws: createDraws(plan.seed * 1_000 + caller),
    count: Math.ceil((plan.submissions - caller) / plan.callers),
    people: members.filter((_member, at) => at % plan.callers === caller),
  }));
  const sent = await Promise.all(
    shares.map(async ({ draws, count, people }) => {
      const submissions: Submission[] = [];
      for (let at = 0; at < count; at += 1) {
        await delay(2 * draws.share() * (plan.overMs / count), undefined, { signal: until });
        const person = people[at % people.length];
        if (!person) throw new Error('There are more callers than people.');
        submissions.push(await sendOne(origin, person, draws, until));
      }
      return submissions;
    }),
  ).finally(() => {
    // Where one caller cannot go on, the others need not.
    ended.abort();
  });
  return sent.flat();
}

async function sendOne(
  origin: string,
  { userId: reporterId, token }: ProgrammeMember,
  draws: Draws,
  signal: AbortSignal,
): Promise<Submission> {
  const api = createApiClient({ origin, accessToken: () => Promise.resolve(token) });
  const request = someFlag(draws);
  const isPatient = draws.share() >= givesUp;
  for (let attempts = 1; ; attempts += 1) {
    const at = performance.now();
    try {
      await api.sendFeedback(request);
      const answered = { at, ms: performance.now() - at };
      return { reporterId, request, acknowledged: true, answered, attempts };
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (!isPatient) {
        return { reporterId, request, acknowledged: false, answered: null, attempts };
      }
      await delay(draws.share() * longestPauseMs, undefined, { signal });
    }
  }
}

/** Whether asking again may succeed. */
export const mayPass = (error: unknown) =>
  error instanceof ApiUnreachable || (error instanceof ApiProblem && error.passing);

/** A flag whose words occur once: what is in the list twice is seen, whatever its key. */
function someFlag(draws: Draws): FeedbackRequest {
  const clientKey = uuidFrom(draws);
  return {
    clientKey,
    kind: 'flag',
    reason: draws.oneOf(flagReasons),
    reachedClient: draws.share() < 0.05,
    about: { type: draws.share() < 0.5 ? 'aiOutput' : 'tool' },
    text: `The fee in answer ${clientKey} is last year’s.`,
    named: draws.share() < 0.7,
    surface: draws.share() < 0.5 ? 'outlook' : 'teams',
  };
}
