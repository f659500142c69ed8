import type { LibraryItem, OwnItemsResponse } from '@last-mile/shared/library';
import { ofItself, recordAudit } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { ListConflict, ListItemGone, type ListStore } from '../../sync/storedItem';
import { dayItGoes } from './dayItGoes';
import { readOwnRecords } from './ownRecords';
import type { Seals } from './seals';
import { toShownItem } from './shownItem';

export interface OldDraftsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly seals: Seals;
  /** Days after which a draft that nobody changes is retired. */
  readonly afterDays: number;
  readonly now: () => Date;
}

/** Drafts that were begun and left alone: their words stay, with their author, who takes them up again. */
export interface OldDrafts {
  /**
   * Retires drafts that nobody changed since; answers how many. What somebody changes just then stays a
   * draft. Throws ListUnavailable.
   */
  retire(until: Date): Promise<number>;
  /** Which of these are retired unless somebody changes them, and when; only such as are near. */
  retiring(items: readonly LibraryItem[]): OwnItemsResponse['retiring'];
}

/** A list can have many years behind it when this begins: the rest goes with the next run. */
const mostAtOnce = 500;

export function createOldDrafts(dependencies: OldDraftsDependencies): OldDrafts {
  const { database, list, seals, afterDays, now } = dependencies;

  return {
    async retire(until) {
      const [stored, approved, ownRecordOf] = await Promise.all([
        list.all(),
        seals.latest(),
        readOwnRecords(database),
      ]);
      const old = stored
        .map((item) => toShownItem(item, approved.get(item.clientKey), ownRecordOf(item.clientKey)))
        .filter(({ item }) => isUnfinished(item) && Date.parse(item.modifiedAt) < until.getTime())
        .slice(0, mostAtOnce);
      let retired = 0;
      for (const { stored: item, record } of old) {
        const change = { actorId: ofItself, fields: { Status: 'retired' } };
        try {
          await list.edit(item.clientKey, item.eTag ?? '', change);
        } catch (error) {
          if (error instanceof ListConflict || error instanceof ListItemGone) continue;
          throw error;
        }
        retired += 1;
        await recordAudit(database, {
          ...{ at: now(), actorId: ofItself, action: 'library.draftRetired' },
          ...{ subject: item.clientKey, programmeKey: record.programmeKey },
        });
      }
      return retired;
    },

    retiring(items) {
      return items.filter(isUnfinished).flatMap(({ clientKey, modifiedAt }) => {
        const on = dayItGoes(new Date(modifiedAt), afterDays, now());
        return on === null ? [] : [{ clientKey, on }];
      });
    },
  };
}

/** A person's own variant is no draft: they work with it. What is handed in waits for others. */
const isUnfinished = ({ status, basedOn, eTag }: LibraryItem) =>
  status === 'draft' && basedOn === null && eTag !== null;
