import { isThrottled } from './graph/graphError';
import type { Send } from './graph/send';
import type { Log } from './http/log';

/** A busy quarter of an hour is Microsoft 365's usual life; a whole hour of it is a quota used up. */
const longMs = 60 * 60_000;
/** Without a refusal for so long, it is over. */
const quietMs = 10 * 60_000;

/** Hears how Microsoft 365 answers, and says when it has throttled us for long. */
interface ThrottleWatch {
  /** A send that is listened to. */
  readonly hear: (send: Send) => Send;
  readonly look: () => Promise<void>;
}

/**
 * Says in the log when calls were throttled again and again for an hour, and when that is over: each
 * once, so that an alert on the line fires once. Every instance says it of its own calls.
 */
export function createThrottleWatch(log: Log, now: () => Date): ThrottleWatch {
  /** Refusals with no quiet between them. */
  let stretch: { from: number; last: number; calls: number } | null = null;
  let isSaid = false;

  function refused(): void {
    const at = now().getTime();
    if (stretch === null || at - stretch.last >= quietMs)
      stretch = { from: at, last: at, calls: 0 };
    stretch.last = at;
    stretch.calls += 1;
  }

  return {
    hear: (send) => async (request) => {
      const response = await send(request);
      if (isThrottled(response.status)) refused();
      return response;
    },
    look() {
      const isOn = stretch !== null && now().getTime() - stretch.last < quietMs;
      if (!isOn && isSaid) {
        isSaid = false;
        log.tell('throttlingOver', {});
      }
      if (isOn && !isSaid && stretch !== null && stretch.last - stretch.from >= longMs) {
        isSaid = true;
        log.tell('throttledForLong', { calls: stretch.calls });
      }
      return Promise.resolve();
    },
  };
}
