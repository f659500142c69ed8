import type { Programme } from '@last-mile/shared/programme';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { oneAtATime } from '../../../sync/oneAtATime';
import { ListConflict, ListItemGone, ListUnavailable } from '../../../sync/storedItem';
import { consentFields } from '../feedbackList';
import type { ReadProgrammeFeedback } from '../programmeFeedback';
import { markSettled, waitingConsents, type WaitingConsent } from './caseConsents';
import { emptiedFields } from './casesList';
import type { CaseLists, ReadStandingCases, StandingCase } from './standingCases';

export interface SettleConsentsDependencies {
  readonly database: Database;
  readonly lists: Pick<CaseLists, 'Cases' | 'Feedback'>;
  readonly readEvery: ReadProgrammeFeedback;
  readonly standing: ReadStandingCases;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** After so many edits by others in a row something waits for the next round. */
const attempts = 5;

/** Whoever flagged is named in no column of the case. */
const reporter = 'reporter';

/**
 * Takes what reporters said to SharePoint, and their words out of cases they do not agree to any more.
 * Which cases those are follows from the lists, also where the consent was taken out by hand; so dying
 * in between loses nothing, and any number of instances may do it at once.
 */
export function createSettleConsents(
  dependencies: SettleConsentsDependencies,
): (() => Promise<void>) & {
  idle: () => Promise<void>;
} {
  const { database, lists, readEvery, standing, programmes, now, onError } = dependencies;

  /** True once SharePoint says what the reporter said. */
  async function write({ feedbackKey, consent }: WaitingConsent): Promise<boolean> {
    const flag = (await readEvery({ clientKey: '' })).byKey.get(feedbackKey);
    if (!flag || flag.record.caseConsent === consent) return true;
    await lists.Feedback.edit(flag.storedKey, flag.eTag ?? '', {
      // Whoever stays unnamed is not named by the platform's column either.
      actorId: flag.record.reporter,
      fields: consentFields(consent),
    });
    return false;
  }

  async function settle(waiting: WaitingConsent): Promise<void> {
    await untilDone(() => write(waiting));
    await markSettled(database, waiting, now());
  }

  async function empty(programme: Programme, { clientKey }: StandingCase): Promise<void> {
    await untilDone(async () => {
      const found = (await standing(programme)).find((each) => each.clientKey === clientKey);
      if (!found || !isToBeEmptied(found)) return true;
      await lists.Cases.edit(found.storedKey, found.eTag ?? '', {
        actorId: reporter,
        fields: emptiedFields,
      });
      await recordAudit(database, {
        ...{ at: now(), actorId: reporter, action: 'case.emptied', subject: clientKey },
        programmeKey: programme.clientKey,
      });
      return false;
    });
  }

  return oneAtATime(async () => {
    const consents = await waitingConsents(database);
    for (const waiting of consents.values()) await settle(waiting).catch(onError);
    for (const programme of await programmes()) {
      for (const each of await standing(programme)) {
        if (isToBeEmptied(each)) await empty(programme, each).catch(onError);
      }
    }
  });
}

const isToBeEmptied = ({ retired, record: { state, input, wentWrong } }: StandingCase) =>
  retired?.because === 'consentWithdrawn' &&
  (state !== 'consentWithdrawn' || input !== null || wentWrong !== null);

/** Tries again where somebody was faster; throws ListUnavailable where SharePoint cannot be had. */
async function untilDone(work: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      if (await work()) return;
    } catch (error) {
      if (!(error instanceof ListConflict) && !(error instanceof ListItemGone)) throw error;
    }
  }
  throw new ListUnavailable('Others were faster: it will be tried again');
}
