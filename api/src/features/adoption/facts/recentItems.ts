import type { Transaction } from '../../../db/database';
import type { Person, PersonDigest } from './subjects';

/** Keys of the items a person used last, the latest first. */
export type RecentItems = (person: Person) => Promise<string[]>;

const most = 6;

/** Reads the facts of the one who asks, and of nobody else. */
export function createRecentItems(database: Transaction, digestOf: PersonDigest): RecentItems {
  return async (person) => {
    const rows = await database.query<{ itemKey: string }>(
      `SELECT item_key AS "itemKey"
         FROM usage_event JOIN usage_subject USING (subject_id)
        WHERE person_digest = $1 AND item_key IS NOT NULL
        GROUP BY item_key ORDER BY max(at) DESC LIMIT ${most}`,
      [digestOf(person)],
    );
    return rows.map(({ itemKey }) => itemKey);
  };
}
