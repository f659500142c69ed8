import type { Transaction } from '../../../db/database';
import { createChainIds } from './chainIds';

/**
 * What reporters were told stays told when `next` becomes of the digests on their receipts: the chain of
 * each piece goes on under its new id. To be called before the receipts are changed.
 */
export async function moveChains(
  tx: Transaction,
  chainKey: string,
  next: (digest: Buffer) => Buffer,
): Promise<void> {
  const chainIdOf = createChainIds(chainKey);
  const receipts = await tx.query<{ key: string; person: Buffer }>(
    'SELECT client_key::text AS key, reporter_digest AS person FROM feedback_receipt',
  );
  await tx.query(
    `UPDATE notification_chain SET chain_id = moved.next
       FROM unnest($1::bigint[], $2::bigint[]) AS moved(now, next) WHERE chain_id = moved.now`,
    [
      receipts.map(({ key, person }) => chainIdOf(person, key)),
      receipts.map(({ key, person }) => chainIdOf(next(person), key)),
    ],
  );
}
