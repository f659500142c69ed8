import {
  canMerge,
  canTriage,
  triageChange,
  type QueueItem,
  type TriageAct,
  type TriageRequest,
} from '@last-mile/shared/feedback';
import { Conflict, NotFound, RuleRefused } from '../../http/refusals';
import { ListConflict } from '../../sync/storedItem';
import type { ContextOf } from './actContext';
import type { ProgrammeFeedback, ReadProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import type { QueueViewer, ToQueueItems } from './queueItems';
import { mergedIntoOf } from './shownFeedback';
import type { WriteAct } from './writeAct';

export interface TriageDependencies {
  readonly read: ReadProgrammeFeedback;
  readonly toQueueItems: ToQueueItems;
  readonly contextOf: ContextOf;
  readonly writeAct: WriteAct;
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

/** What those who triage do: each act asks its rule, then writes with If-Match. */
export function createTriage(dependencies: TriageDependencies): Act {
  const { read, toQueueItems, contextOf, writeAct } = dependencies;

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
      const { userId: actorId } = viewer.user;
      await writeAct({ ...request, read: found, actorId, change });
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
