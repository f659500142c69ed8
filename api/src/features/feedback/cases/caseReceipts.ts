import { hash } from 'node:crypto';
import type { CaseReceipt } from '@last-mile/shared/feedback';
import type { Transaction } from '../../../db/database';
import { RuleRefused } from '../../../http/refusals';
import type { AppendOutcome } from '../../../sync/storedItem';

/** What is sent under a key: a case, a walk or a change of an assistant. */
export interface CaseClaim {
  readonly clientKey: string;
  readonly contentDigest: Buffer;
  /** Of a case: the flag it is made of. */
  readonly feedbackKey?: string;
}

/** A digest of what somebody sent; its parts in a fixed order. */
export const digestOf = (...parts: readonly (string | number | null)[]): Buffer =>
  hash('sha256', JSON.stringify(parts), 'buffer');

/** The receipt of what arrived before; undefined for a new key. Throws keyReused for something else. */
export async function receiptOf(
  database: Transaction,
  { clientKey, contentDigest }: CaseClaim,
): Promise<CaseReceipt | undefined> {
  const [row] = await database.query<{ contentDigest: Buffer }>(
    `SELECT content_digest AS "contentDigest" FROM case_receipt WHERE client_key = $1`,
    [clientKey],
  );
  if (row?.contentDigest.equals(contentDigest) === false) throw new RuleRefused('keyReused');
  return row && { clientKey, state: 'known' };
}

/** There is a case of the flag already. */
export class FlagTaken extends Error {
  override readonly name = 'FlagTaken';
  constructor(readonly caseKey: string) {
    super('There is a case of this flag already.');
  }
}

/**
 * Takes the key, and for a case its flag, in the transaction in which `append` keeps what was sent: all
 * of it or nothing. What arrived meanwhile is known. Throws keyReused, and FlagTaken.
 */
export async function keepOnce(
  tx: Transaction,
  sent: CaseClaim,
  append: () => Promise<AppendOutcome>,
): Promise<CaseReceipt> {
  const { clientKey, contentDigest, feedbackKey = null } = sent;
  const claimed = await tx.query(
    `INSERT INTO case_receipt (client_key, content_digest, feedback_key) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING client_key`,
    [clientKey, contentDigest, feedbackKey],
  );
  if (claimed.length === 0) {
    const meanwhile = await receiptOf(tx, sent);
    if (meanwhile) return meanwhile;
    throw new FlagTaken(await caseOf(tx, feedbackKey));
  }
  // The list knows a key we gave no receipt for: it belongs to something else.
  if ((await append()) === 'known') throw new RuleRefused('keyReused');
  return { clientKey, state: 'accepted' };
}

async function caseOf(tx: Transaction, feedbackKey: string | null): Promise<string> {
  const [row] = await tx.query<{ clientKey: string }>(
    `SELECT client_key::text AS "clientKey" FROM case_receipt WHERE feedback_key = $1`,
    [feedbackKey],
  );
  return row?.clientKey ?? '';
}

/** Lets other cases be made of the flags of these. */
export async function freeFlags(tx: Transaction, caseKeys: readonly string[]): Promise<void> {
  await tx.query(`UPDATE case_receipt SET feedback_key = NULL WHERE client_key = ANY($1::uuid[])`, [
    caseKeys,
  ]);
}
