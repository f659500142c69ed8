import {
  checkImportRow,
  laterContent,
  type ImportIssue,
  type ImportResponse,
  type ImportRow,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { v5 } from 'uuid';
import { recordAudit } from '../../auth/auditTrail';
import type { Database, Transaction } from '../../db/database';
import { unstorableTexts } from '../../http/validJson';
import type { ListStore } from '../../sync/storedItem';
import { contentFields, draftRecord, recordFields } from './libraryList';
import type { SanitiseTemplate } from './sanitiseTemplate';

export interface ImportDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly sanitise: SanitiseTemplate;
  readonly now: () => Date;
}

/** Names in this space are a programme, a title and a text: the same row is the same item. */
const importedRows = '0c8f6b0a-3b1c-5f3e-8a53-2d1e9f7a4c60';

/**
 * Takes rows as drafts of the programme. Each row is checked by itself; good ones are kept whatever
 * the others are. A row's key is made from its title and text, so importing twice adds nothing.
 * A prompt's text is kept byte for byte; a template's HTML is sanitised first.
 */
export function createImport({ database, list, sanitise, now }: ImportDependencies) {
  return async function importRows(
    candidates: readonly unknown[],
    programme: Programme,
    user: User,
  ): Promise<ImportResponse> {
    const refused: ImportIssue[] = [];
    const rows: (ImportRow & { clientKey: string })[] = [];
    for (const candidate of candidates) {
      const checked = checkRow(candidate);
      if ('issues' in checked) refused.push(...checked.issues);
      else rows.push(await prepare(checked.row, programme.clientKey, sanitise, refused));
    }
    const kept = rows.filter((row) => row.body !== '');
    const imported = await database.transaction(async (tx) => {
      let accepted = 0;
      for (const row of kept) {
        if (await append(tx, list, row, programme.clientKey, user)) accepted += 1;
      }
      await recordAudit(tx, {
        at: now(),
        actorId: user.userId,
        action: 'library.imported',
        subject: programme.clientKey,
        details: { imported: accepted, known: kept.length - accepted },
      });
      return accepted;
    });
    return { imported, known: kept.length - imported, refused };
  };
}

function checkRow(candidate: unknown): ReturnType<typeof checkImportRow> {
  const unstorable = unstorableTexts(candidate, []);
  if (unstorable.length === 0) return checkImportRow(candidate);
  const checked = checkImportRow(candidate);
  const row = 'row' in checked ? checked.row.row : (checked.issues[0]?.row ?? 0);
  return { issues: unstorable.map(({ path, message }) => ({ row, field: path, message })) };
}

/** The row with its key; a template that holds nothing but what may not stay is refused. */
async function prepare(
  row: ImportRow,
  programmeKey: string,
  sanitise: SanitiseTemplate,
  refused: ImportIssue[],
) {
  const clientKey = v5(JSON.stringify([programmeKey, row.kind, row.title, row.body]), importedRows);
  if (row.kind === 'prompt') return { ...row, clientKey };
  const body = (await sanitise(row.body)).trim();
  if (body === '') {
    const message = 'Nothing is left when what is unsafe in an email is taken out.';
    refused.push({ row: row.row, field: 'body', message });
  }
  return { ...row, body, clientKey };
}

async function append(
  tx: Transaction,
  list: ListStore,
  row: ImportRow & { clientKey: string },
  programmeKey: string,
  user: User,
): Promise<boolean> {
  const answer = await list.append(tx, {
    clientKey: row.clientKey,
    actorId: user.userId,
    fields: {
      ...contentFields({
        kind: row.kind,
        title: row.title,
        purpose: row.purpose,
        body: row.body,
        subject: null,
        jobFamilies: [],
        taskKey: null,
        assistant: null,
        language: 'und',
        tags: [],
        checkBeforeTrusting: '',
        ...laterContent,
      }),
      ...recordFields(
        draftRecord({
          programmeKey,
          origin: 'imported',
          authorName: row.author || null,
          importedBy: user.userId,
          sourceUrl: row.sourceUrl || null,
        }),
      ),
    },
  });
  if (answer === 'known') return false;
  await tx.query(
    `INSERT INTO library_origin (client_key, author_id, imported_by) VALUES ($1, NULL, $2)
     ON CONFLICT DO NOTHING`,
    [row.clientKey, user.userId],
  );
  return true;
}
