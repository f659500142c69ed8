import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import type { Pseudonyms } from './pseudonyms';
import type { Read } from './readFeedback';

/** Says of a piece of feedback whether one person wrote it. */
type IsOwn = (read: Pick<Read, 'clientKey' | 'record'>) => boolean;

/**
 * Whose feedback is whose: by the keyed digest of the receipt, by the name they gave, or, where a restored
 * database has no receipt, by the mark that nobody else has.
 */
export interface Reporters {
  /** Looks the person's receipts up once, for as many pieces as there are. */
  ownOf(user: User): Promise<IsOwn>;
}

export function createReporters(database: Database, pseudonyms: Pseudonyms): Reporters {
  return {
    async ownOf(user) {
      const rows = await database.query<{ clientKey: string }>(
        `SELECT client_key::text AS "clientKey" FROM feedback_receipt WHERE reporter_digest = $1`,
        [pseudonyms.digestOf(user)],
      );
      const keys = new Set(rows.map(({ clientKey }) => clientKey));
      return ({ clientKey, record }) =>
        keys.has(clientKey) ||
        (record.named
          ? record.reporter === user.userId
          : record.reporterMark !== null &&
            record.reporterMark === pseudonyms.markFor(user, clientKey));
    },
  };
}
