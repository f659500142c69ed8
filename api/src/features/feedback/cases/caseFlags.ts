import { canBecomeCase, proposedWords, type CaseCandidate } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Names } from '../../../auth/names';
import type { Database } from '../../../db/database';
import { keptFor, type ProgrammeFeedback, type ReadProgrammeFeedback } from '../programmeFeedback';
import type { Read } from '../readFeedback';
import { waitingConsents } from './caseConsents';

export interface CaseFlagsDependencies {
  readonly database: Database;
  readonly read: ReadProgrammeFeedback;
  readonly names: Names;
}

/** A flag as a case may be made of it. */
export interface CaseFlag {
  readonly flag: Read;
  readonly decision: ReturnType<typeof canBecomeCase>;
  /** The item that was adjusted for it; null where nobody said which. */
  readonly itemKey: string | null;
  readonly fixedIn: number | null;
}

/** The flags that a programme's cases are made of. */
export interface CaseFlags {
  find(programme: Programme, feedbackKey: string): Promise<CaseFlag | undefined>;
  /** Those of an item of which a case may be made, but for the flags named. */
  candidates(
    programme: Programme,
    itemKey: string,
    besides: ReadonlySet<string>,
  ): Promise<CaseCandidate[]>;
  /** The reporter's name, where they gave it and the directory knows it. */
  reporterOf(flag: Read): Promise<string | undefined>;
}

export function createCaseFlags({ database, read, names }: CaseFlagsDependencies): CaseFlags {
  async function toCaseFlags(programme: Programme) {
    const said = await waitingConsents(database);
    const feedback = await read(programme);
    const toFlag = (flag: Read) =>
      toCaseFlag(feedback, flag, said.get(flag.clientKey)?.consent ?? flag.record.caseConsent);
    return { feedback, toFlag };
  }

  async function reporterOf({ record }: Read): Promise<string | undefined> {
    if (!record.named) return undefined;
    return (await names.of([record.reporter])).get(record.reporter);
  }

  return {
    reporterOf,

    async find(programme, feedbackKey) {
      const { feedback, toFlag } = await toCaseFlags(programme);
      const flag = feedback.byKey.get(feedbackKey);
      return flag && toFlag(flag);
    },

    async candidates(programme, itemKey, besides) {
      const { feedback, toFlag } = await toCaseFlags(programme);
      const found = feedback.all
        .filter(({ clientKey }) => !besides.has(clientKey))
        .map(toFlag)
        .filter((each) => each.decision.allowed && each.itemKey === itemKey);
      return Promise.all(
        found.map(async ({ flag, fixedIn }) => {
          const name = await reporterOf(flag);
          const wentWrong = proposedWords(flag.record, name === undefined ? [] : [name]);
          return { fromFeedback: flag.clientKey, fixedIn, wentWrong };
        }),
      );
    },
  };
}

/** What was merged was fixed by what was done for the one that goes on for it. */
function toCaseFlag(feedback: ProgrammeFeedback, flag: Read, caseConsent: boolean): CaseFlag {
  const { state, outcome, outcomeKey, outcomeVersion } = keptFor(feedback, flag).record;
  const { kind, about } = flag.record;
  // By hand in SharePoint it may have been closed without saying which item.
  const flagged = about.type === 'libraryItem' ? about.itemKey : null;
  return {
    flag,
    decision: canBecomeCase({ kind, state, outcome, caseConsent }),
    itemKey: outcomeKey ?? flagged,
    fixedIn: outcomeVersion,
  };
}
