import {
  canSeeCases,
  canWalkCase,
  type CaseReceipt,
  type WalkRequest,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { NotFound, RuleRefused } from '../../../http/refusals';
import { refuseAt } from '../../../http/refuseAt';
import type { Linked } from '../linked';
import { digestOf, keepOnce, receiptOf } from './caseReceipts';
import { walkFields } from './caseWalksList';
import type { CaseLists, StandingCase } from './standingCases';

/** Who looks at a case book. */
export interface CaseViewer {
  readonly programme: Programme;
  readonly user: User;
  readonly champion: boolean;
}

export interface WalkCaseDependencies {
  readonly database: Database;
  readonly lists: Pick<CaseLists, 'CaseWalks'>;
  readonly linked: Pick<Linked, 'libraryItem'>;
  /** Throws NotFound. */
  readonly find: (programme: Programme, clientKey: string) => Promise<StandingCase>;
  readonly now: () => Date;
}

/**
 * Commits what somebody saw when they walked a case and says so; it reaches SharePoint later. Throws
 * NotFound for whom the case is not for, RuleRefused where it is retired or the version is none.
 */
export type WalkCase = (
  viewer: CaseViewer,
  caseKey: string,
  request: WalkRequest,
) => Promise<CaseReceipt>;

export function createWalkCase(dependencies: WalkCaseDependencies): WalkCase {
  const { database, lists, linked, find, now } = dependencies;

  return async ({ programme, user, champion }, caseKey, request) => {
    const { userId } = user;
    const found = await find(programme, caseKey);
    const ownerId = found.item?.ownerId ?? null;
    if (!canSeeCases({ ownerId }, { userId, champion })) throw new NotFound();

    const clientKey = request.clientKey.toLowerCase();
    const { version, outcome, note } = request;
    const sent = { clientKey, contentDigest: digestOf(userId, caseKey, version, outcome, note) };
    const before = await receiptOf(database, sent);
    if (before) return before;

    const item = await linked.libraryItem(programme, found.record.itemKey);
    const versions = item?.versions.map((each) => each.version) ?? [];
    const decision = canWalkCase(found, version, versions);
    if (!decision.allowed) {
      if (decision.reason === 'versionUnknown') refuseAt('version', decision.reason);
      throw new RuleRefused(decision.reason);
    }
    const at = now();
    return database.transaction((tx) =>
      keepOnce(tx, sent, async () => {
        await recordAudit(tx, {
          ...{ at, actorId: userId, action: 'case.walked', subject: caseKey },
          ...{ programmeKey: programme.clientKey, details: { version, outcome } },
        });
        const walk = { caseKey, version, outcome, note };
        return lists.CaseWalks.append(tx, {
          ...{ clientKey, actorId: userId },
          fields: walkFields({ ...walk, walkedBy: userId, walkedAt: at.toISOString() }),
        });
      }),
    );
  };
}
