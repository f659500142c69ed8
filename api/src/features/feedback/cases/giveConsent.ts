import type { CaseConsentKept } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../../db/database';
import { NotFound, RuleRefused } from '../../../http/refusals';
import type { ReadProgrammeFeedback } from '../programmeFeedback';
import type { Reporters } from '../reporters';
import { keepConsent } from './caseConsents';

export interface GiveConsentDependencies {
  readonly database: Database;
  /** What anybody wrote: another programme's champions may answer it. */
  readonly readEvery: ReadProgrammeFeedback;
  readonly reporters: Reporters;
  /** Takes what waits to SharePoint, soon. */
  readonly settleSoon: () => void;
  readonly now: () => Date;
}

/**
 * Commits whether a reporter's own flag may become, or stay, a case, and says so: it counts from now on,
 * and reaches SharePoint later. Throws NotFound for what is not theirs, RuleRefused for a suggestion.
 */
export type GiveConsent = (
  programme: Programme,
  user: User,
  feedbackKey: string,
  consent: boolean,
) => Promise<CaseConsentKept>;

export function createGiveConsent(dependencies: GiveConsentDependencies): GiveConsent {
  const { database, readEvery, reporters, settleSoon, now } = dependencies;
  return async (programme, user, feedbackKey, consent) => {
    const [feedback, isOwn] = await Promise.all([readEvery(programme), reporters.ownOf(user)]);
    const own = feedback.byKey.get(feedbackKey);
    if (!own || !isOwn(own)) throw new NotFound();
    if (own.record.kind !== 'flag') throw new RuleRefused('noFlag');
    await keepConsent(database, { feedbackKey, consent, saidAt: now() });
    settleSoon();
    return { clientKey: feedbackKey, consent };
  };
}
