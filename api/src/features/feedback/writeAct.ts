import type { TriageAct, TriageProgress } from '@last-mile/shared/feedback';
import { recordAudit, type Audited } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import type { ListStore } from '../../sync/storedItem';
import { progressFields } from './feedbackList';
import type { Read } from './readFeedback';

export interface WriteActDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly now: () => Date;
}

/** An act of somebody on a piece of feedback as it stood at `eTag`, and what it changes. */
interface WrittenAct {
  readonly read: Read;
  readonly eTag: string;
  readonly actorId: string;
  readonly act: TriageAct;
  readonly change: Partial<TriageProgress>;
}

/** Writes an act straight to SharePoint with If-Match; throws like `ListStore.edit`. */
export type WriteAct = (written: WrittenAct) => Promise<void>;

/** What was done is remembered with the id of its change, by which SharePoint's history tells its words. */
export function createWriteAct({ database, list, now }: WriteActDependencies): WriteAct {
  return async ({ read, eTag, actorId, act, change }) => {
    const { fields } = await list.edit(read.storedKey, eTag, {
      actorId,
      fields: progressFields(change),
    });
    await recordAudit(database, {
      at: now(),
      actorId,
      action: audited[act.do],
      subject: read.clientKey,
      programmeKey: read.record.programmeKey,
      details: { ...detailsOf(act), changeId: String(fields['ChangeId']) },
    });
  };
}

const audited = {
  takeUp: 'feedback.takenUp',
  assign: 'feedback.assigned',
  adjustPrompt: 'feedback.awaitsPrompt',
  sendToVendor: 'feedback.sentToVendor',
  close: 'feedback.closed',
  reopen: 'feedback.reopened',
  merge: 'feedback.merged',
  unmerge: 'feedback.unmerged',
  holdBack: 'feedback.heldBack',
  share: 'feedback.shared',
} as const satisfies Record<TriageAct['do'], Audited['action']>;

/** What the audit trail says of triage. */
export const triageAudited = Object.values(audited);

/** What tells acts of a kind apart; never words, and people by object id. */
function detailsOf(act: TriageAct): Record<string, string | number> {
  switch (act.do) {
    case 'assign':
      return act.to === null ? {} : { to: act.to };
    case 'adjustPrompt':
      return { itemKey: act.itemKey.toLowerCase() };
    case 'close':
      return { outcome: act.outcome.route };
    case 'merge':
      return { into: act.into.toLowerCase() };
    default:
      return {};
  }
}
