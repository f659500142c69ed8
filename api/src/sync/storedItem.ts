import type { Transaction } from '../db/database';
import type { Fields } from './listDefinition';

/** One item of a list, whether SharePoint has it already or it still waits in the outbox. */
export interface StoredItem {
  /** The public id. An item someone made by hand in SharePoint has `sharepoint-<itemId>`. */
  clientKey: string;
  /** `null` until delivered. */
  itemId: string | null;
  eTag: string | null;
  /** Every column of the definition plus `ActorId` and `ChangeId`; an empty column is `null`. */
  fields: Fields;
  createdAt: string;
  modifiedAt: string;
  delivered: boolean;
  /** Why the item cannot be delivered, if so. */
  parked?: string;
}

/** An item as it stood at one time, from SharePoint's own history. */
export interface ItemVersion {
  /** SharePoint's name of the version, such as `3.0`. */
  id: string;
  at: string;
  /** The person who wrote it in SharePoint; `null` where an app did, and `ActorId` may tell whom for. */
  by: { userId: string | null; name: string | null } | null;
  fields: Fields;
}

/** A new item of a list. */
export interface AppendedItem {
  clientKey: string;
  actorId: string;
  fields: Fields;
}

export type AppendOutcome = 'accepted' | 'known';

/** What became of an item that was to go: 'touched' is kept because somebody changed it. */
export type RemovalOutcome = 'removed' | 'touched' | 'gone';

/** One list: reads are the replica united with the outbox and never call Graph. */
export interface ListStore {
  all(): Promise<readonly StoredItem[]>;
  get(clientKey: string): Promise<StoredItem | undefined>;
  /**
   * Commits a create with the caller's transaction; the worker delivers it. A key that was ever
   * accepted or is in the list changes nothing and answers 'known'.
   */
  append(tx: Transaction, item: AppendedItem): Promise<AppendOutcome>;
  /** The same for many items in one statement; answers each in the order given. */
  appendAll(tx: Transaction, items: readonly AppendedItem[]): Promise<AppendOutcome[]>;
  /**
   * Writes straight to SharePoint if the item is still as `eTag` says. Throws ListConflict with
   * the current item, ListItemGone, TextTooLong or ListUnavailable (nothing is known to be
   * written: the person may try again). What was read before SharePoint had it is edited with '', and
   * is a conflict from its second version on.
   */
  edit(
    clientKey: string,
    eTag: string,
    change: { actorId: string; fields: Fields },
  ): Promise<StoredItem>;
  /**
   * What SharePoint keeps of the item's history, newest first, the present among it; sites trim it.
   * Asks Graph. Throws ListItemGone or ListUnavailable.
   */
  history(clientKey: string): Promise<readonly ItemVersion[]>;
  /**
   * Deletes those of the items that nobody changed since they were created; answers in the order
   * given. Throws ListUnavailable: what was deleted until then is gone, the rest may be asked again.
   */
  removeUntouched(clientKeys: readonly string[]): Promise<RemovalOutcome[]>;
  /**
   * Deletes items whatever became of them since they were created; what SharePoint never took goes from
   * here. Throws ListUnavailable as `removeUntouched` does. Answers 'touched' where somebody changed one at
   * that moment: it is still there.
   */
  remove(clientKeys: readonly string[]): Promise<'removed' | 'touched'>;
  /**
   * Deletes one item if it is still as `eTag` says; '' as in `edit`. Throws
   * ListConflict with the current item, ListItemGone, or ListUnavailable (it may be gone: ask again).
   */
  removeAsRead(clientKey: string, eTag: string): Promise<void>;
  /** Grows whenever anything readable may have changed, also by another instance. */
  version(): number;
}

/** Someone else changed the item since the caller read it. */
export class ListConflict extends Error {
  override readonly name = 'ListConflict';
  constructor(readonly current: StoredItem) {
    super('The item was changed by someone else');
  }
}

/** The item is not in the list, or no longer. */
export class ListItemGone extends Error {
  override readonly name = 'ListItemGone';
}

/** A text is longer than its SharePoint column holds; nothing was written. */
export class TextTooLong extends Error {
  override readonly name = 'TextTooLong';
  constructor(
    readonly column: string,
    readonly limit: number,
  ) {
    super(`${column} holds at most ${limit} characters`);
  }
}

/** A text holds a character no SharePoint column can (U+0000, half an emoji). */
export class TextNotStorable extends Error {
  override readonly name = 'TextNotStorable';
  constructor(readonly column: string) {
    super(`${column} holds a character that cannot be stored`);
  }
}

/** SharePoint did not answer in time or refused for now. */
export class ListUnavailable extends Error {
  override readonly name = 'ListUnavailable';
}
