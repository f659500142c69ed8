import Papa from 'papaparse';
import { toCellText } from '@last-mile/shared/library-exchange';
import type {
  AuditAction,
  AuditEntry,
  AuditQuery,
  AuditResponse,
} from '@last-mile/shared/operations';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import { listsOfKeys, type SubjectsFor } from './auditSubjects';

/** The audit trail as an admin reads it. */
export interface AuditReading {
  /** The next entries of a period, in the order asked for, with the names of the people and things in them as `reader` may know them. */
  page(query: AuditQuery, reader: User): Promise<AuditResponse>;
  /** All entries of a period as CSV, in which no spreadsheet finds a formula. */
  csv(period: Pick<AuditQuery, 'from' | 'until'>): Promise<string>;
}

interface Row extends Omit<AuditEntry, 'at'> {
  readonly id: number;
  readonly at: Date;
}

const entriesOnPage = 200;
const entriesRead = 5_000;
const columns = ['at', 'actorId', 'action', 'subject', 'programmeKey', 'details'] as const;

export function createAuditReading(
  database: Database,
  names: Names,
  subjectsFor: SubjectsFor,
): AuditReading {
  /** By id, which grows with time: a page is continued where it ended, whatever was added since. */
  const read = ({ from, until, after, newestFirst }: AuditQuery, limit: number) => {
    const [beyond, order] = newestFirst === undefined ? ['id > $3', 'ASC'] : ['id < $3', 'DESC'];
    return database.query<Row>(
      `SELECT id, at, actor_id AS "actorId", action, subject, programme_key AS "programmeKey", details
         FROM audit_trail WHERE at >= $1 AND at < $2 AND ($3::bigint IS NULL OR ${beyond})
        ORDER BY id ${order} LIMIT $4`,
      [from, until, after ?? null, limit],
    );
  };

  return {
    async page(query, reader) {
      const rows = await read(query, entriesOnPage + 1);
      const shown = rows.slice(0, entriesOnPage);
      const next = rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null;
      return {
        entries: shown.map(toEntry),
        names: Object.fromEntries(await names.of(peopleIn(shown))),
        subjects: Object.fromEntries(await subjectsFor(reader, listsOfKeys(shown))),
        next: next === null ? null : String(next),
      };
    },

    async csv(period) {
      const lines: string[][] = [[...columns]];
      let after: string | undefined = '0';
      while (after !== undefined) {
        const rows: Row[] = await read({ ...period, after }, entriesRead);
        for (const row of rows) lines.push(toCells(toEntry(row)));
        after = rows.length === entriesRead ? String(rows.at(-1)?.id) : undefined;
      }
      // Excel takes a file for UTF-8 where it begins with this mark.
      return `\uFEFF${Papa.unparse(lines, { quotes: true, newline: '\r\n' })}\r\n`;
    },
  };
}

/** Acts that hand something to somebody: their details say from whom and to whom. */
const handing: ReadonlySet<string> = new Set<AuditAction>([
  'programme.ownerNamed',
  'library.handedOver',
  'feedback.assigned',
]);

/** Who did something, whose roles changed and who was handed something; `last-mile` and `operator` are nobody. */
const peopleIn = (rows: readonly Row[]) =>
  rows
    .flatMap(({ actorId, action, subject, details: { from, to } }) => [
      actorId,
      ...(action === 'roles.changed' ? [subject] : []),
      ...(handing.has(action) ? [String(from ?? ''), String(to ?? '')] : []),
    ])
    .filter((id) => objectId.test(id));

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const toEntry = (row: Row): AuditEntry => {
  const { actorId, action, subject, programmeKey, details } = row;
  return { at: row.at.toISOString(), actorId, action, subject, programmeKey, details };
};

const toCells = (entry: AuditEntry): string[] =>
  columns
    .map((column) => (column === 'details' ? JSON.stringify(entry.details) : (entry[column] ?? '')))
    .map(toCellText);
