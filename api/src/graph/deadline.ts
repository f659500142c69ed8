/** A moment after which an answer is no longer waited for. */
export interface Deadline {
  /** Aborts at that moment; made for `fetch`. */
  readonly signal: AbortSignal;
  /** `work`, or a rejection once the time is up or the caller gave up. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Lets go of timer and caller when nobody waits any more. */
  clear(): void;
}

/** Whether that moment had passed, rather than anything else. */
export const isLate = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TimeoutError';

/**
 * The time is up after `ms`, or when `caller` aborts. Not built from `AbortSignal.timeout`, `.any` and
 * `Request.signal` alone: Node keeps their sources by weak references, so that after a collection of
 * garbage a request that hangs was never given up (nodejs/node#57736, nodejs/undici#3644).
 */
export function createDeadline(ms: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const late = () => {
    controller.abort(new DOMException('There was no answer in time.', 'TimeoutError'));
  };
  const givenUp = () => {
    controller.abort(caller?.reason);
  };
  const passed = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
  // Nobody need be waiting when it passes.
  passed.catch(() => undefined);
  const timer = setTimeout(late, ms).unref();
  if (caller?.aborted === true) givenUp();
  else caller?.addEventListener('abort', givenUp, { once: true });
  return {
    signal,
    hold: (work) => Promise.race([work, passed]),
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', givenUp);
    },
  };
}
