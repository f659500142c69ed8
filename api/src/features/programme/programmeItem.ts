import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit, type Audited } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { editAsRead, requireAsRead } from '../../http/editAsRead';
import { publicKeyOf } from '../../http/publicKey';
import { NotFound } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import type { ListStore, StoredItem } from '../../sync/storedItem';

export interface ProgrammeItemDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly now: () => Date;
}

/** What a champion sets in their programme's item, as it stood at `eTag`. */
interface Setting extends Required<Pick<Audited, 'action' | 'details'>> {
  readonly programme: Programme;
  readonly eTag: string;
  readonly fields: Fields;
  readonly user: User;
}

/** A programme's own item in SharePoint, for what champions change in it. */
export interface ProgrammeItem {
  read(programme: Programme): Promise<StoredItem>;
  /**
   * Writes if the item is still as it was read, and enters it in the audit trail; else throws Conflict
   * with what `show` makes of the item as it is now.
   */
  save(setting: Setting, show: (stored: StoredItem) => unknown): Promise<StoredItem>;
}

export function createProgrammeItem(dependencies: ProgrammeItemDependencies): ProgrammeItem {
  const { database, list, now } = dependencies;

  async function read({ clientKey }: Programme): Promise<StoredItem> {
    const stored = (await list.all()).find(
      (item) => publicKeyOf('Programmes', item.clientKey) === clientKey,
    );
    if (!stored) throw new NotFound();
    return stored;
  }

  return {
    read,

    async save(setting, show) {
      const { programme, eTag, fields, user, action, details } = setting;
      const stored = await read(programme);
      await requireAsRead(stored, eTag, show);
      const actorId = user.userId;
      const saved = await editAsRead(list, stored.clientKey, eTag, { actorId, fields }, show);
      await recordAudit(database, {
        at: now(),
        actorId,
        action,
        subject: programme.clientKey,
        programmeKey: programme.clientKey,
        details,
      });
      return saved;
    },
  };
}
