import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { v5 } from 'uuid';
import type { Database, Transaction } from '../../db/database';
import type { NewDraft } from './newDrafts';

/** A draft that is imported, with the key of what it is made from: made twice, it is one draft. */
export type ImportedDraft = NewDraft & { readonly rowKey: string };

/** Names in this space are the key of what was taken back, and how often. */
const importedAgain = '0c8f6b0a-3b1c-5f3e-8a53-2d1e9f7a4c60';

/**
 * The key an item gets, by that of what it is made from. What was taken back comes again as another
 * item: the list remembers keys for good.
 */
export async function newKeys(
  database: Database,
  rowKeys: readonly string[],
): Promise<(rowKey: string) => string> {
  const removed = await database.query<{ rowKey: string; times: number }>(
    `SELECT row_key AS "rowKey", times FROM library_row_removed WHERE row_key = ANY($1)`,
    [rowKeys],
  );
  const times = new Map(removed.map((row) => [row.rowKey, row.times]));
  return (rowKey) => {
    const before = times.get(rowKey);
    return before === undefined ? rowKey : v5(`${rowKey} ${before}`, importedAgain);
  };
}

/** An import as a whole, which can be taken back. */
interface KeptImport {
  readonly importKey: string;
  readonly programme: Programme;
  readonly user: User;
  readonly at: Date;
  /** The programme it comes from; null for a file. */
  readonly from: Programme | null;
}

/** Remembers what came with an import. */
export async function keepImport(
  tx: Transaction,
  drafts: readonly ImportedDraft[],
  { importKey, programme, user, at, from }: KeptImport,
) {
  if (drafts.length === 0) return;
  await tx.query(
    `INSERT INTO library_import
       (import_key, programme_key, imported_by, begun_at, from_programme_name)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [importKey, programme.clientKey, user.userId, at, from?.name ?? null],
  );
  await tx.query(
    `INSERT INTO library_import_item (import_key, client_key, row_key)
     SELECT $1, row.client_key, row.row_key
       FROM unnest($2::text[], $3::text[]) AS row(client_key, row_key)`,
    [importKey, drafts.map(({ clientKey }) => clientKey), drafts.map(({ rowKey }) => rowKey)],
  );
}
