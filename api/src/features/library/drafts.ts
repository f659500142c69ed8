import { hash } from 'node:crypto';
import {
  canSeeItem,
  type draftRequest,
  type DraftReceipt,
  type ItemProvenance,
  type ItemViewer,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type * as z from 'zod/mini';
import { recordAudit } from '../../auth/auditTrail';
import type { Database, Transaction } from '../../db/database';
import { NotFound, RuleRefused } from '../../http/refusals';
import type { ListStore } from '../../sync/storedItem';
import type { LibraryIndex } from './libraryIndex';
import { contentFields, draftRecord, recordFields, toContent, toRecord } from './libraryList';
import { claimDraft } from './ownRecords';
import { canonical } from './seals';
import type { WrittenText } from './writtenText';

export interface DraftDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly index: LibraryIndex;
  readonly written: WrittenText;
  readonly now: () => Date;
}

type Draft = z.output<typeof draftRequest>;

/** Keeps a draft that was checked, with whatever else is committed with it. */
export type KeepDraft = (tx: Transaction) => Promise<DraftReceipt>;

/**
 * Keeps a new draft under its author's key: committed with the outbox before it is acknowledged, so
 * that nothing is lost while SharePoint is away, and sent again it is known.
 */
export function createDrafts({ database, list, index, written, now }: DraftDependencies) {
  /** The original must be in use, for whoever translates it or keeps a variant beside it. */
  async function checkOriginal({ original }: Draft, programme: Programme, viewer: ItemViewer) {
    if (original === null) return;
    const found = (await index.of(programme)).byKey.get(original.clientKey.toLowerCase());
    if (!found || !canSeeItem(found.item, viewer)) throw new NotFound();
    const { status, version, basedOn } = found.item;
    if (status !== 'published' || basedOn !== null || original.version > version) {
      throw new RuleRefused('originalNotPublished');
    }
  }

  /** Checks a draft; what is answered keeps it in a transaction, once. */
  async function prepare(
    draft: Draft,
    programme: Programme,
    viewer: ItemViewer,
    provenance: ItemProvenance = { origin: 'written', sessionKey: null },
  ): Promise<KeepDraft> {
    const clientKey = draft.clientKey.toLowerCase();
    const contentDigest = hash('sha256', JSON.stringify(draft), 'buffer');
    await checkOriginal(draft, programme, viewer);
    const content = await written(draft.content);
    const authorId = viewer.userId;
    const fields = {
      ...contentFields(content),
      ...recordFields(
        draftRecord({
          programmeKey: programme.clientKey,
          ...provenance,
          authorId,
          ownerId: authorId,
          ...originalOf(draft),
        }),
      ),
    };
    /** The list has the very draft, of which a database that was restored knows nothing. */
    async function isHeld(): Promise<boolean> {
      const held = await list.get(clientKey);
      if (!held) return false;
      const [record, sent] = [toRecord(held.fields), toRecord(fields)];
      return (
        record.authorId === authorId &&
        record.basedOn?.clientKey === sent.basedOn?.clientKey &&
        record.translationOf === sent.translationOf &&
        canonical(toContent(held.fields).content) === canonical(toContent(fields).content)
      );
    }
    return async (tx) => {
      const claim = await claimDraft(tx, { clientKey, authorId, contentDigest });
      if (claim === 'other') throw new RuleRefused('keyReused');
      if (claim === 'known') return { clientKey, state: 'known' };
      const outcome = await list.append(tx, { clientKey, actorId: authorId, fields });
      if (outcome === 'known') {
        // In the list without an origin it is somebody else's item, unless it says all the same.
        if (!(await isHeld())) throw new RuleRefused('keyReused');
        return { clientKey, state: 'known' };
      }
      await recordAudit(tx, {
        at: now(),
        actorId: authorId,
        action: 'library.drafted',
        subject: clientKey,
        programmeKey: programme.clientKey,
      });
      return { clientKey, state: 'accepted' };
    };
  }

  return {
    prepare,
    async create(draft: Draft, programme: Programme, viewer: ItemViewer): Promise<DraftReceipt> {
      return database.transaction(await prepare(draft, programme, viewer));
    },
  };
}

function originalOf({ original }: Draft) {
  if (original === null) return {};
  const { version } = original;
  const clientKey = original.clientKey.toLowerCase();
  return original.as === 'ownVariant'
    ? { basedOn: { clientKey, version } }
    : { translationOf: clientKey, originalVersion: version };
}
