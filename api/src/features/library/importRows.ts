import { issueAt } from '@last-mile/shared/issue';
import {
  checkImportRow,
  laterContent,
  rowIssue,
  type ImportIssue,
  type ImportRequest,
  type ImportResponse,
  type ImportRow,
  type LibraryContent,
  type LibraryItem,
} from '@last-mile/shared/library';
import type { TaskNames } from '@last-mile/shared/library-exchange';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { recordAudit } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { unstorableTexts } from '../../http/validJson';
import type { ListStore } from '../../sync/storedItem';
import { keepImport, newKeys, type ImportedDraft } from './keptImports';
import { addDrafts } from './newDrafts';
import type { SanitiseTemplate } from './sanitiseTemplate';
import { familyNamed, taskNamed } from './sharedItem';
import { createTextLookUp } from './textLookUp';

export interface ImportDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly sanitise: SanitiseTemplate;
  /** Whether the programme's library has an item of this key. */
  readonly has: (programme: Programme, clientKey: string) => Promise<boolean>;
  /** The items that a champion of the programme sees. */
  readonly items: (programme: Programme) => Promise<readonly LibraryItem[]>;
  readonly tasksOf: (programme: Programme) => Promise<TaskNames>;
  readonly now: () => Date;
}

/** Names in this space are a programme, a title and a text: the same row is the same item. */
const importedRows = '0c8f6b0a-3b1c-5f3e-8a53-2d1e9f7a4c60';

/**
 * Takes rows as drafts of the programme. Each row is checked by itself; good ones are kept whatever
 * the others are. A row's key is made from its title and text, so importing twice adds nothing; nor
 * does a row that says what an item of the library says, whoever wrote that.
 * A prompt's text is kept byte for byte; a template's HTML is sanitised first.
 */
export function createImport(dependencies: ImportDependencies) {
  const { database, list, sanitise, has, items, tasksOf, now } = dependencies;
  return async function importRows(
    { rows: candidates, importKey = randomUUID() }: ImportRequest,
    programme: Programme,
    user: User,
  ): Promise<ImportResponse> {
    const refused: ImportIssue[] = [];
    const rows: ImportRow[] = [];
    for (const candidate of candidates) {
      const checked = checkRow(candidate);
      if ('issues' in checked) refused.push(...checked.issues);
      else rows.push(checked.row);
    }
    const keyOf = await newKeys(
      database,
      rows.map((row) => rowKeyOf(row, programme)),
    );
    const isWritten = createTextLookUp(await items(programme));
    const tasks = await tasksOf(programme);
    const kept: ImportedDraft[] = [];
    let written = 0;
    for (const row of rows) {
      const body = row.kind === 'prompt' ? row.body : (await sanitise(row.body)).trim();
      if (body === '') {
        refused.push(rowIssue(row.row, issueAt('body', 'nothingSafe')));
        continue;
      }
      if (isWritten({ ...row, body })) {
        written += 1;
        continue;
      }
      const rowKey = rowKeyOf(row, programme);
      const translationOf = await originalOf(row, programme, has);
      kept.push({
        rowKey,
        clientKey: keyOf(rowKey),
        content: toContent({ ...row, body }, programme, tasks),
        record: {
          programmeKey: programme.clientKey,
          origin: 'imported',
          authorName: row.author || null,
          importedBy: user.userId,
          sourceUrl: row.sourceUrl || null,
          translationOf,
        },
      });
    }
    const good = kept.length + written;
    const imported = await database.transaction(async (tx) => {
      const accepted = await addDrafts(tx, list, user.userId, kept);
      await keepImport(tx, accepted, { importKey, programme, user, at: now(), from: null });
      await recordAudit(tx, {
        at: now(),
        actorId: user.userId,
        action: 'library.imported',
        subject: programme.clientKey,
        programmeKey: programme.clientKey,
        details: { imported: accepted.length, known: good - accepted.length },
      });
      return accepted.length;
    });
    return { imported, known: good - imported, refused };
  };
}

function checkRow(candidate: unknown): ReturnType<typeof checkImportRow> {
  const unstorable = unstorableTexts(candidate, []);
  if (unstorable.length === 0) return checkImportRow(candidate);
  const checked = checkImportRow(candidate);
  const row = 'row' in checked ? checked.row.row : (checked.issues[0]?.row ?? 0);
  return { issues: unstorable.map((issue) => rowIssue(row, issue)) };
}

const rowKeyOf = ({ kind, title, body }: ImportRow, programme: Programme) =>
  v5(JSON.stringify([programme.clientKey, kind, title, body]), importedRows);

/** The item a row translates, where this library has it; elsewhere the link would lead nowhere. */
async function originalOf(
  { translationOf }: ImportRow,
  programme: Programme,
  has: ImportDependencies['has'],
): Promise<string | null> {
  if (translationOf === undefined) return null;
  return (await has(programme, translationOf)) ? translationOf.toLowerCase() : null;
}

function toContent(row: ImportRow, { jobFamilies }: Programme, tasks: TaskNames): LibraryContent {
  const named = row.task === undefined ? null : taskNamed(tasks, row.task);
  return {
    kind: row.kind,
    title: row.title,
    purpose: row.purpose,
    body: row.body,
    subject: row.subject ?? null,
    jobFamilies: (row.jobFamilies ?? []).map((name) => familyNamed(name, jobFamilies)),
    taskKey: row.taskKey?.toLowerCase() ?? named,
    assistant: row.assistant ?? null,
    language: row.language ?? 'und',
    tags: row.tags ?? [],
    checkBeforeTrusting: row.checkBeforeTrusting ?? '',
    stepKey: row.stepKey ?? laterContent.stepKey,
    placeholders: row.placeholders ?? laterContent.placeholders,
    exampleOutput: row.exampleOutput ?? laterContent.exampleOutput,
    sources: row.sources ?? laterContent.sources,
  };
}
