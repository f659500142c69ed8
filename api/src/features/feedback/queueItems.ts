import { calendarDayIn } from '@last-mile/shared/calendar';
import type { QueueItem, Triager } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../auth/names';
import type { ProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import type { FeedbackRecord } from './feedbackList';
import { toItem } from './shownFeedback';
import type { CountVoices } from './voices';

export interface QueueItemsDependencies {
  readonly names: Names;
  readonly voices: CountVoices;
  readonly now: () => Date;
}

/** Whose programme is looked at, and by whom. */
export interface QueueViewer {
  readonly programme: Programme;
  readonly user: User;
}

/** Pieces of feedback as those who triage see them, in the order given. */
export type ToQueueItems = (
  viewer: QueueViewer,
  feedback: ProgrammeFeedback,
  reads: readonly Read[],
) => Promise<QueueItem[]>;

/** Who stays unnamed keeps the item's pseudonym, also before themselves as a champion. */
export function createQueueItems({ names, voices, now }: QueueItemsDependencies): ToQueueItems {
  return async ({ programme, user }, feedback, reads) => {
    const today = calendarDayIn(now(), programme.timeZone);
    const [found, counted] = await Promise.all([
      names.of(reads.flatMap(({ record }) => peopleIn(record))),
      voices(feedback, reads, user.tenantId),
    ]);

    function reporterOf({ named, reporter }: FeedbackRecord): string {
      if (!named) return reporter || 'Someone';
      return reporter === user.userId ? 'you' : (found.get(reporter) ?? 'A colleague');
    }

    return reads.map((read): QueueItem => {
      const { clientKey, record, eTag } = read;
      return {
        ...toItem(feedback, read, reporterOf(record), today),
        eTag,
        assignee: record.assignedTo === null ? null : toTriager(record.assignedTo, found),
        vendor: vendorCaseOf(record),
        awaitsItem: record.awaitsItem,
        voices: counted.get(clientKey) ?? 1,
        merged: feedback.merged.get(clientKey)?.length ?? 0,
      };
    });
  };
}

/** A champion by name; who cannot be looked up now is a colleague. */
export const toTriager = (userId: string, found: ReadonlyMap<string, string>): Triager => ({
  userId,
  name: found.get(userId) ?? 'A colleague',
});

const peopleIn = ({ named, reporter, assignedTo }: FeedbackRecord) => [
  ...(named ? [reporter] : []),
  ...(assignedTo === null ? [] : [assignedTo]),
];

function vendorCaseOf(record: FeedbackRecord): QueueItem['vendor'] {
  const { outcome, outcomeReference, vendorSentOn, vendorAnswer } = record;
  if (outcome !== 'vendor' || outcomeReference === null) return null;
  return { reference: outcomeReference, sentOn: vendorSentOn, answer: vendorAnswer };
}
