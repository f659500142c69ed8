import type { User } from '@last-mile/shared/user';
import type { Transaction } from '../../../db/database';
import type { PersonDigest } from './subjects';

/** Whether somebody used something in a month, `2026-11`, of a time zone. */
export type UsedIn = (person: User, month: string, timeZone: string) => Promise<boolean>;

/** Reads the facts of the one who asks, and of nobody else. */
export function createUsedIn(database: Transaction, digestOf: PersonDigest): UsedIn {
  return async (person, month, timeZone) => {
    const [row] = await database.query(
      `SELECT FROM usage_event JOIN usage_subject USING (subject_id)
        WHERE person_digest = $1 AND to_char(at AT TIME ZONE $3, 'YYYY-MM') = $2 LIMIT 1`,
      [digestOf(person), month, timeZone],
    );
    return row !== undefined;
  };
}
