import type { EventsReceipt } from '@last-mile/shared/adoption';
import { createGroupCommit } from '../../../db/groupCommit';
import type { UsageBatch, UsageStore } from './usageStore';

/** Keeps what one person's device sent, in weeks of `timeZone`, and says what became of it. */
export type EventIntake = (batch: UsageBatch, timeZone: string) => Promise<EventsReceipt>;

/** As many as a busy second brings; the check of their events must not hold up other requests. */
const mostBatches = 100;

/** Takes in what devices send; what arrives while a commit is under way is kept together. */
export function createEventIntake(usage: Pick<UsageStore, 'record'>, now: () => Date): EventIntake {
  // A deployment has a handful of time zones: one for each programme, chosen by its owner.
  const intakes = new Map<string, (batch: UsageBatch) => Promise<EventsReceipt>>();
  return (batch, timeZone) => {
    const submit =
      intakes.get(timeZone) ??
      createGroupCommit({
        commit: (batches: readonly UsageBatch[]) => usage.record(batches, timeZone, now()),
        most: mostBatches,
        atOnce: 2,
      });
    intakes.set(timeZone, submit);
    return submit(batch);
  };
}
