import type { EventsReceipt } from '@last-mile/shared/adoption';
import { createGroupCommit } from '../../../db/groupCommit';
import type { LetInAhead } from '../lateFacts/letInAhead';
import type { UsageBatch, UsageStore } from './usageStore';

/** Keeps what one person's device sent, in weeks of `timeZone`, and says what became of it. */
export type EventIntake = (batch: UsageBatch, timeZone: string) => Promise<EventsReceipt>;

/** As many as a busy second brings; the check of their events must not hold up other requests. */
const mostBatches = 100;

/**
 * Takes in what devices send; what arrives while a commit is under way is kept together. Who sent
 * something late is answered once it is decided whether it may be let in; nobody else waits for that.
 */
export function createEventIntake(
  usage: Pick<UsageStore, 'record'>,
  letInAhead: LetInAhead,
  now: () => Date,
): EventIntake {
  // A deployment has a handful of time zones: one for each programme, chosen by its owner.
  const intakes = new Map<string, (batch: UsageBatch) => Promise<Kept>>();
  return async (batch, timeZone) => {
    const submit =
      intakes.get(timeZone) ??
      createGroupCommit({
        commit: async (batches: readonly UsageBatch[]) => {
          let late = false;
          const receipts = await usage.record(batches, timeZone, now(), () => (late = true));
          return receipts.map((receipt): Kept => ({ receipt, late }));
        },
        most: mostBatches,
        atOnce: 2,
      });
    intakes.set(timeZone, submit);
    const { receipt, late } = await submit(batch);
    if (late) await letInAhead(timeZone);
    return receipt;
  };
}

/** What became of a batch, and whether something that was kept with it came late. */
interface Kept {
  readonly receipt: EventsReceipt;
  readonly late: boolean;
}
