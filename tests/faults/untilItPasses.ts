import { setTimeout as delay } from 'node:timers/promises';
import { mayPass } from './callers';

const lookAgainMs = 200;

/** Asks again until the answer comes, as a device does with what it keeps for later. */
export async function untilItPasses<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await delay(lookAgainMs, undefined, { signal });
    }
  }
}
