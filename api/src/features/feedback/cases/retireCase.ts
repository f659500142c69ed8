import type { CaseRetirementRequest, PromptCase } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { editAsRead } from '../../../http/editAsRead';
import { Conflict, NotFound, RuleRefused } from '../../../http/refusals';
import type { QueueViewer } from '../queueItems';
import { retirementFields } from './casesList';
import type { CaseLists, StandingCase } from './standingCases';

export interface RetireCaseDependencies {
  readonly database: Database;
  readonly lists: Pick<CaseLists, 'Cases'>;
  /** Throws NotFound. */
  readonly find: (programme: Programme, clientKey: string) => Promise<StandingCase>;
  readonly shown: (programme: Programme, clientKey: string) => Promise<PromptCase | undefined>;
  readonly now: () => Date;
}

/**
 * Retires a case straight in SharePoint, or brings it back, if it is still as it was read, and answers
 * it as it is afterwards. Throws Conflict with the case as it is now, NotFound, RuleRefused or
 * ListUnavailable.
 */
export type RetireCase = (
  viewer: QueueViewer,
  clientKey: string,
  request: CaseRetirementRequest,
) => Promise<PromptCase>;

export function createRetireCase(dependencies: RetireCaseDependencies): RetireCase {
  const { database, lists, find, now } = dependencies;

  async function shown({ programme }: QueueViewer, clientKey: string): Promise<PromptCase> {
    const found = await dependencies.shown(programme, clientKey);
    if (!found) throw new NotFound();
    return found;
  }

  return async (viewer, clientKey, { eTag, reason }) => {
    const found = await find(viewer.programme, clientKey);
    if (found.eTag === null) throw new RuleRefused('notDeliveredYet');
    // Said before any rule: whoever was overtaken has to see by what.
    if (found.eTag !== eTag) throw new Conflict(await shown(viewer, clientKey));
    const isRetired = found.retired !== null;
    if (found.retired?.because === 'consentWithdrawn') throw new RuleRefused('consentWithdrawn');
    if (isRetired === (reason !== null)) {
      throw new RuleRefused(isRetired ? 'caseRetired' : 'notRetired');
    }
    const { userId: actorId } = viewer.user;
    const state = reason === null ? 'active' : 'retired';
    const fields = retirementFields({ state, retiredBecause: reason });
    await editAsRead(lists.Cases, found.storedKey, eTag, { actorId, fields }, () =>
      shown(viewer, clientKey),
    );
    await recordAudit(database, {
      ...{ at: now(), actorId, subject: clientKey },
      programmeKey: viewer.programme.clientKey,
      action: reason === null ? 'case.broughtBack' : 'case.retired',
    });
    return shown(viewer, clientKey);
  };
}
