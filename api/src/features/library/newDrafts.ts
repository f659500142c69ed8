import type { LibraryContent } from '@last-mile/shared/library';
import type { Transaction } from '../../db/database';
import type { ListStore } from '../../sync/storedItem';
import { contentFields, draftRecord, recordFields, type LibraryRecord } from './libraryList';
import { putOrigins } from './ownRecords';

/** A text on its way to become a draft, under a key that was made for it. */
export interface NewDraft {
  readonly clientKey: string;
  readonly content: LibraryContent;
  readonly record: Pick<LibraryRecord, 'programmeKey' | 'origin'> & Partial<LibraryRecord>;
}

/**
 * Adds drafts that others wrote, in the name of `actorId`, and remembers where each comes from.
 * Answers those that are new: a key that the list has is left as it is.
 */
export async function addDrafts<Draft extends NewDraft>(
  tx: Transaction,
  list: ListStore,
  actorId: string,
  drafts: readonly Draft[],
): Promise<Draft[]> {
  const outcomes = await list.appendAll(
    tx,
    drafts.map(({ clientKey, content, record }) => ({
      clientKey,
      actorId,
      fields: { ...contentFields(content), ...recordFields(draftRecord(record)) },
    })),
  );
  const added = drafts.filter((_, at) => outcomes[at] === 'accepted');
  await putOrigins(
    tx,
    added.map(({ clientKey, record }) => {
      const { authorId = null, importedBy = null, copiedFrom = null } = record;
      return { clientKey, authorId, importedBy, copiedFrom };
    }),
  );
  return added;
}
