import {
  canEdit,
  canHandOver,
  canReinstate,
  canRenew,
  canRetire,
  canReturn,
  canSubmit,
  type ItemViewer,
  type LibraryContent,
  type LibraryItemStatus,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { Decision } from '@last-mile/shared/rules';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { Conflict, RuleRefused } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import { ListConflict, ListItemGone, type ListStore } from '../../sync/storedItem';
import { contentFields } from './libraryList';
import { addWriter, dropWriters } from './ownRecords';
import type { Publications } from './publication';
import { reviewDay } from './reviewDay';
import { canonical } from './seals';
import { itemFor, type ShownItem } from './shownItem';
import type { WrittenText } from './writtenText';

export interface EditDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly publications: Publications;
  readonly written: WrittenText;
  /** Days after which what is still right falls due for review again. */
  readonly reviewAfterDays: (programme: Programme) => Promise<number>;
  readonly now: () => Date;
}

/** A person acts on an item as they read it, at its eTag. */
export interface Acting {
  readonly shown: ShownItem;
  readonly eTag: string;
  readonly user: User;
  readonly programme: Programme;
  readonly viewer: ItemViewer;
}

/**
 * The life of an item between its first draft and its end. Each act asks its rule, then writes
 * straight to SharePoint with If-Match: whoever changed the item meanwhile is not overwritten.
 */
export interface Edits {
  /** Puts a text in the place of the one that stood there; of an approved item, a proposal. */
  write(acting: Acting, content: LibraryContent, originalVersion?: number): Promise<void>;
  submit(acting: Acting): Promise<void>;
  /** Gives a text back to who wrote it, with a word why. */
  giveBack(acting: Acting, note: string): Promise<void>;
  retire(acting: Acting): Promise<void>;
  reinstate(acting: Acting): Promise<void>;
  /** Says that the approved text is still right, for another review period. */
  renew(acting: Acting): Promise<void>;
  /** Names who keeps the item true from now on. */
  handOver(acting: Acting, ownerId: string): Promise<void>;
}

export function createEdits(dependencies: EditDependencies): Edits {
  const { database, list, publications, written, reviewAfterDays, now } = dependencies;

  function check({ shown, eTag, viewer }: Acting, decision: Decision) {
    if (!decision.allowed) throw new RuleRefused(decision.reason);
    if (shown.item.eTag !== eTag) throw new Conflict(itemFor(shown.item, viewer));
  }

  async function edit({ shown, eTag, user }: Acting, fields: Fields) {
    await list.edit(shown.stored.clientKey, eTag, { actorId: user.userId, fields });
  }

  return {
    async write(acting, content, originalVersion) {
      const { shown, user } = acting;
      const { clientKey } = shown.stored;
      check(acting, canEdit(shown.item, acting.viewer));
      const text = await written(content);
      const isNew = await addWriter(database, clientKey, user.userId);
      const status = statusOf(text, shown);
      try {
        await edit(acting, {
          ...contentFields(text),
          Status: status,
          ...editedFields(status, shown, user.userId),
          ...(originalVersion === undefined ? {} : { OriginalVersion: originalVersion }),
        });
      } catch (error) {
        const notTaken = error instanceof ListConflict || error instanceof ListItemGone;
        if (isNew && notTaken) await dropWriters(database, clientKey, user.userId);
        throw error;
      }
      // The approved text again: nothing waits, so nobody wrote what waits.
      if (status === 'published') await dropWriters(database, clientKey);
    },

    async submit(acting) {
      check(acting, canSubmit(acting.shown.item, acting.viewer));
      if (!acting.shown.complete) throw new RuleRefused('incompleteText');
      await edit(acting, { Status: 'inReview', ReturnNote: null, ReturnedBy: null });
    },

    async giveBack(acting, note) {
      check(acting, canReturn(acting.shown.item, acting.viewer));
      await edit(acting, {
        Status: 'draft',
        ReturnNote: note,
        ReturnedBy: acting.user.userId,
      });
    },

    async retire(acting) {
      const { shown, eTag, user } = acting;
      check(acting, canRetire(shown.item, acting.viewer));
      if (shown.approved) await publications.retire(shown, eTag, user);
      else await edit(acting, { Status: 'retired' });
    },

    async reinstate(acting) {
      const { shown, eTag, user } = acting;
      check(acting, canReinstate(shown.item, acting.viewer));
      if (shown.approved) await publications.reinstate(shown, eTag, user);
      else await edit(acting, { Status: 'draft' });
    },

    async renew(acting) {
      check(acting, canRenew(acting.shown.item, acting.viewer));
      const reviewOn = reviewDay(now(), await reviewAfterDays(acting.programme));
      await edit(acting, { ReviewOn: reviewOn });
      await recordAudit(database, {
        at: now(),
        actorId: acting.user.userId,
        action: 'library.renewed',
        subject: acting.shown.stored.clientKey,
        programmeKey: acting.programme.clientKey,
        details: { version: acting.shown.item.version, reviewOn },
      });
    },

    async handOver(acting, ownerId) {
      const { item, stored } = acting.shown;
      check(acting, canHandOver(item, acting.viewer));
      await edit(acting, { OwnerId: ownerId });
      await recordAudit(database, {
        at: now(),
        actorId: acting.user.userId,
        action: 'library.handedOver',
        subject: stored.clientKey,
        programmeKey: acting.programme.clientKey,
        details: { from: item.owner?.userId ?? '', to: ownerId },
      });
    },
  };
}

/** The columns that say who changed the text since it was last approved, once this person has. */
function editedFields(status: LibraryItemStatus, { item }: ShownItem, userId: string): Fields {
  if (status === 'published') return { EditorIds: null, EditedVersion: null };
  const editors = new Set([...item.editorIds, userId]);
  return { EditorIds: [...editors].join('\n'), EditedVersion: item.version };
}

/** A changed text has to be handed in again; the approved one, written again, is no change. */
function statusOf(text: LibraryContent, { approved }: ShownItem): LibraryItemStatus {
  return approved && canonical(text) === canonical(approved.content) ? 'published' : 'draft';
}
