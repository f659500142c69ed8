import {
  caseStateOf,
  latestFirst,
  type CaseState,
  type CaseWalk,
  type PromptCase,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { publicKeyOf } from '../../../http/publicKey';
import type { ListStore, StoredItem } from '../../../sync/storedItem';
import type { ReadProgrammeFeedback } from '../programmeFeedback';
import { toChange, type ChangeRecord } from './assistantChangesList';
import { waitingConsents } from './caseConsents';
import { toCase, type CaseRecord } from './casesList';
import { toWalk, type WalkRecord } from './caseWalksList';

/** The lists that a case book rests on. */
export interface CaseLists {
  readonly Feedback: ListStore;
  readonly Cases: ListStore;
  readonly CaseWalks: ListStore;
  readonly AssistantChanges: ListStore;
}

/** What a case needs to know of the item it is of. */
export interface CaseItem {
  readonly title: string;
  /** Object id of who keeps it true; null where nobody is named. */
  readonly ownerId: string | null;
  /** Null where it is not published. */
  readonly published: { readonly version: number; readonly assistant: string | null } | null;
}

/** An item of the programme; undefined where it has none under the key. Never asks Graph. */
export type ReadCaseItem = (programme: Programme, itemKey: string) => Promise<CaseItem | undefined>;

type KeptWalk = WalkRecord & Pick<CaseWalk, 'clientKey' | 'delivered'>;
export type KeptChange = ChangeRecord & Pick<CaseWalk, 'clientKey' | 'delivered'>;

/** A case with all that says how it stands. */
export interface StandingCase {
  readonly clientKey: string;
  /** The key the list knows it by. */
  readonly storedKey: string;
  readonly eTag: string | null;
  readonly delivered: boolean;
  readonly record: CaseRecord;
  /** Undefined where the item is gone. */
  readonly item: CaseItem | undefined;
  readonly retired: PromptCase['retired'];
  /** The newest first. */
  readonly walks: readonly KeptWalk[];
  readonly standing: CaseState;
}

export interface StandingCasesDependencies {
  readonly database: Database;
  readonly lists: CaseLists;
  /** What anybody wrote: a flag can have moved to another programme. */
  readonly readEvery: ReadProgrammeFeedback;
  readonly caseItem: ReadCaseItem;
}

/** Reads the cases of a programme, with where each of them stands. */
export type ReadStandingCases = (programme: Programme) => Promise<readonly StandingCase[]>;

export function createStandingCases(dependencies: StandingCasesDependencies): ReadStandingCases {
  const { lists, caseItem } = dependencies;
  const isWithdrawn = createIsWithdrawn(dependencies);

  return async (programme) => {
    const [cases, walksOf, changes, withdrawn] = await Promise.all([
      lists.Cases.all(),
      readWalks(lists.CaseWalks),
      readChanges(lists.AssistantChanges, programme),
      isWithdrawn(programme),
    ]);
    const { timeZone } = programme;
    const standing = async (stored: StoredItem): Promise<StandingCase | null> => {
      const record = toCase(stored.fields, createdAt(stored));
      if (record === null) return null;
      if ((record.programmeKey ?? programme.clientKey) !== programme.clientKey) return null;
      const clientKey = publicKeyOf('Cases', stored.clientKey);
      const item = await caseItem(programme, record.itemKey);
      const retired = retirementOf(record, withdrawn(record));
      const own = latestFirst(walksOf.get(clientKey) ?? []);
      const ground = { published: item?.published ?? null, changes, timeZone };
      return {
        ...{ clientKey, storedKey: stored.clientKey, record, item, retired, walks: own },
        ...{ eTag: stored.eTag, delivered: stored.delivered },
        standing: caseStateOf({ retired }, own, ground),
      };
    };
    return (await Promise.all(cases.map(standing))).filter((each) => each !== null);
  };
}

/** Says of a case whether the reporter of its flag does not agree any more. */
type IsWithdrawn = (record: CaseRecord) => boolean;

/** What a reporter said counts before SharePoint has it. Of a flag that is gone nobody knows more. */
function createIsWithdrawn({
  database,
  readEvery,
}: Pick<StandingCasesDependencies, 'database' | 'readEvery'>): (
  programme: Programme,
) => Promise<IsWithdrawn> {
  return async (programme) => {
    const said = await waitingConsents(database);
    const flags = await readEvery(programme);
    return ({ state, fromFeedback }) => {
      if (state === 'consentWithdrawn') return true;
      if (fromFeedback === null) return false;
      const consent =
        said.get(fromFeedback)?.consent ?? flags.byKey.get(fromFeedback)?.record.caseConsent;
      return consent === false;
    };
  };
}

function retirementOf(
  { state, retiredBecause }: CaseRecord,
  withdrawn: boolean,
): PromptCase['retired'] {
  if (withdrawn) return { because: 'consentWithdrawn', reason: null };
  return state === 'retired' ? { because: 'byChampion', reason: retiredBecause } : null;
}

/** All walks, by the key of their case. */
async function readWalks(list: ListStore): Promise<ReadonlyMap<string, readonly KeptWalk[]>> {
  const walks = new Map<string, KeptWalk[]>();
  for (const stored of await list.all()) {
    const record = toWalk(stored.fields, createdAt(stored));
    if (record === null) continue;
    const clientKey = publicKeyOf('CaseWalks', stored.clientKey);
    const walk = { ...record, clientKey, delivered: stored.delivered };
    const others = walks.get(record.caseKey);
    if (others) others.push(walk);
    else walks.set(record.caseKey, [walk]);
  }
  return walks;
}

/** Changes of assistants that a programme's champions recorded. */
export async function readChanges(
  list: ListStore,
  programme: Pick<Programme, 'clientKey'>,
): Promise<KeptChange[]> {
  return (await list.all()).flatMap((stored) => {
    const record = toChange(stored.fields, createdAt(stored));
    if (record === null) return [];
    if ((record.programmeKey ?? programme.clientKey) !== programme.clientKey) return [];
    const clientKey = publicKeyOf('AssistantChanges', stored.clientKey);
    return { ...record, clientKey, delivered: stored.delivered };
  });
}

const createdAt = (stored: StoredItem) => new Date(stored.createdAt).toISOString();
