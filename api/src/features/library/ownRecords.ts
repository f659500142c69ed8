import type { CopiedFrom } from '@last-mile/shared/library';
import type { Database, Transaction } from '../../db/database';

/**
 * What PostgreSQL knows of an item by itself. It goes before what the columns say, because people
 * can edit those by hand: four eyes and what members see must not depend on them.
 */
export interface OwnRecord {
  /** Who wrote and who imported it; `undefined` when it did not come through Last Mile. */
  readonly origin: Omit<Origin, 'clientKey'> | undefined;
  /** Who changed the text through Last Mile since it was last approved. */
  readonly writers: readonly string[];
  /** Out of use, though a text of it was approved. */
  readonly retired: boolean;
}

const nothing: OwnRecord = { origin: undefined, writers: [], retired: false };

/** What is known of each item, by the key the list has it under. */
export async function readOwnRecords(
  database: Database,
): Promise<(clientKey: string) => OwnRecord> {
  const rows = await database.query<{
    clientKey: string;
    hasOrigin: boolean;
    authorId: string | null;
    importedBy: string | null;
    copiedFrom: CopiedFrom | null;
    writers: string[];
    retired: boolean;
  }>(
    `SELECT client_key AS "clientKey", origin.client_key IS NOT NULL AS "hasOrigin",
            author_id AS "authorId", imported_by AS "importedBy",
            CASE WHEN from_item IS NOT NULL THEN
              jsonb_build_object('programmeKey', from_programme, 'programme', from_programme_name,
                'itemKey', from_item, 'version', from_version,
                'at', to_char(copied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            END AS "copiedFrom",
            coalesce(writers, '{}') AS writers, retired_at IS NOT NULL AS retired
       FROM library_origin AS origin
       FULL JOIN (SELECT client_key, array_agg(user_id ORDER BY user_id) AS writers
                    FROM library_writer GROUP BY client_key) AS written USING (client_key)
       FULL JOIN library_retirement USING (client_key)`,
  );
  const records = new Map(
    rows.map(({ clientKey, hasOrigin, authorId, importedBy, copiedFrom, writers, retired }) => [
      clientKey,
      { origin: hasOrigin ? { authorId, importedBy, copiedFrom } : undefined, writers, retired },
    ]),
  );
  return (clientKey) => records.get(clientKey) ?? nothing;
}

/** A draft's key is taken for its author's text: `other` when it stands for something else. */
export async function claimDraft(
  tx: Transaction,
  claim: { clientKey: string; authorId: string; contentDigest: Buffer },
): Promise<'claimed' | 'known' | 'other'> {
  const { clientKey, authorId, contentDigest } = claim;
  const taken = await tx.query(
    `INSERT INTO library_origin (client_key, author_id, imported_by, content_digest)
     VALUES ($1, $2, NULL, $3) ON CONFLICT DO NOTHING RETURNING client_key`,
    [clientKey, authorId, contentDigest],
  );
  if (taken.length > 0) return 'claimed';
  const same = await tx.query(
    `SELECT 1 FROM library_origin
      WHERE client_key = $1 AND author_id = $2 AND content_digest = $3`,
    [clientKey, authorId, contentDigest],
  );
  return same.length > 0 ? 'known' : 'other';
}

/** Whom an item comes from, as far as Last Mile brought it in. */
export interface Origin {
  readonly clientKey: string;
  readonly authorId: string | null;
  readonly importedBy: string | null;
  readonly copiedFrom: CopiedFrom | null;
}

/** Remembers where new items come from. */
export async function putOrigins(tx: Transaction, origins: readonly Origin[]) {
  await tx.query(
    `INSERT INTO library_origin (client_key, author_id, imported_by, from_programme,
                                 from_programme_name, from_item, from_version, copied_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                          $7::integer[], $8::timestamptz[])
     ON CONFLICT DO NOTHING`,
    [
      origins.map(({ clientKey }) => clientKey),
      origins.map(({ authorId }) => authorId),
      origins.map(({ importedBy }) => importedBy),
      origins.map(({ copiedFrom }) => copiedFrom?.programmeKey ?? null),
      origins.map(({ copiedFrom }) => copiedFrom?.programme ?? null),
      origins.map(({ copiedFrom }) => copiedFrom?.itemKey ?? null),
      origins.map(({ copiedFrom }) => copiedFrom?.version ?? null),
      origins.map(({ copiedFrom }) => copiedFrom?.at ?? null),
    ],
  );
}

/** Remembers that `userId` changed the text; true when that is new. */
export async function addWriter(
  tx: Transaction,
  clientKey: string,
  userId: string,
): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO library_writer (client_key, user_id) VALUES ($1, $2)
     ON CONFLICT DO NOTHING RETURNING client_key`,
    [clientKey, userId],
  );
  return added.length > 0;
}

/** Forgets a writer whose change was not taken, or all of them once a text is approved. */
export async function dropWriters(tx: Transaction, clientKey: string, userId?: string) {
  await tx.query(
    'DELETE FROM library_writer WHERE client_key = $1 AND ($2::text IS NULL OR user_id = $2)',
    [clientKey, userId ?? null],
  );
}

export async function putRetirement(tx: Transaction, clientKey: string, by: string, at: string) {
  await tx.query(
    `INSERT INTO library_retirement (client_key, retired_by, retired_at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [clientKey, by, at],
  );
}

export async function dropRetirement(tx: Transaction, clientKey: string) {
  await tx.query('DELETE FROM library_retirement WHERE client_key = $1', [clientKey]);
}
