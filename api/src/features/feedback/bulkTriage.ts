import type { BulkTriageRequest, BulkTriageResponse, QueueItem } from '@last-mile/shared/feedback';
import { problemOf } from '../../http/errors';
import { Conflict, NotFound, RuleRefused } from '../../http/refusals';
import { ListItemGone, ListUnavailable } from '../../sync/storedItem';
import type { QueueViewer } from './queueItems';
import type { Act } from './triage';

type Result = BulkTriageResponse['results'][number];

/** SharePoint answers a few at a time about as fast as it answers one. */
const atOnce = 4;

/** Does an act on several items, each by itself: one that is refused keeps no other from it. */
export function createBulkTriage(act: Act) {
  async function one(
    viewer: QueueViewer,
    { clientKey, eTag }: BulkTriageRequest['items'][number],
    request: BulkTriageRequest,
  ): Promise<Result> {
    try {
      const item = await act(viewer, clientKey.toLowerCase(), { eTag, act: request.act });
      return { clientKey, state: 'done', item };
    } catch (error) {
      if (error instanceof Conflict) {
        return { clientKey, state: 'conflict', item: error.current as QueueItem };
      }
      const { code, message } = problemOf(codeOf(error));
      return { clientKey, state: 'refused', code, message };
    }
  }

  return async (viewer: QueueViewer, request: BulkTriageRequest): Promise<BulkTriageResponse> => {
    const waiting = [...request.items.entries()];
    const results: Result[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, item] = next;
        results[index] = await one(viewer, item, request);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { results };
  };
}

/** The code of what is about one item only; anything else goes on as it is. */
function codeOf(error: unknown): string {
  if (error instanceof RuleRefused) return error.reason;
  if (error instanceof NotFound || error instanceof ListItemGone) return 'notFound';
  if (error instanceof ListUnavailable) return 'sharePointUnavailable';
  throw error;
}
