import type { Database, Transaction } from '../../../db/database';

/** What a reporter said last, and is not known to be in SharePoint yet. */
export interface WaitingConsent {
  readonly feedbackKey: string;
  readonly consent: boolean;
  readonly saidAt: Date;
}

/**
 * Everybody's, by the key of the flag, the oldest first. Read before the list: what does not wait any
 * more is there.
 */
export async function waitingConsents(
  database: Database,
): Promise<ReadonlyMap<string, WaitingConsent>> {
  const rows = await database.query<WaitingConsent>(
    `SELECT feedback_key::text AS "feedbackKey", consent, said_at AS "saidAt"
       FROM case_consent WHERE settled_at IS NULL ORDER BY said_at`,
  );
  return new Map(rows.map((row) => [row.feedbackKey, row]));
}

/** Keeps what a reporter says, in place of what they said before. */
export async function keepConsent(
  tx: Transaction,
  { feedbackKey, consent, saidAt }: WaitingConsent,
): Promise<void> {
  await tx.query(
    `INSERT INTO case_consent (feedback_key, consent, said_at) VALUES ($1, $2, $3)
     ON CONFLICT (feedback_key) DO UPDATE
       SET consent = excluded.consent, said_at = excluded.said_at, settled_at = NULL`,
    [feedbackKey, consent, saidAt],
  );
}

/** SharePoint has it, unless something else was said meanwhile. */
export async function markSettled(
  database: Database,
  { feedbackKey, consent }: WaitingConsent,
  at: Date,
): Promise<void> {
  await database.query(
    `UPDATE case_consent SET settled_at = $3 WHERE feedback_key = $1 AND consent = $2`,
    [feedbackKey, consent, at],
  );
}
