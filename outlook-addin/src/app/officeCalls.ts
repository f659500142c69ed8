import { MessageCallFailed } from '../features/library/composeMessage';

/** What every asynchronous Office call hands to its callback. */
export interface OfficeAnswer<T> {
  readonly status: unknown;
  readonly value: T;
  readonly error?: { readonly code?: number; readonly name?: string; readonly message?: string };
}

/** Starts one Office call, which must answer through `done`. */
export type OfficeCall<T> = (done: (answer: OfficeAnswer<T>) => void) => void;

export interface OfficeCallLimits {
  /** Outlook refuses a fourth call while three are pending. */
  readonly atOnce?: number;
  /** Some hosts never call back, for example when the item went away. */
  readonly timeoutMs?: number;
}

/**
 * Turns Office's callbacks into promises. Never more than `atOnce` calls are pending; the others wait
 * in order. A refusal, a throw and silence all become {@link MessageCallFailed} with a reason.
 */
export function createOfficeCalls({ atOnce = 3, timeoutMs = 15_000 }: OfficeCallLimits = {}) {
  const waiting: (() => void)[] = [];
  let pending = 0;

  function next() {
    if (pending >= atOnce) return;
    const start = waiting.shift();
    if (start === undefined) return;
    pending += 1;
    start();
  }

  return function call<T>(start: OfficeCall<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        let settled = false;
        const settle = (outcome: () => void) => {
          if (settled) return;
          settled = true;
          clearTimeout(timer);
          pending -= 1;
          outcome();
          next();
        };
        const timer = setTimeout(() => {
          settle(() => {
            reject(new MessageCallFailed('noAnswer'));
          });
        }, timeoutMs);
        try {
          start((answer) => {
            settle(() => {
              if (answer.status === 'succeeded') resolve(answer.value);
              else reject(toFailure(answer.error));
            });
          });
        } catch (cause) {
          settle(() => {
            reject(new MessageCallFailed('refused', { cause }));
          });
        }
      });
      next();
    });
  };
}

export type RunOfficeCall = ReturnType<typeof createOfficeCalls>;

/** Office's error names, as its reference lists them, in our words. */
const reasons: Record<string, MessageCallFailed['reason']> = {
  DataExceedsMaximumSize: 'tooLong',
  InvalidFormatError: 'wrongBodyType',
  APICallFailedDueToItemChange: 'messageChanged',
  PermissionDenied: 'notAllowed',
};

function toFailure(error: OfficeAnswer<unknown>['error']) {
  return new MessageCallFailed(reasons[error?.name ?? ''] ?? 'refused', {
    cause: error,
  });
}
