import { Unavailable } from '../http/refusals';
import type { People } from './people';
import { rememberAnswers } from './rememberedAnswers';

/**
 * Whether a privileged person's account is still enabled, as of five minutes ago at most. A token
 * lives an hour and more; this shuts a disabled account out of champion, leader and admin routes
 * sooner. When the directory does not answer, its last answer holds for an hour, so that champions
 * go on working in an outage; then nobody passes.
 */
export function createAccounts(people: Pick<People, 'isEnabled'>, now: () => number) {
  const isEnabled = rememberAnswers({
    ask: (userId) => people.isEnabled(userId),
    freshForMs: 5 * 60_000,
    holdsForMs: 60 * 60_000,
    limit: 5_000,
    now,
  });
  return async function mayStillAct(userId: string): Promise<boolean> {
    try {
      return await isEnabled(userId);
    } catch (cause) {
      throw new Unavailable('accountCheckUnavailable', { cause });
    }
  };
}
