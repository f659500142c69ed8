import { recordAudit } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { ListConflict, ListItemGone, ListUnavailable, type ListStore } from '../../sync/storedItem';
import { oneAtATime } from '../../sync/oneAtATime';
import { progressFields } from './feedbackList';
import { keptFor, type ReadProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import { allWaiting, reopenedChange, saidChange, type WaitingAnswer } from './waitingAnswers';

export interface SettleAnswersDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly read: ReadProgrammeFeedback;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Takes all answers that wait to SharePoint, as far as it can be had now. */
export type SettleAnswers = () => Promise<void>;

/** After so many edits by others in a row an answer waits for the next round. */
const attempts = 5;

/**
 * What an answer changes is worked out from the item as it is, and written with If-Match: overtaken, it
 * is worked out anew. Dying in between loses and doubles nothing, because what is there is not written
 * again; so any number of instances may do it at once.
 */
export function createSettleAnswers(dependencies: SettleAnswersDependencies): SettleAnswers & {
  idle: () => Promise<void>;
} {
  const { database, list, read, now, onError } = dependencies;

  /** True once nothing is left to write. */
  async function write(answer: WaitingAnswer): Promise<boolean> {
    const feedback = await read({ clientKey: answer.programmeKey });
    const own = feedback.byKey.get(answer.feedbackKey);
    if (!own) return true;
    const kept = keptFor(feedback, own);
    const said = saidChange(own.record, kept.record, answer);
    const reopened = reopenedChange(kept.record, answer);
    if (own === kept) return edit(own, { ...said, ...reopened }, own);
    // First what was said: once the other is open again, it would be past.
    return (await edit(own, said, own)) && (await edit(kept, reopened, own));
  }

  async function edit(
    item: Read,
    change: Parameters<typeof progressFields>[0],
    reporter: Read,
  ): Promise<boolean> {
    if (Object.keys(change).length === 0) return true;
    await list.edit(item.storedKey, item.eTag ?? '', {
      // Whoever stays unnamed is not named by the platform's column either.
      actorId: reporter.record.reporter,
      fields: progressFields(change),
    });
    return false;
  }

  async function settle(answer: WaitingAnswer): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        if (!(await write(answer))) continue;
        await markSettled(answer);
        return;
      } catch (error) {
        if (error instanceof ListUnavailable) return;
        if (!(error instanceof ListConflict) && !(error instanceof ListItemGone)) throw error;
      }
    }
  }

  async function markSettled({ clientKey, programmeKey, feedbackKey, helped }: WaitingAnswer) {
    const own = (await read({ clientKey: programmeKey })).byKey.get(feedbackKey);
    const stored = own && (await list.get(own.storedKey));
    await database.transaction(async (tx) => {
      const settled = await tx.query(
        `UPDATE feedback_answer SET settled_at = $2, words = NULL
          WHERE client_key = $1 AND settled_at IS NULL RETURNING client_key`,
        [clientKey, now()],
      );
      if (settled.length === 0 || !own) return;
      await recordAudit(tx, {
        at: now(),
        actorId: own.record.reporter,
        action: helped ? 'feedback.helped' : 'feedback.didNotHelp',
        subject: feedbackKey,
        programmeKey: own.record.programmeKey,
        details: { changeId: String(stored?.fields['ChangeId'] ?? '') },
      });
    });
  }

  return oneAtATime(async () => {
    for (const answer of await allWaiting(database)) await settle(answer).catch(onError);
  });
}
