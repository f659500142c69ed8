import { hash } from 'node:crypto';
import type { FeedbackRequest } from '@last-mile/shared/feedback';
import type { Database, Transaction } from '../../db/database';

/** What stands for one piece of feedback before it is anything else: its key, by whom, which words. */
export interface Claim {
  readonly clientKey: string;
  readonly reporterDigest: Buffer;
  readonly contentDigest: Buffer;
  readonly dueOn: string;
  readonly at: string;
}

/** New under its key; or there before, and then the same or something else. */
export type ClaimOutcome =
  | { readonly state: 'claimed' }
  | { readonly state: 'known'; readonly dueOn: string }
  | { readonly state: 'other' };

interface Receipt {
  clientKey: string;
  reporterDigest: Buffer;
  contentDigest: Buffer;
  dueOn: string;
}

/** Takes keys for words, all in one statement; a key is taken once, also within one call. */
export async function claimKeys(
  tx: Transaction,
  claims: readonly Claim[],
): Promise<ClaimOutcome[]> {
  const rows = await tx.query<{ clientKey: string }>(
    `INSERT INTO feedback_receipt (client_key, reporter_digest, content_digest, due_on, accepted_at)
     SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::text[], $5::timestamptz[])
     -- In one order everywhere, so that two instances cannot wait for each other.
     ORDER BY 1
     ON CONFLICT DO NOTHING RETURNING client_key::text AS "clientKey"`,
    [
      claims.map(({ clientKey }) => clientKey),
      claims.map(({ reporterDigest }) => reporterDigest),
      claims.map(({ contentDigest }) => contentDigest),
      claims.map(({ dueOn }) => dueOn),
      claims.map(({ at }) => at),
    ],
  );
  const claimed = new Set(rows.map(({ clientKey }) => clientKey));
  const receipts = await receiptsOf(
    tx,
    claims.length === claimed.size ? [] : claims.map(({ clientKey }) => clientKey),
  );
  return claims.map((claim) => {
    const receipt = receipts.get(claim.clientKey);
    // Taken by this call: by its first claim, whose words the receipt therefore holds.
    const isNew = claimed.has(claim.clientKey) && (!receipt || isSame(receipt, claim));
    if (isNew && claimed.delete(claim.clientKey)) return { state: 'claimed' };
    return receipt && isSame(receipt, claim)
      ? { state: 'known', dueOn: receipt.dueOn }
      : { state: 'other' };
  });
}

/** Gives keys back that could not be used. */
export async function releaseKeys(tx: Transaction, clientKeys: readonly string[]): Promise<void> {
  if (clientKeys.length === 0) return;
  await tx.query('DELETE FROM feedback_receipt WHERE client_key = ANY($1::uuid[])', [clientKeys]);
}

/** Who sent what, by keyed digest, from the receipts; what was made in SharePoint has none. */
export async function reporterDigests(
  database: Database,
  clientKeys: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await database.query<{ clientKey: string; digest: Buffer }>(
    `SELECT client_key::text AS "clientKey", reporter_digest AS digest
       FROM feedback_receipt WHERE client_key = ANY($1::uuid[])`,
    [clientKeys],
  );
  return new Map(rows.map(({ clientKey, digest }) => [clientKey, digest]));
}

/** A digest of what was asked, whatever the order of its fields. */
export function digestOfRequest(request: FeedbackRequest): Buffer {
  const { kind, reason, reachedClient, about, text, named, surface } = request;
  const { output, caseConsent } = request;
  const content: unknown[] = [
    kind,
    reason,
    reachedClient,
    Object.entries(about).sort(),
    text,
    named,
    surface,
  ];
  // Only where said, so that what was sent before these were asked for is still the same.
  if (output !== undefined) content.push({ output });
  if (caseConsent !== undefined) content.push({ caseConsent });
  return hash('sha256', JSON.stringify(content), 'buffer');
}

async function receiptsOf(tx: Transaction, keys: readonly string[]): Promise<Map<string, Receipt>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.query<Receipt>(
    `SELECT client_key::text AS "clientKey", reporter_digest AS "reporterDigest",
            content_digest AS "contentDigest", due_on AS "dueOn"
       FROM feedback_receipt WHERE client_key = ANY($1::uuid[])`,
    [keys],
  );
  return new Map(rows.map((row) => [row.clientKey, row]));
}

const isSame = (receipt: Receipt, claim: Claim) =>
  receipt.reporterDigest.equals(claim.reporterDigest) &&
  receipt.contentDigest.equals(claim.contentDigest);
