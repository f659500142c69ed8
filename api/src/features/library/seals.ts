import { createHmac, timingSafeEqual } from 'node:crypto';
import { laterContent, libraryContent, type LibraryContent } from '@last-mile/shared/library';
import type { Database, Transaction } from '../../db/database';

/** An approved text: what readers are shown until another one is approved. */
export interface Approved {
  readonly version: number;
  readonly content: LibraryContent;
  readonly approvedBy: string;
  readonly approvedAt: string;
}

/** The approved texts and their seals (docs/decisions/0005). */
export interface Seals {
  /** The latest approved text of each item whose seal holds. */
  latest(): Promise<ReadonlyMap<string, Approved>>;
  /** Seals a text as the item's next version; the same version again changes nothing. */
  put(tx: Transaction, clientKey: string, approved: Approved): Promise<void>;
  /** Every approved text of an item whose seal holds, newest first. */
  versionsOf(clientKey: string): Promise<Approved[]>;
  /** Tells every instance, once `tx` commits, that what members see of the item has changed. */
  tell(tx: Transaction, clientKey: string): Promise<void>;
  /** What was put is committed: whoever reads from now on sees it, here without waiting to be told. */
  committed(): void;
  /** Grows when a text was sealed, here or by another instance. */
  version(): number;
  close(): Promise<void>;
}

export interface SealOptions {
  readonly database: Database;
  /** Lives outside the database: who can write to the tables still cannot seal. */
  readonly key: string;
  /** Called with the key of an item whose seal does not hold: someone changed the table. */
  readonly onBroken: (clientKey: string) => void;
}

const channel = 'library_sealed';

interface SealRow {
  clientKey: string;
  version: number;
  content: string;
  seal: Buffer;
  approvedBy: string;
  approvedAt: Date;
}

const columns = `client_key AS "clientKey", version, content, seal,
                 approved_by AS "approvedBy", approved_at AS "approvedAt"`;

/** Keeps the latest approved texts in memory; a notification tells every instance what was sealed. */
export async function createSeals({ database, key, onBroken }: SealOptions): Promise<Seals> {
  let texts: Promise<Map<string, Approved>> | undefined;
  let version = 0;
  const readAgain = () => {
    texts = undefined;
    version += 1;
  };
  const stopListening = await database.listen(channel, readAgain);

  function holds(row: SealRow): boolean {
    if (isSealedBy(key, row)) return true;
    onBroken(row.clientKey);
    return false;
  }

  async function read() {
    const rows = await database.query<SealRow>(
      `SELECT DISTINCT ON (client_key) ${columns} FROM library_seal
        ORDER BY client_key, version DESC`,
    );
    return new Map(rows.filter(holds).map((row) => [row.clientKey, toApproved(row)]));
  }

  return {
    async latest() {
      texts ??= read();
      try {
        return await texts;
      } catch (error) {
        texts = undefined;
        throw error;
      }
    },

    async put(tx, clientKey, approved) {
      const content = canonical(approved.content);
      await tx.query(
        `INSERT INTO library_seal (client_key, version, content, seal, approved_by, approved_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [
          clientKey,
          approved.version,
          content,
          sealOf(key, clientKey, approved.version, content),
          approved.approvedBy,
          approved.approvedAt,
        ],
      );
    },

    async tell(tx, clientKey) {
      await tx.query('SELECT pg_notify($1, $2)', [channel, clientKey]);
    },

    async versionsOf(clientKey) {
      const rows = await database.query<SealRow>(
        `SELECT ${columns} FROM library_seal WHERE client_key = $1 ORDER BY version DESC`,
        [clientKey],
      );
      return rows.filter(holds).map(toApproved);
    },

    committed: readAgain,
    version: () => version,
    close: stopListening,
  };
}

/**
 * One text, one spelling: fields in the schema's order, no spaces. A part that came later is left
 * out where it is empty, so that a text of before is spelled as it was sealed.
 */
export function canonical(content: LibraryContent): string {
  const names = Object.keys(libraryContent.shape) as (keyof LibraryContent)[];
  const said = names.filter((name) => !isUnsaid(name, content[name]));
  return JSON.stringify(Object.fromEntries(said.map((name) => [name, content[name]])));
}

function isUnsaid(name: keyof LibraryContent, value: unknown): boolean {
  return (
    Object.hasOwn(laterContent, name) &&
    JSON.stringify(value) === JSON.stringify(laterContent[name as keyof typeof laterContent])
  );
}

/** Seals every text whose seal holds with the key that comes after it; a broken one stays broken. */
export async function sealTextsAnew(tx: Transaction, key: string, nextKey: string): Promise<void> {
  const rows = await tx.query<SealRow>(`SELECT ${columns} FROM library_seal`);
  for (const row of rows.filter((each) => isSealedBy(key, each))) {
    const { clientKey, version, content } = row;
    await tx.query('UPDATE library_seal SET seal = $3 WHERE client_key = $1 AND version = $2', [
      ...[clientKey, version],
      sealOf(nextKey, clientKey, version, content),
    ]);
  }
}

function isSealedBy(key: string, row: SealRow): boolean {
  const seal = sealOf(key, row.clientKey, row.version, row.content);
  return row.seal.length === seal.length && timingSafeEqual(row.seal, seal);
}

/** The seal covers which item and version it is, so that it cannot be moved to another. */
function sealOf(key: string, clientKey: string, version: number, content: string): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([clientKey, version, content]))
    .digest();
}

function toApproved({ version, content, approvedBy, approvedAt }: SealRow): Approved {
  return {
    version,
    content: libraryContent.parse(JSON.parse(content)),
    approvedBy,
    approvedAt: approvedAt.toISOString(),
  };
}
