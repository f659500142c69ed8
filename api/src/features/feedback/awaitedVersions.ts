import { triageChange, type ActContext, type TriageAct } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { ListConflict, ListItemGone, ListUnavailable } from '../../sync/storedItem';
import type { FeedbackRecord } from './feedbackList';
import type { Linked } from './linked';
import type { ProgrammeFeedback, ReadProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import { mergedIntoOf } from './shownFeedback';
import type { WriteAct } from './writeAct';

export interface AwaitedVersionsDependencies {
  readonly read: ReadProgrammeFeedback;
  readonly linked: Linked;
  readonly writeAct: WriteAct;
  readonly now: () => Date;
}

/** Closes what awaits another text that has been published by now; answers how many were. */
export type CloseAwaited = (programme: Programme) => Promise<number>;

/**
 * What is left to close is found again from the lists each time: a crash, a conflict or an outage
 * delays it, and nothing is closed twice, because what is closed awaits nothing.
 */
export function createCloseAwaited(dependencies: AwaitedVersionsDependencies): CloseAwaited {
  const { read, linked, writeAct, now } = dependencies;

  /** The first version published since it was promised, by whoever approved it. */
  async function publishedFor(programme: Programme, { record }: Read) {
    const after = awaitsAfter(record);
    if (record.awaitsItem === null || after === null) return undefined;
    const item = await linked.libraryItem(programme, record.awaitsItem);
    return item?.versions.findLast(({ version }) => version > after);
  }

  async function close(programme: Programme, awaiting: Read): Promise<boolean> {
    const { record, eTag } = awaiting;
    const published = await publishedFor(programme, awaiting);
    if (published === undefined || record.awaitsItem === null || eTag === null) return false;
    const act: TriageAct = {
      do: 'close',
      outcome: {
        route: 'promptAdjusted',
        itemKey: record.awaitsItem,
        version: published.version,
      },
      note: null,
    };
    const context: ActContext = {
      at: now().toISOString(),
      ...{ answerDueOn: '', title: published.title, step: null, published: published.version },
    };
    const change = triageChange(record, act, context);
    try {
      await writeAct({ read: awaiting, eTag, actorId: published.approvedBy, act, change });
      return true;
    } catch (error) {
      if (isLeftForLater(error)) return false;
      throw error;
    }
  }

  return async (programme) => {
    const feedback = await read(programme);
    let closed = 0;
    for (const awaiting of feedback.all) {
      if (isAwaiting(feedback, awaiting) && (await close(programme, awaiting))) closed += 1;
    }
    return closed;
  };
}

const isAwaiting = (feedback: ProgrammeFeedback, awaiting: Read) =>
  awaiting.record.awaitsItem !== null &&
  awaiting.record.state !== 'closed' &&
  mergedIntoOf(feedback, awaiting) === null;

/** By hand only the item may have been named: then it is a version later than the flagged one. */
function awaitsAfter({ awaitsAfter: kept, awaitsItem, about }: FeedbackRecord): number | null {
  if (kept !== null) return kept;
  return about.type === 'libraryItem' && about.itemKey === awaitsItem ? about.version : null;
}

const isLeftForLater = (error: unknown) =>
  error instanceof ListConflict ||
  error instanceof ListItemGone ||
  error instanceof ListUnavailable;
