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

/** The programme whose champions answer. */
const answeredIn = ({ programmeKey }: FeedbackRecord) => programmeKey;

/** The programme whose person wrote it: another one where they wrote about an item shared with them. */
export const reportedIn = ({ reporterProgrammeKey, programmeKey }: FeedbackRecord) =>
  reporterProgrammeKey ?? programmeKey;

/** Whether a person of the programme wrote it; of what nobody gave a programme, each says so. */
export const isReportedIn = ({ clientKey }: Pick<Programme, 'clientKey'>, record: FeedbackRecord) =>
  (reportedIn(record) ?? clientKey) === clientKey;

/** An item stays the same object until it changes, and the list the same array until one does. */
export function createReadFeedback(
  list: Pick<ListStore, 'all'>,
  programmeOf: (record: FeedbackRecord) => string | null = answeredIn,
): ReadFeedback {
  const reads = new WeakMap<StoredItem, Read>();
  const readLists = new WeakMap<readonly StoredItem[], Map<string, readonly Read[]>>();
  function readOnce(item: StoredItem): Read {
    const known = reads.get(item) ?? toRead(item);
    reads.set(item, known);
    return known;
  }
  return async ({ clientKey }) => {
    const items = await list.all();
    const byProgramme = readLists.get(items) ?? new Map<string, readonly Read[]>();
    readLists.set(items, byProgramme);
    const own =
      byProgramme.get(clientKey) ??
      items.map(readOnce).filter(({ record }) => (programmeOf(record) ?? clientKey) === clientKey);
    byProgramme.set(clientKey, own);
    return own;
  };
}

export function toMeasured({ clientKey, record }: Read): MeasuredFeedback {
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
