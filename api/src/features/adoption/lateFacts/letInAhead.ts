import { lastClosedMonday, smallestGroupShown } from '@last-mile/shared/adoption';
import type { Database } from '../../../db/database';
import { oneAtATime } from '../../../sync/oneAtATime';
import { lockCounts } from '../rollUps/countsLock';
import { letLateFactsIn } from './letIn';

/** Lets in what came late in weeks of `timeZone` and was committed before; resolves once that is decided. */
export type LetInAhead = (timeZone: string) => Promise<void>;

export interface LetInAheadDependencies {
  readonly database: Database;
  readonly now: () => Date;
  /** Hears of what could not be let in: whoever looks next lets it in. */
  readonly onError: (error: unknown) => void;
}

/** What takes longer is felt by everybody who asks something of this instance. */
const momentMs = 100;

/**
 * Lets late facts in before anybody looks: a view then finds nothing to decide. What comes meanwhile is
 * decided on together. Late facts come all day, so that what takes longer than a moment takes half of
 * the time at most; who looks in between decides themselves.
 */
export function createLetInAhead(dependencies: LetInAheadDependencies): LetInAhead {
  const { database, now, onError } = dependencies;
  let restsUntil = 0;
  const zones = new Map<string, () => Promise<void>>();

  async function letIn(timeZone: string): Promise<void> {
    const restMs = restsUntil - performance.now();
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    const startedAt = performance.now();
    const at = now();
    await database
      .transaction(async (tx) => {
        await lockCounts(tx);
        await letLateFactsIn(tx, smallestGroupShown, at, lastClosedMonday(at, timeZone));
      })
      .catch(onError);
    const tookMs = performance.now() - startedAt;
    if (tookMs > momentMs) restsUntil = performance.now() + tookMs;
  }

  return (timeZone) => {
    const run = zones.get(timeZone) ?? oneAtATime(() => letIn(timeZone));
    zones.set(timeZone, run);
    return run();
  };
}
