import {
  canMerge,
  canTriage,
  triageChange,
  type QueueItem,
  type TriageAct,
  type TriageRequest,
} from '@last-mile/shared/feedback';
import { recordAudit, type Audited } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { Conflict, NotFound, RuleRefused } from '../../http/refusals';
import { ListConflict, type ListStore } from '../../sync/storedItem';
import type { ContextOf } from './actContext';
import { progressFields } from './feedbackList';
import type { ProgrammeFeedback, ReadProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import type { QueueViewer, ToQueueItems } from './queueItems';
import { mergedIntoOf } from './shownFeedback';

export interface TriageDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly read: ReadProgrammeFeedback;
  readonly toQueueItems: ToQueueItems;
  readonly contextOf: ContextOf;
  readonly now: () => Date;
}

/**
 * Does an act straight in SharePoint, if the item is still as it was read, and answers it as it is
 * afterwards. Throws Conflict with the item as it is now, NotFound, RuleRefused or ListUnavailable.
 */
export type Act = (
  viewer: QueueViewer,
  clientKey: string,
  request: TriageRequest,
) => Promise<QueueItem>;

/** How each act is remembered. */
const audited = {
  takeUp: 'feedback.takenUp',
  assign: 'feedback.assigned',
  adjustPrompt: 'feedback.awaitsPrompt',
  sendToVendor: 'feedback.sentToVendor',
  close: 'feedback.closed',
  reopen: 'feedback.reopened',
  merge: 'feedback.merged',
  unmerge: 'feedback.unmerged',
} as const satisfies Record<TriageAct['do'], Audited['action']>;

/** What those who triage do: each act asks its rule, then writes with If-Match. */
export function createTriage(dependencies: TriageDependencies): Act {
  const { database, list, read, toQueueItems, contextOf, now } = dependencies;

  async function shown(viewer: QueueViewer, clientKey: string): Promise<QueueItem> {
    const feedback = await read(viewer.programme);
    const found = feedback.byKey.get(clientKey);
    const [item] = found ? await toQueueItems(viewer, feedback, [found]) : [];
    if (!item) throw new NotFound();
    return item;
  }

  return async (viewer, clientKey, request) => {
    const feedback = await read(viewer.programme);
    const found = feedback.byKey.get(clientKey);
    if (!found) throw new NotFound();
    if (found.eTag === null) throw new RuleRefused('notDeliveredYet');
    // Said before any rule: whoever was overtaken has to see by what.
    if (found.eTag !== request.eTag) throw new Conflict(await shown(viewer, clientKey));
    refuseUnfit(feedback, found, request.act);
    const context = await contextOf(viewer.programme, found, request.act);
    const change = triageChange(found.record, request.act, context);
    try {
      const { fields } = await list.edit(found.storedKey, request.eTag, {
        actorId: viewer.user.userId,
        fields: progressFields(change),
      });
      await recordAudit(database, {
        at: now(),
        actorId: viewer.user.userId,
        action: audited[request.act.do],
        subject: clientKey,
        details: { ...detailsOf(request.act), changeId: String(fields['ChangeId']) },
      });
    } catch (error) {
      if (!(error instanceof ListConflict)) throw error;
      throw new Conflict(await shown(viewer, clientKey));
    }
    return shown(viewer, clientKey);
  };
}

function refuseUnfit(feedback: ProgrammeFeedback, found: Read, act: TriageAct) {
  const item = toMergeable(feedback, found);
  const decision = canTriage(item, act.do);
  if (!decision.allowed) throw new RuleRefused(decision.reason);
  if (act.do !== 'merge') return;
  const into = feedback.byKey.get(act.into.toLowerCase());
  if (!into) throw new NotFound();
  const merging = canMerge(item, toMergeable(feedback, into));
  if (!merging.allowed) throw new RuleRefused(merging.reason);
}

const toMergeable = (feedback: ProgrammeFeedback, read: Read) => ({
  clientKey: read.clientKey,
  kind: read.record.kind,
  state: read.record.state,
  mergedInto: mergedIntoOf(feedback, read),
});

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
