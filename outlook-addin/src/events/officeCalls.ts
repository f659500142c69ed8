interface OfficeAnswer<T> {
  readonly status: unknown;
  readonly value: T;
}

/** Starts one Office call, which must answer through `done`. */
type OfficeCall<T> = (done: (answer: OfficeAnswer<T>) => void) => void;

/** Outlook refuses a fourth call while three are pending. */
const atOnce = 3;

/**
 * Carries out Office calls, three at a time. A call gives its value, or null when it is missing, fails,
 * throws, or has not answered when `withinMs` have passed since the first was started.
 */
export function createOfficeCalls(withinMs: number) {
  const waiting: (() => void)[] = [];
  let pending = 0;
  let isOver = false;
  const timeIsUp = after(withinMs).then(() => {
    isOver = true;
    waiting.splice(0).forEach((give) => {
      give();
    });
    return null;
  });

  const next = () => {
    if (pending < atOnce) waiting.shift()?.();
  };

  return function call<T>(start: OfficeCall<T>): Promise<T | null> {
    const answered = new Promise<T | null>((resolve) => {
      waiting.push(() => {
        if (isOver) {
          resolve(null);
          return;
        }
        pending += 1;
        let isSettled = false;
        const settle = (value: T | null) => {
          if (isSettled) return;
          isSettled = true;
          pending -= 1;
          resolve(value);
          next();
        };
        try {
          start((answer) => {
            settle(answer.status === 'succeeded' ? answer.value : null);
          });
        } catch {
          settle(null);
        }
      });
      next();
    });
    return Promise.race([answered, timeIsUp]);
  };
}

/** Resolves after so long; never where the engine has no timers, and then only Outlook's own limits hold. */
export function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setTimeout === 'function') setTimeout(resolve, milliseconds);
  });
}
