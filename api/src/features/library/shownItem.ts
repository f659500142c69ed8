import type { LibraryContent, LibraryItem } from '@last-mile/shared/library';
import { publicKeyOf } from '../../http/publicKey';
import type { StoredItem } from '../../sync/storedItem';
import { toContent, toRecord, type LibraryRecord } from './libraryList';
import { canonical, type Approved } from './seals';

/** Who wrote and imported an item, as we know it ourselves; it goes before what the columns say. */
export interface Origin {
  readonly authorId: string | null;
  readonly importedBy: string | null;
}

/** An item with everything its decisions need; `item` is what champions are shown. */
export interface ShownItem {
  readonly stored: StoredItem;
  readonly record: LibraryRecord;
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
  origin: Origin | undefined,
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
    provenance: {
      origin: record.origin ?? (importedBy === null ? 'written' : 'imported'),
      sessionKey: record.sessionKey,
    },
    owner: record.ownerId === null ? null : { userId: record.ownerId, name: null },
    translationOf: record.translationOf,
    basedOn: record.basedOn,
    // Known only beside the other items, and on a day: the index says them.
    originalChanged: false,
    stale: false,
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
    return { stored, record, current, complete, item };
  }
  const changed = changedSince(approved.content, current, complete, record);
  const item: LibraryItem = {
    ...common,
    status: 'published',
    content: approved.content,
    reviewOn: record.reviewOn,
    version: approved.version,
    proposal: changed.length === 0 ? null : { content: current, changed, at: common.modifiedAt },
  };
  return { stored, record, current, complete, item };
}

/** The item as members are shown it: the approved text, nothing that waits. */
export function forMembers(item: LibraryItem): LibraryItem {
  return { ...item, eTag: null, proposal: null, importedBy: null };
}

function changedSince(
  approved: LibraryContent,
  current: LibraryContent,
  complete: boolean,
  record: LibraryRecord,
): string[] {
  const changed =
    complete && canonical(current) === canonical(approved)
      ? []
      : (Object.keys(approved) as (keyof LibraryContent)[]).filter(
          (name) => JSON.stringify(approved[name]) !== JSON.stringify(current[name]),
        );
  return record.status === 'published' ? changed : [...changed, 'status'];
}
