import { calendarDayIn } from '@last-mile/shared/calendar';
import type {
  AssistantChangeRequest,
  AssistantChangesResponse,
  CaseReceipt,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { recordAudit } from '../../../auth/auditTrail';
import type { Names } from '../../../auth/names';
import type { Database } from '../../../db/database';
import { refuseAt } from '../../../http/refuseAt';
import type { QueueViewer } from '../queueItems';
import { changeFields } from './assistantChangesList';
import { digestOf, keepOnce, receiptOf } from './caseReceipts';
import { readChanges, type CaseLists } from './standingCases';

export interface AssistantChangesDependencies {
  readonly database: Database;
  readonly lists: Pick<CaseLists, 'AssistantChanges'>;
  readonly names: Names;
  /** Assistants that published items of the programme name. */
  readonly assistants: (programme: Programme) => Promise<readonly string[]>;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** What changed behind the prompts of a programme, as its champions recorded it. */
export interface AssistantChanges {
  list(programme: Programme): Promise<AssistantChangesResponse>;
  /** Commits a change and says so; it reaches SharePoint later. Throws RuleRefused. */
  record(viewer: QueueViewer, request: AssistantChangeRequest): Promise<CaseReceipt>;
}

export function createAssistantChanges(
  dependencies: AssistantChangesDependencies,
): AssistantChanges {
  const { database, lists, names, assistants, asOf, now } = dependencies;
  return {
    async list(programme) {
      const [kept, named] = await Promise.all([
        readChanges(lists.AssistantChanges, programme),
        assistants(programme),
      ]);
      const found = await names.of(kept.map(({ recordedBy }) => recordedBy));
      const changes = kept
        .map(({ clientKey, assistant, changedOn, what, recordedBy, recordedAt, delivered }) => ({
          ...{ clientKey, assistant, changedOn, what, recordedAt, delivered },
          recordedBy: { userId: recordedBy, name: found.get(recordedBy) ?? null },
        }))
        .sort(
          (one, other) =>
            other.changedOn.localeCompare(one.changedOn) ||
            other.recordedAt.localeCompare(one.recordedAt),
        );
      return { changes, assistants: [...named], asOf: asOf() };
    },

    async record({ programme, user: { userId } }, request) {
      const clientKey = request.clientKey.toLowerCase();
      const { assistant, changedOn, what } = request;
      const sent = { clientKey, contentDigest: digestOf(userId, assistant, changedOn, what) };
      const before = await receiptOf(database, sent);
      if (before) return before;
      const at = now();
      if (changedOn > calendarDayIn(at, programme.timeZone)) refuseAt('changedOn', 'sentInFuture');
      return database.transaction((tx) =>
        keepOnce(tx, sent, async () => {
          await recordAudit(tx, {
            ...{ at, actorId: userId, action: 'case.assistantChanged', subject: clientKey },
            ...{ programmeKey: programme.clientKey, details: { changedOn } },
          });
          const change = { assistant, changedOn, what, programmeKey: programme.clientKey };
          return lists.AssistantChanges.append(tx, {
            ...{ clientKey, actorId: userId },
            fields: changeFields({ ...change, recordedBy: userId, recordedAt: at.toISOString() }),
          });
        }),
      );
    },
  };
}
