import type { MeasuredFeedback } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { publicKeyOf } from '../../http/publicKey';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { toFeedback, type FeedbackRecord } from './feedbackList';

/** One piece of feedback as it stands on the list. */
export interface Read {
  /** The public key. */
  readonly clientKey: string;
  /** The key the list knows it by. */
  readonly storedKey: string;
  readonly eTag: string | null;
  readonly record: FeedbackRecord;
  /** When the item last changed. */
  readonly modifiedAt: string;
  readonly delivered: boolean;
}

/**
 * Reads the feedback of a programme: the same array until something changes. What nobody gave a
 * programme is everybody's.
 */
export type ReadFeedback = (programme: Pick<Programme, 'clientKey'>) => Promise<readonly Read[]>;

/** Whether a piece of feedback is to be read for a programme; of what nobody gave one, each says so. */
type IsIn = (programme: Pick<Programme, 'clientKey'>, record: FeedbackRecord) => boolean;

/** Whether the programme's champions answer it. */
export const isAnsweredIn: IsIn = ({ clientKey }, { programmeKey }) =>
  (programmeKey ?? clientKey) === clientKey;

/** Whether a person of the programme wrote it: also what they wrote about an item shared with them. */
export const isReportedIn: IsIn = ({ clientKey }, { reporterProgrammeKey, programmeKey }) =>
  (reporterProgrammeKey ?? programmeKey ?? clientKey) === clientKey;

/** Whether it is a suggestion that they answer. */
export const isSuggestedIn: IsIn = (programme, record) =>
  record.kind === 'suggestion' && isAnsweredIn(programme, record);

/**
 * Reads everybody's feedback, whichever programme it is. An item stays the same object until it
 * changes, and the list the same array until one does.
 */
export function createReadEvery(list: Pick<ListStore, 'all'>): () => Promise<readonly Read[]> {
  const reads = new WeakMap<StoredItem, Read>();
  const readLists = new WeakMap<readonly StoredItem[], readonly Read[]>();
  function readOnce(item: StoredItem): Read {
    const known = reads.get(item) ?? toRead(item);
    reads.set(item, known);
    return known;
  }
  return async () => {
    const items = await list.all();
    const known = readLists.get(items) ?? items.map(readOnce);
    readLists.set(items, known);
    return known;
  };
}

/** Picks a programme's own out of everybody's, once until something changes. */
export function createReadFeedback(
  readEvery: () => Promise<readonly Read[]>,
  isIn: IsIn,
): ReadFeedback {
  const readLists = new WeakMap<readonly Read[], Map<string, readonly Read[]>>();
  return async (programme) => {
    const every = await readEvery();
    const byProgramme = readLists.get(every) ?? new Map<string, readonly Read[]>();
    readLists.set(every, byProgramme);
    const own =
      byProgramme.get(programme.clientKey) ?? every.filter(({ record }) => isIn(programme, record));
    byProgramme.set(programme.clientKey, own);
    return own;
  };
}

/** A piece of feedback as it is counted, with all that stands in it. */
export function toMeasured({ clientKey, record }: Read): MeasuredFeedback & FeedbackRecord {
  return { clientKey, ...record };
}

function toRead(item: StoredItem): Read {
  const { clientKey, eTag, fields, createdAt, modifiedAt, delivered } = item;
  return {
    clientKey: publicKeyOf('Feedback', clientKey),
    storedKey: clientKey,
    eTag,
    record: toFeedback(fields, new Date(createdAt).toISOString()),
    modifiedAt: new Date(modifiedAt).toISOString(),
    delivered,
  };
}
