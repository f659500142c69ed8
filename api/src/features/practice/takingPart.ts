import {
  canCheckIn,
  canSayPractised,
  type CheckInRequest,
  type PracticeReceipt,
  type PracticeSession,
  type PractisedRequest,
} from '@last-mile/shared/practice';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database, Transaction } from '../../db/database';
import { RuleRefused } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import type { ListStore } from '../../sync/storedItem';
import type { OwnFacts } from './sessions';
import {
  takingPartFields,
  takingPartKey,
  toTakingPart,
  type TakingPart as Kind,
  type TakingPartRecord,
} from './takingPartLists';

/** A prompt that worked in practice, on its way into the library. */
export interface WorkedPrompt {
  /** Under which the draft is kept. */
  readonly clientKey: string;
  readonly session: PracticeSession;
  readonly text: string;
}

/** An exercise that somebody did on a task of their own: a counted action. */
interface PractisedFact {
  readonly clientKey: string;
  readonly subjectId: string;
  readonly at: Date;
}

/** What is done in the transaction of a fact. */
type Together = (tx: Transaction) => Promise<unknown>;

export interface TakingPartDependencies {
  readonly database: Database;
  readonly lists: Readonly<Record<Kind, ListStore>>;
  /** A session that the person sees; throws NotFound. */
  readonly sessionOf: (
    programme: Programme,
    user: User,
    sessionKey: string,
  ) => Promise<PracticeSession>;
  /** The subject that stands for a person; null where none does yet. */
  readonly subjectOf: (user: User) => Promise<string | null>;
  /** The same, where none does yet a new one. */
  readonly linkedSubject: (user: User) => Promise<string>;
  readonly countPractised: (
    tx: Transaction,
    fact: PractisedFact,
    programme: Programme,
  ) => Promise<void>;
  /** Makes a draft of the person's in the library; throws where it cannot be one. */
  readonly draftOf: (programme: Programme, user: User, worked: WorkedPrompt) => Promise<Together>;
  readonly now: () => Date;
}

/** Who was at sessions and practised, by their own word. Nobody is named, and nobody's word is told to others. */
export interface TakingPart {
  /** Commits that the person was there; said again, from whichever device, it is known. */
  checkIn(programme: Programme, request: CheckInRequest, user: User): Promise<PracticeReceipt>;
  /**
   * Commits that the person did the exercise on a task of their own, the counted action and their draft
   * of what worked: all of them, once, or none.
   */
  practised(programme: Programme, request: PractisedRequest, user: User): Promise<PracticeReceipt>;
  /** What the person has said, for themselves. */
  own(user: User): Promise<OwnFacts>;
  /** Everybody's words of one kind in a programme. */
  records(programme: Programme, kind: Kind): Promise<TakingPartRecord[]>;
  /** Grows whenever somebody may have said something. */
  version(): string;
}

export function createTakingPart(dependencies: TakingPartDependencies): TakingPart {
  const { database, lists, sessionOf, subjectOf, linkedSubject, now } = dependencies;
  const { countPractised, draftOf } = dependencies;

  const wordOf = (kind: Kind, { sessionKey, subjectId }: TakingPartRecord) =>
    lists[kind].get(takingPartKey(kind, sessionKey, subjectId));

  function append(tx: Transaction, kind: Kind, record: TakingPartRecord, more: Fields = {}) {
    return lists[kind].append(tx, {
      clientKey: takingPartKey(kind, record.sessionKey, record.subjectId),
      actorId: record.subjectId,
      fields: { ...takingPartFields(kind, record), ...more },
    });
  }

  /** The session and what the person's word about it says. */
  async function wordOn(programme: Programme, user: User, sessionKey: string) {
    const session = await sessionOf(programme, user, sessionKey);
    const record: TakingPartRecord = {
      ...{ sessionKey: session.clientKey, subjectId: await linkedSubject(user) },
      ...{ at: now().toISOString(), programmeKey: programme.clientKey },
    };
    return { session, record };
  }

  return {
    async checkIn(programme, { clientKey, sessionKey }, user) {
      const { session, record } = await wordOn(programme, user, sessionKey);
      if (await wordOf('CheckIns', record)) return { clientKey, state: 'known' };
      const decision = canCheckIn(session, now());
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const state = await database.transaction((tx) => append(tx, 'CheckIns', record));
      return { clientKey, state };
    },

    async practised(programme, { clientKey, sessionKey, worked }, user) {
      const { session, record } = await wordOn(programme, user, sessionKey);
      const draftKey = worked === null ? null : clientKey.toLowerCase();
      const known = await wordOf('Practised', record);
      if (known) {
        // Kept together: what this request brought is in the library already.
        if ((known.fields['DraftKey'] ?? null) === draftKey) return { clientKey, state: 'known' };
      } else {
        const checkedIn = (await wordOf('CheckIns', record)) !== undefined;
        const decision = canSayPractised(session, checkedIn, now());
        if (!decision.allowed) throw new RuleRefused(decision.reason);
      }
      const keepDraft =
        worked === null
          ? undefined
          : await draftOf(programme, user, { clientKey, session, text: worked });
      const state = await database.transaction(async (tx) => {
        const outcome = await append(tx, 'Practised', record, { DraftKey: draftKey });
        if (outcome === 'accepted') {
          const { subjectId, at } = record;
          const key = takingPartKey('Practised', session.clientKey, subjectId);
          const fact = { clientKey: key, subjectId, at: new Date(at) };
          await countPractised(tx, fact, programme);
        }
        await keepDraft?.(tx);
        return outcome;
      });
      return { clientKey, state };
    },

    async own(user) {
      const subjectId = await subjectOf(user);
      const said = async (kind: Kind) => {
        const own = (await lists[kind].all()).filter(
          ({ fields }) => fields['SubjectId'] === subjectId,
        );
        return new Set(own.map(({ fields }) => fields['SessionKey']));
      };
      const [checkedIn, practised] = [await said('CheckIns'), await said('Practised')];
      return {
        checkedIn: (sessionKey) => checkedIn.has(sessionKey),
        practised: (sessionKey) => practised.has(sessionKey),
      };
    },

    async records({ clientKey }, kind) {
      return (await lists[kind].all())
        .flatMap(({ fields }) => toTakingPart(fields) ?? [])
        .filter(({ programmeKey }) => programmeKey === clientKey);
    },

    version: () => `${lists.CheckIns.version()}.${lists.Practised.version()}`,
  };
}
