import {
  isKeptBy,
  type ItemViewer,
  type LibraryAuthor,
  type LibraryContent,
  type LibraryItem,
} from '@last-mile/shared/library';
import { publicKeyOf } from '../../http/publicKey';
import type { StoredItem } from '../../sync/storedItem';
import { toContent, toRecord, type LibraryRecord } from './libraryList';
import type { OwnRecord } from './ownRecords';
import { canonical, type Approved } from './seals';

/** An item with everything its decisions need; `item` is what champions are shown. */
export interface ShownItem {
  readonly stored: StoredItem;
  readonly record: LibraryRecord;
  /** The text members are shown, if one was approved. */
  readonly approved: Approved | undefined;
  /** The text as it stands in SharePoint now: what a publication would approve. */
  readonly current: LibraryContent;
  /** False when people left the text in SharePoint incomplete: it cannot be approved so. */
  readonly complete: boolean;
  readonly item: LibraryItem;
}

/**
 * What an item is, seen from outside (docs/decisions/0005): once a text was approved, that text is
 * the item, and whatever SharePoint says differently (a text, a status) is a proposal. Before, what
 * SharePoint says is the draft, and a status set there by hand publishes nothing.
 */
export function toShownItem(
  stored: StoredItem,
  approved: Approved | undefined,
  { origin, writers, retired }: OwnRecord,
): ShownItem {
  const record = toRecord(stored.fields);
  const { content: current, complete } = toContent(stored.fields);
  const importedBy = origin ? origin.importedBy : record.importedBy;
  const common = {
    clientKey: publicKeyOf('Library', stored.clientKey),
    author: {
      userId: origin ? origin.authorId : record.authorId,
      name: record.authorName,
    },
    importedBy,
    sourceUrl: record.sourceUrl,
    sharedFrom: null,
    copiedFrom: origin ? origin.copiedFrom : record.copiedFrom,
    provenance: {
      origin: record.origin ?? (importedBy === null ? 'written' : 'imported'),
      sessionKey: record.sessionKey,
    },
    owner: record.ownerId === null ? null : personOf(record.ownerId),
    translationOf: record.translationOf,
    basedOn: record.basedOn,
    originalVersion: record.basedOn?.version ?? record.originalVersion,
    // Known only beside the other items, and on a day: the index says them.
    originalChanged: false,
    stale: false,
    writers: writers.map(personOf),
    editorIds: editorsOf(record, approved),
    returned:
      record.returnNote === null
        ? null
        : { note: record.returnNote, by: { userId: record.returnedBy, name: null } },
    modifiedAt: new Date(stored.modifiedAt).toISOString(),
    eTag: stored.eTag,
  };
  if (!approved) {
    const item: LibraryItem = {
      ...common,
      status: record.status === 'published' ? 'inReview' : record.status,
      content: current,
      reviewOn: null,
      version: 0,
      proposal: null,
    };
    return { stored, record, approved, current, complete, item };
  }
  const status = retired ? 'retired' : 'published';
  const changed = changedSince(approved.content, current, complete);
  if (record.status !== status) changed.push('status');
  const item: LibraryItem = {
    ...common,
    status,
    content: approved.content,
    reviewOn: record.reviewOn,
    version: approved.version,
    proposal:
      changed.length === 0
        ? null
        : {
            content: current,
            changed,
            at: common.modifiedAt,
            status: record.status === 'draft' ? 'draft' : 'inReview',
          },
  };
  return { stored, record, approved, current, complete, item };
}

/**
 * Who changed the text since it was last approved, as SharePoint says: a database that was restored knows it
 * from there alone. Of a text that was approved since then, nobody.
 */
function editorsOf({ editorIds, editedVersion }: LibraryRecord, approved: Approved | undefined) {
  return editedVersion !== null && editedVersion >= (approved?.version ?? 0) ? [...editorIds] : [];
}

/** The item as `viewer` is shown it: what waits is for champions, its author and its owner. */
export function itemFor(item: LibraryItem, viewer: ItemViewer): LibraryItem {
  if (viewer.champion) return item;
  return isKeptBy(item, viewer) ? { ...item, importedBy: null } : forMembers(item);
}

/** The item as members are shown it: the approved text, nothing that waits. */
export function forMembers(item: LibraryItem): LibraryItem {
  const waiting = { eTag: null, proposal: null, importedBy: null, writers: [], editorIds: [] };
  return { ...item, ...waiting, returned: null };
}

const personOf = (userId: string): LibraryAuthor => ({ userId, name: null });

function changedSince(approved: LibraryContent, current: LibraryContent, complete: boolean) {
  if (complete && canonical(current) === canonical(approved)) return [];
  return (Object.keys(approved) as (keyof LibraryContent)[]).filter(
    (name) => JSON.stringify(approved[name]) !== JSON.stringify(current[name]),
  ) as string[];
}
