import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { publicKeyOf } from '../../http/publicKey';
import { NotFound } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import { ListConflict, type ListStore, type StoredItem } from '../../sync/storedItem';

/** A programme's own item in SharePoint, for what champions change in it. */
export interface ProgrammeItem {
  read(programme: Programme): Promise<StoredItem>;
  /** Writes if the item is still as it was at `eTag`; else answers how it is now. */
  write(
    programme: Programme,
    eTag: string,
    fields: Fields,
    user: User,
  ): Promise<StoredItem | ListConflict>;
}

export function createProgrammeItem(list: ListStore): ProgrammeItem {
  async function read({ clientKey }: Programme): Promise<StoredItem> {
    const stored = (await list.all()).find(
      (item) => publicKeyOf('Programmes', item.clientKey) === clientKey,
    );
    if (!stored) throw new NotFound();
    return stored;
  }

  return {
    read,

    async write(programme, eTag, fields, user) {
      const stored = await read(programme);
      if (eTag !== (stored.eTag ?? '')) return new ListConflict(stored);
      const change = { actorId: user.userId, fields };
      return list.edit(stored.clientKey, eTag, change).catch((error: unknown) => {
        if (error instanceof ListConflict) return error;
        throw error;
      });
    },
  };
}
