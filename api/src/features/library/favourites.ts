import type { User } from '@last-mile/shared/user';
import type { Transaction } from '../../db/database';

/** What people have marked to find again; nobody sees another person's. */
export interface Favourites {
  /** Keys of the marked items, the latest first. */
  of(user: User): Promise<string[]>;
  /** Marks an item or takes the mark away; doing it again changes nothing. */
  set(user: User, itemKey: string, favourite: boolean): Promise<void>;
}

/** Favourites in PostgreSQL, under the digest of a person. */
export function createFavourites(
  database: Transaction,
  digestOf: (user: User) => Buffer,
): Favourites {
  return {
    async of(user) {
      const rows = await database.query<{ itemKey: string }>(
        `SELECT item_key AS "itemKey" FROM library_favourite
          WHERE person_digest = $1 ORDER BY marked_at DESC, item_key`,
        [digestOf(user)],
      );
      return rows.map(({ itemKey }) => itemKey);
    },

    async set(user, itemKey, favourite) {
      await database.query(
        favourite
          ? 'INSERT INTO library_favourite (person_digest, item_key) VALUES ($1, $2) ON CONFLICT DO NOTHING'
          : 'DELETE FROM library_favourite WHERE person_digest = $1 AND item_key = $2',
        [digestOf(user), itemKey],
      );
    },
  };
}
