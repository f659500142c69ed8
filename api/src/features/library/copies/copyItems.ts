import type {
  CopyRequest,
  CopyResponse,
  LibraryContent,
  LibraryItem,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { v5 } from 'uuid';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import type { ListStore } from '../../../sync/storedItem';
import { keepImport, newKeys, type ImportedDraft } from '../keptImports';
import type { LibraryIndex, Sharing } from '../libraryIndex';
import { addDrafts } from '../newDrafts';
import { checkOwnWords } from '../ownWords';
import { createTextLookUp } from '../textLookUp';
import { lenderOf } from './lenderOf';

export interface CopyItemsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly index: LibraryIndex;
  readonly sharing: Sharing;
  readonly now: () => Date;
}

/** Names in this space are a programme, and an item of another one with its version. */
const copiedItems = '5b7d2c9e-1f0a-5c47-8d36-e2a94b60f8d1';

/** What the other programme's tasks and job families are here; what is not named is left empty. */
type Mapping = Pick<CopyRequest, 'tasks' | 'jobFamilies'>;

/**
 * Copies published items of another programme as drafts of this one (docs/decisions/0026). What is
 * taken is the approved text, as the version that was looked at; the same version twice is one
 * draft, and so is a text that the own library has already.
 */
export function createCopyItems({ database, list, index, sharing, now }: CopyItemsDependencies) {
  return async function copyItems(
    { importKey, items: wanted, ...mapping }: CopyRequest,
    lenderKey: string,
    programme: Programme,
    user: User,
  ): Promise<CopyResponse> {
    const lender = await lenderOf(sharing, programme, lenderKey);
    await checkOwnWords(mapping, programme, (of) => sharing.tasksOf(of));
    const [{ lent }, { own }] = await Promise.all([index.of(lender), index.of(programme)]);
    const offered = new Map(lent().items.map((item) => [item.clientKey, item]));
    const refused: CopyResponse['refused'] = [];
    const taken = new Map<string, LibraryItem>();
    for (const { clientKey, version } of wanted) {
      const item = offered.get(clientKey.toLowerCase());
      if (!item) refused.push({ clientKey, reason: 'gone' });
      else if (item.version !== version) refused.push({ clientKey, reason: 'changed' });
      else taken.set(item.clientKey, item);
    }

    const rowKeyOf = ({ clientKey, version }: LibraryItem) =>
      v5(JSON.stringify([programme.clientKey, clientKey, version]), copiedItems);
    const chosen = [...taken.values()];
    const keyOf = await newKeys(database, chosen.map(rowKeyOf));
    const isWritten = createTextLookUp(own);
    const copied = chosen.filter(({ content }) => !isWritten(content));
    const copies = new Map<string, string>([
      ...own.flatMap((item) =>
        item.copiedFrom ? [[item.copiedFrom.itemKey, item.clientKey] as const] : [],
      ),
      ...copied.map((item) => [item.clientKey, keyOf(rowKeyOf(item))] as const),
    ]);
    const at = now();
    const drafts = copied.map((item): ImportedDraft => {
      const rowKey = rowKeyOf(item);
      const { author, sourceUrl, translationOf } = item;
      return {
        rowKey,
        clientKey: keyOf(rowKey),
        content: mapped(item.content, mapping),
        record: {
          programmeKey: programme.clientKey,
          origin: 'imported',
          authorId: author.userId,
          // A colleague's name is looked up when it is shown, and never kept.
          authorName: author.userId === null ? author.name : null,
          importedBy: user.userId,
          sourceUrl,
          translationOf: translationOf === null ? null : (copies.get(translationOf) ?? null),
          copiedFrom: {
            programmeKey: lender.clientKey,
            programme: lender.name,
            itemKey: item.clientKey,
            version: item.version,
            at: at.toISOString(),
          },
        },
      };
    });
    const imported = await database.transaction(async (tx) => {
      const accepted = await addDrafts(tx, list, user.userId, drafts);
      await keepImport(tx, accepted, { importKey, programme, user, at, from: lender });
      await recordAudit(tx, {
        at,
        actorId: user.userId,
        action: 'library.copied',
        subject: programme.clientKey,
        programmeKey: programme.clientKey,
        details: {
          from: lender.clientKey,
          imported: accepted.length,
          known: chosen.length - accepted.length,
        },
      });
      return accepted.length;
    });
    return { imported, known: chosen.length - imported, refused };
  };
}

/** The text with this programme's words for its work. A step belongs to the other's task. */
function mapped(content: LibraryContent, { tasks, jobFamilies }: Mapping): LibraryContent {
  const task = tasks.find(({ from }) => from.toLowerCase() === content.taskKey);
  const families = content.jobFamilies.flatMap(
    (family) => jobFamilies.find(({ from }) => from === family)?.to ?? [],
  );
  return {
    ...content,
    taskKey: task?.to.toLowerCase() ?? null,
    stepKey: null,
    jobFamilies: [...new Set(families)],
  };
}
