import { createBoundedMap } from '../http/boundedMap';
import { Unavailable } from '../http/refusals';

/** Asks the directory whether an account may still be used. */
export type IsEnabled = (userId: string) => Promise<boolean>;

const freshForMs = 5 * 60_000;
/** How long the last answer holds when the directory is away: champions go on working in an outage. */
const holdsForMs = 60 * 60_000;

/**
 * Whether a privileged person's account is still enabled, as of five minutes ago at most. A token
 * lives an hour and more; this shuts a disabled account out of champion, leader and admin routes
 * sooner. When the directory does not answer, its last answer holds for an hour, then nobody passes.
 */
export function createAccounts(isEnabled: IsEnabled, now: () => number) {
  const answers = createBoundedMap<string, { enabled: boolean; at: number }>(5_000);
  return async function mayStillAct(userId: string): Promise<boolean> {
    const last = answers.get(userId);
    if (last && now() - last.at < freshForMs) return last.enabled;
    try {
      const enabled = await isEnabled(userId);
      answers.set(userId, { enabled, at: now() });
      return enabled;
    } catch (cause) {
      if (last && now() - last.at < holdsForMs) return last.enabled;
      throw new Unavailable('accountCheckUnavailable', { cause });
    }
  };
}
