import { ApiProblem, sessionClient } from '@last-mile/shared/client';
import {
  withChanged,
  type BuildEntry,
  type BuildSession,
  type SessionResponse,
} from '@last-mile/shared/library';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../app/session';

/** A session as far as it is known here. */
interface KnownSession {
  readonly session: BuildSession;
  readonly revision: number;
  /** The best first. */
  readonly entries: readonly BuildEntry[];
}

export interface LiveSession {
  readonly known: KnownSession | undefined;
  /** What keeps it from being current; it goes on trying unless the API refused. */
  readonly error: Error | undefined;
  /** Takes in the answer to something one did oneself, without waiting for it to come round. */
  readonly take: (answer: SessionResponse) => void;
}

const againMs = 2_000;

/** Follows a session: one request is always open and is answered when somebody changes something. */
export function useLiveSession(clientKey: string): LiveSession {
  const { api } = useSession();
  const [known, setKnown] = useState<KnownSession>();
  const [error, setError] = useState<Error>();
  // The loop asks for what is newer than this, without starting again for each answer.
  const revision = useRef(0);

  const take = useCallback((answer: SessionResponse) => {
    setKnown((before) => ({
      // An answer that was overtaken brings entries, but no older session.
      session:
        before !== undefined && before.revision > answer.revision ? before.session : answer.session,
      revision: Math.max(before?.revision ?? 0, answer.revision),
      entries: withChanged(before?.entries ?? [], answer.changed),
    }));
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    const isStopped = () => stop.signal.aborted;
    async function follow() {
      while (!isStopped()) {
        try {
          const answer = await sessionClient(api).session(clientKey, revision.current, stop.signal);
          if (isStopped()) return;
          revision.current = answer.revision;
          take(answer);
          setError(undefined);
        } catch (cause) {
          if (isStopped()) return;
          setError(cause instanceof Error ? cause : new Error(String(cause)));
          if (cause instanceof ApiProblem && cause.status < 500 && cause.status !== 429) return;
          await pause(againMs, stop.signal);
        }
      }
    }
    void follow();
    return () => {
      stop.abort();
    };
  }, [api, clientKey, take]);

  return { known, error, take };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
