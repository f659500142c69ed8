interface OfficeAnswer<T> {
  readonly status: unknown;
  readonly value: T;
}

/** Starts one Office call, which must answer through `done`. */
type OfficeCall<T> = (done: (answer: OfficeAnswer<T>) => void) => void;

/**
 * Outlook refuses a fourth call while three are pending, whichever handlers they belong to: on the web
 * one page runs all events, so the count is the script's.
 */
const atOnce = 3;
const waiting: (() => void)[] = [];
let pending = 0;

function startWaiting() {
  while (pending < atOnce && waiting.length > 0) waiting.shift()?.();
}

/**
 * The Office calls of one handler. A call gives its value, or null when it is missing, fails, throws, or
 * has not answered when `withinMs` have passed; then it no longer counts as pending either.
 */
export function createOfficeCalls(withinMs: number) {
  const timeIsUp = after(withinMs).then(() => null);

  return function call<T>(start: OfficeCall<T>): Promise<T | null> {
    return new Promise<T | null>((resolve) => {
      let isSettled = false;
      let isStarted = false;
      const settle = (value: T | null) => {
        if (isSettled) return;
        isSettled = true;
        if (isStarted) pending -= 1;
        resolve(value);
        startWaiting();
      };
      void timeIsUp.then(settle);
      waiting.push(() => {
        if (isSettled) return;
        isStarted = true;
        pending += 1;
        try {
          start((answer) => {
            settle(answer.status === 'succeeded' ? answer.value : null);
          });
        } catch {
          settle(null);
        }
      });
      startWaiting();
    });
  };
}

/** Resolves after so long; never where the engine has no timers, and then only Outlook's own limits hold. */
export function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setTimeout === 'function') setTimeout(resolve, milliseconds);
  });
}
