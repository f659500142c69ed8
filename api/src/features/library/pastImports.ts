import type { ImportRemovalResponse, LibraryItem, PastImport } from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { Names } from '../../auth/names';
import type { Database, Transaction } from '../../db/database';
import { NotFound } from '../../http/refusals';
import type { ListStore } from '../../sync/storedItem';

export interface PastImports {
  /** What was imported and can be taken back, the latest first. */
  list(programme: Programme): Promise<PastImport[]>;
  /**
   * Takes back the next drafts of an import that nobody has touched since, and names those that
   * stay. One step is a few batches to SharePoint; an import larger than that takes several.
   */
  remove(programme: Programme, importKey: string, user: User): Promise<ImportRemovalResponse>;
}

export interface PastImportDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  readonly items: (programme: Programme) => Promise<ReadonlyMap<string, LibraryItem>>;
  readonly now: () => Date;
}

const importsShown = 20;
const itemsPerStep = 200;

export function createPastImports(dependencies: PastImportDependencies): PastImports {
  const { database, list, names, items, now } = dependencies;

  return {
    async list(programme) {
      const imports = await database.query<{
        importKey: string;
        importedBy: string;
        begunAt: Date;
        from: string | null;
        items: number;
      }>(
        `SELECT import_key AS "importKey", imported_by AS "importedBy", begun_at AS "begunAt",
                from_programme_name AS "from", count(*)::integer AS items
           FROM library_import JOIN library_import_item USING (import_key)
          WHERE programme_key = $1
          GROUP BY import_key ORDER BY begun_at DESC LIMIT $2`,
        [programme.clientKey, importsShown],
      );
      const found = await names.of(imports.map(({ importedBy }) => importedBy));
      return imports.map(({ importKey, importedBy, begunAt, from, items: count }) => ({
        importKey,
        at: begunAt.toISOString(),
        importedBy: { userId: importedBy, name: found.get(importedBy) ?? null },
        from,
        items: count,
      }));
    },

    async remove(programme, importKey, user) {
      const mine = await itemsOf(database, programme, importKey);
      if (mine.length === 0) throw new NotFound();
      const next = mine.slice(0, itemsPerStep);
      const outcomes = await list.removeUntouched(next.map(({ clientKey }) => clientKey));
      const gone = next.filter((_, at) => outcomes[at] !== 'touched');
      const touched = next.filter((_, at) => outcomes[at] === 'touched');
      await database.transaction(async (tx) => {
        await forget(tx, next, gone);
        await recordAudit(tx, {
          at: now(),
          actorId: user.userId,
          action: 'library.importRemoved',
          subject: programme.clientKey,
          programmeKey: programme.clientKey,
          details: { removed: gone.length, kept: touched.length },
        });
      });
      const known = await items(programme);
      return {
        removed: outcomes.filter((outcome) => outcome === 'removed').length,
        kept: touched.flatMap(({ clientKey }) => {
          const item = known.get(clientKey);
          return item ? [{ clientKey: item.clientKey, title: item.content.title }] : [];
        }),
        left: mine.length - next.length,
      };
    },
  };
}

interface ImportedItem {
  clientKey: string;
  rowKey: string;
}

function itemsOf(
  database: Database,
  programme: Programme,
  importKey: string,
): Promise<ImportedItem[]> {
  return database.query<ImportedItem>(
    `SELECT client_key AS "clientKey", row_key AS "rowKey"
       FROM library_import JOIN library_import_item USING (import_key)
      WHERE import_key = $1 AND programme_key = $2 ORDER BY client_key`,
    [importKey.toLowerCase(), programme.clientKey],
  );
}

/** What is gone may come again with another import; what stays is no longer part of this one. */
async function forget(
  tx: Transaction,
  settled: readonly ImportedItem[],
  gone: readonly ImportedItem[],
) {
  await tx.query('DELETE FROM library_import_item WHERE client_key = ANY($1)', [
    settled.map(({ clientKey }) => clientKey),
  ]);
  await tx.query('DELETE FROM library_origin WHERE client_key = ANY($1)', [
    gone.map(({ clientKey }) => clientKey),
  ]);
  await tx.query(
    `INSERT INTO library_row_removed (row_key, times)
     SELECT row_key, 1 FROM unnest($1::text[]) AS row_key
     ON CONFLICT (row_key) DO UPDATE SET times = library_row_removed.times + 1`,
    [gone.map(({ rowKey }) => rowKey)],
  );
}
