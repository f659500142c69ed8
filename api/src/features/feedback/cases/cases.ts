import {
  canSeeCases,
  countCases,
  type CaseBook,
  type CasesQuery,
  type CasesResponse,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Names } from '../../../auth/names';
import type { Database } from '../../../db/database';
import { NotFound } from '../../../http/refusals';
import type { Linked } from '../linked';
import type { ReadProgrammeFeedback } from '../programmeFeedback';
import type { Reporters } from '../reporters';
import { createAssistantChanges, type AssistantChanges } from './assistantChanges';
import { createCaseFlags } from './caseFlags';
import { createCaseNews, type CaseNews } from './caseNews';
import { createGiveConsent, type GiveConsent } from './giveConsent';
import { createMakeCase, type MakeCase } from './makeCase';
import { createRetireCase, type RetireCase } from './retireCase';
import { createSettleConsents } from './settleConsents';
import { toPromptCases } from './shownCases';
import { createStandingCases, type CaseLists, type ReadCaseItem } from './standingCases';
import { createWalkCase, type CaseViewer, type WalkCase } from './walkCase';

export interface CasesDependencies {
  readonly database: Database;
  readonly lists: CaseLists;
  readonly names: Names;
  readonly linked: Pick<Linked, 'libraryItem'>;
  readonly caseItem: ReadCaseItem;
  /** Assistants that published items of the programme name. */
  readonly assistants: (programme: Programme) => Promise<readonly string[]>;
  readonly read: ReadProgrammeFeedback;
  readonly readEvery: ReadProgrammeFeedback;
  readonly reporters: Reporters;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly asOf: () => string | null;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Cases of a programme's library items (decision 0023). */
export interface Cases {
  /** An item's cases. Throws NotFound, also for whom they are not for. */
  book(viewer: CaseViewer, itemKey: string): Promise<CaseBook>;
  /** Those of all items, for champions. */
  all(programme: Programme, query: CasesQuery): Promise<CasesResponse>;
  readonly make: MakeCase;
  readonly retire: RetireCase;
  readonly walk: WalkCase;
  readonly assistantChanges: AssistantChanges;
  readonly giveConsent: GiveConsent;
  /** How many wait to be walked. */
  toWalk(programme: Programme): Promise<number>;
  /** Whom a new version or a changed assistant gives something to walk. */
  readonly news: (programme: Programme) => Promise<readonly CaseNews[]>;
  /** Takes what reporters said to SharePoint, as far as it can be had now. */
  resume(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export function createCases(dependencies: CasesDependencies): Cases {
  const { names, asOf, onError } = dependencies;
  const standing = createStandingCases(dependencies);
  const flags = createCaseFlags(dependencies);
  const settleConsents = createSettleConsents({ ...dependencies, standing });

  async function find(programme: Programme, clientKey: string) {
    const found = (await standing(programme)).find((each) => each.clientKey === clientKey);
    if (!found) throw new NotFound();
    return found;
  }

  async function shown(programme: Programme, clientKey: string) {
    const found = (await standing(programme)).filter((each) => each.clientKey === clientKey);
    return (await toPromptCases(found, names))[0];
  }

  return {
    async book({ programme, user, champion }, itemKey) {
      const item = await dependencies.caseItem(programme, itemKey);
      const isFor = item && canSeeCases(item, { userId: user.userId, champion });
      if (!item || !isFor) throw new NotFound();
      const own = (await standing(programme)).filter(({ record }) => record.itemKey === itemKey);
      const made = own.filter(({ record }) => record.state !== 'consentWithdrawn');
      const flagged = new Set(made.flatMap(({ record }) => record.fromFeedback ?? []));
      return {
        ...{ itemKey, title: item.title },
        version: item.published?.version ?? null,
        assistant: item.published?.assistant ?? null,
        cases: await toPromptCases(own, names),
        counts: countCases(own.map((each) => each.standing)),
        canWalk: item.published !== null,
        canAdd: champion,
        candidates: champion ? await flags.candidates(programme, itemKey, flagged) : [],
        asOf: asOf(),
      };
    },

    async all(programme, { state }) {
      const wanted = (await standing(programme)).filter(
        (each) => state === undefined || each.standing.state === state,
      );
      const items = new Map(wanted.map(({ clientKey, item }) => [clientKey, item]));
      const cases = (await toPromptCases(wanted, names)).map((each) => {
        const item = items.get(each.clientKey);
        return { ...each, title: item?.title ?? null, version: item?.published?.version ?? null };
      });
      return { cases, asOf: asOf() };
    },

    make: createMakeCase({
      ...dependencies,
      ...{ flags, shown },
      withdrawnOf: async (programme, feedbackKey) =>
        (await standing(programme)).flatMap(({ clientKey, record }) =>
          record.fromFeedback === feedbackKey && record.state === 'consentWithdrawn'
            ? clientKey
            : [],
        ),
    }),
    retire: createRetireCase({ ...dependencies, find, shown }),
    walk: createWalkCase({ ...dependencies, find }),
    assistantChanges: createAssistantChanges(dependencies),
    giveConsent: createGiveConsent({
      ...dependencies,
      settleSoon: () => void settleConsents().catch(onError),
    }),

    async toWalk(programme) {
      return countCases((await standing(programme)).map((each) => each.standing)).toWalk;
    },

    news: createCaseNews({ ...dependencies, standing }),
    resume: settleConsents,
    close: settleConsents.idle,
  };
}
