import {
  maskPersonal,
  type CaseReceipt,
  type CaseRequest,
  type PromptCase,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { Conflict } from '../../../http/refusals';
import { refuseAt } from '../../../http/refuseAt';
import type { QueueViewer } from '../queueItems';
import type { CaseFlag, CaseFlags } from './caseFlags';
import { digestOf, FlagTaken, freeFlags, keepOnce, receiptOf } from './caseReceipts';
import { caseFields } from './casesList';
import type { CaseLists, ReadCaseItem } from './standingCases';

export interface MakeCaseDependencies {
  readonly database: Database;
  readonly lists: Pick<CaseLists, 'Cases'>;
  readonly flags: CaseFlags;
  readonly caseItem: ReadCaseItem;
  /** A case as it is shown; undefined where the list has it no more. */
  readonly shown: (programme: Programme, clientKey: string) => Promise<PromptCase | undefined>;
  /** Those of a flag whose reporter took their consent back. */
  readonly withdrawnOf: (programme: Programme, feedbackKey: string) => Promise<readonly string[]>;
  readonly now: () => Date;
}

/**
 * Commits a case of a fixed flag and says so; it reaches SharePoint later. Throws RuleRefused where the
 * flag may not become one, and Conflict with the case that was made of it before.
 */
export type MakeCase = (viewer: QueueViewer, request: CaseRequest) => Promise<CaseReceipt>;

export function createMakeCase(dependencies: MakeCaseDependencies): MakeCase {
  const { database, lists, flags, caseItem, shown, withdrawnOf, now } = dependencies;

  /** The flag, where it may become a case, with the item that it is a case of. */
  async function fixedFlag(programme: Programme, feedbackKey: string) {
    const found = await flags.find(programme, feedbackKey);
    if (found === undefined) return refuseAt('fromFeedback', 'flagUnknown');
    if (!found.decision.allowed) return refuseAt('fromFeedback', found.decision.reason);
    const { itemKey } = found;
    const item = itemKey === null ? undefined : await caseItem(programme, itemKey);
    if (itemKey === null || item === undefined) return refuseAt('fromFeedback', 'itemUnknown');
    return { ...found, itemKey };
  }

  /** Whoever gave their name gave it to those who triage, not to everybody who walks a case. */
  async function refuseReporterName({ flag }: CaseFlag, request: CaseRequest) {
    const name = await flags.reporterOf(flag);
    if (name === undefined) return;
    for (const path of ['input', 'wentWrong', 'mustHold'] as const) {
      const masked = (names: string[]) => maskPersonal(request[path], { names }).replaced;
      if (masked([name]) > masked([])) refuseAt(path, 'reporterNamed');
    }
  }

  return async ({ programme, user }, request) => {
    const clientKey = request.clientKey.toLowerCase();
    const feedbackKey = request.fromFeedback.toLowerCase();
    const { input, wentWrong, mustHold } = request;
    const contentDigest = digestOf(user.userId, feedbackKey, input, wentWrong, mustHold);
    const sent = { clientKey, contentDigest, feedbackKey };
    const before = await receiptOf(database, sent);
    if (before) return before;

    const fixed = await fixedFlag(programme, feedbackKey);
    await refuseReporterName(fixed, request);
    const withdrawn = await withdrawnOf(programme, feedbackKey);
    const at = now();
    const { userId } = user;
    try {
      return await database.transaction(async (tx) => {
        await freeFlags(tx, withdrawn);
        return keepOnce(tx, sent, async () => {
          await recordAudit(tx, {
            ...{ at, actorId: userId, action: 'case.made', subject: clientKey },
            ...{ programmeKey: programme.clientKey, details: { itemKey: fixed.itemKey } },
          });
          return lists.Cases.append(tx, {
            ...{ clientKey, actorId: userId },
            fields: caseFields({
              ...{ itemKey: fixed.itemKey, fromFeedback: feedbackKey, fixedIn: fixed.fixedIn },
              ...{ input, wentWrong, mustHold, madeBy: userId, madeAt: at.toISOString() },
              ...{ state: 'active', retiredBecause: null, programmeKey: programme.clientKey },
            }),
          });
        });
      });
    } catch (error) {
      if (!(error instanceof FlagTaken)) throw error;
      const other = await shown(programme, error.caseKey);
      if (!other) return refuseAt('fromFeedback', 'caseDeleted');
      throw new Conflict(other);
    }
  };
}
