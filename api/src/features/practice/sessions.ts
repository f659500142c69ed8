import {
  canCancelSession,
  canSeeSession,
  gapsOfSession,
  type PracticeSession,
  type PracticeSessionsResponse,
  type SaveSessionRequest,
  type SessionPlace,
} from '@last-mile/shared/practice';
import { canChampion, type Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit, type Audited } from '../../auth/auditTrail';
import type { Database } from '../../db/database';
import { editAsRead, requireAsRead } from '../../http/editAsRead';
import { publicKeyOf } from '../../http/publicKey';
import { Conflict, NotFound, RuleRefused } from '../../http/refusals';
import { refuseAt } from '../../http/refuseAt';
import type { Fields } from '../../sync/listDefinition';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { cancelledFields, placeFields, sessionFields, toSession } from './sessionsList';

/** The tasks of a programme by their keys: all of them, and those that are mapped. */
export interface ProgrammeTasks {
  readonly all: ReadonlySet<string>;
  readonly mapped: ReadonlySet<string>;
}

/** A task is mapped once its steps are known. */
export function toProgrammeTasks(
  tasks: readonly { readonly clientKey: string; readonly steps: readonly unknown[] }[],
): ProgrammeTasks {
  const keysOf = (some: typeof tasks) => new Set(some.map(({ clientKey }) => clientKey));
  return { all: keysOf(tasks), mapped: keysOf(tasks.filter(({ steps }) => steps.length > 0)) };
}

export interface SessionsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly tasksOf: (programme: Programme) => Promise<ProgrammeTasks>;
  /** Whether the programme's people see a library item under the key. */
  readonly hasItem: (programme: Programme, itemKey: string) => Promise<boolean>;
  readonly jobFamilyOf: (programme: Programme, user: User) => Promise<string | null>;
  /** What the person has said they attended and practised, by the sessions' keys. */
  readonly ownFacts: (user: User) => Promise<OwnFacts>;
  /** Whether anybody has said that they were at a session. */
  readonly attended: (programme: Programme, sessionKey: string) => Promise<boolean>;
  /** When the list was last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

export interface OwnFacts {
  readonly checkedIn: (sessionKey: string) => boolean;
  readonly practised: (sessionKey: string) => boolean;
}

/** The sessions of a programme. Edits carry the eTag that was read: nobody's change is written over. */
export interface Sessions {
  /** Every session of the programme that takes place, by when it starts. */
  of(programme: Programme): Promise<PracticeSession[]>;
  /** What the person sees, with what each still lacks. Champions see what was cancelled, too. */
  list(programme: Programme, user: User): Promise<PracticeSessionsResponse>;
  /** A session that the person sees and that takes place; throws NotFound. */
  seen(programme: Programme, user: User, sessionKey: string): Promise<PracticeSession>;
  /** The session as it stood at the eTag ('' while SharePoint does not have it); throws Conflict with it as it is. */
  asRead(programme: Programme, sessionKey: string, eTag: string): Promise<PracticeSession>;
  /**
   * Writes the session as it shall be. A new one is committed under its key, and sent again it is known;
   * it reaches SharePoint later.
   */
  save(programme: Programme, request: SaveSessionRequest, user: User): Promise<PracticeSession>;
  /** Writes where the session takes place. */
  place(
    programme: Programme,
    session: PracticeSession,
    place: SessionPlace,
    user: User,
  ): Promise<PracticeSession>;
  /**
   * Writes that the session does not take place: before it begins, and while nobody has checked in. It
   * stays in the list, and the calendar as it is.
   */
  cancel(
    programme: Programme,
    sessionKey: string,
    eTag: string,
    user: User,
  ): Promise<PracticeSession>;
}

interface Found {
  readonly stored: StoredItem;
  readonly session: PracticeSession;
}

export function createSessions(dependencies: SessionsDependencies): Sessions {
  const { database, list, tasksOf, hasItem, jobFamilyOf, ownFacts } = dependencies;
  const { attended, asOf, now } = dependencies;

  async function foundIn({ clientKey }: Programme): Promise<Found[]> {
    return (await list.all())
      .filter(({ fields }) => fields['ProgrammeKey'] === clientKey)
      .flatMap((stored) => {
        const session = toStoredSession(stored);
        return session === null ? [] : [{ stored, session }];
      })
      .sort((one, other) => Date.parse(one.session.startsAt) - Date.parse(other.session.startsAt));
  }

  async function find(programme: Programme, sessionKey: string): Promise<Found | undefined> {
    const key = sessionKey.toLowerCase();
    return (await foundIn(programme)).find(({ session }) => session.clientKey === key);
  }

  async function findAt(programme: Programme, sessionKey: string, eTag: string): Promise<Found> {
    const found = await find(programme, sessionKey);
    if (!found) throw new NotFound('There is no such session.');
    await requireAsRead(found.stored, eTag, toStoredSession);
    return found;
  }

  /** The same of one that may be prepared: what is cancelled stays as it was. */
  async function findPlannedAt(programme: Programme, sessionKey: string, eTag: string) {
    const found = await findAt(programme, sessionKey, eTag);
    if (!takesPlace(found.session)) throw new RuleRefused('sessionCancelled');
    return found;
  }

  /** Everybody sees their job family's and everyone's; champions plan all of them. */
  async function sightOf(programme: Programme, user: User) {
    const jobFamily = await jobFamilyOf(programme, user);
    const plans = canChampion(programme, user).allowed;
    const sees = (session: PracticeSession) =>
      plans || (takesPlace(session) && canSeeSession(session, jobFamily));
    return { jobFamily, sees };
  }

  async function checkWhatItNames(programme: Programme, session: SaveSessionRequest) {
    const { jobFamily, workflowKey, exercise } = session;
    if (jobFamily !== null && !programme.jobFamilies.some(({ id }) => id === jobFamily)) {
      refuseAt('jobFamily', 'jobFamilyUnknown');
    }
    if (workflowKey !== null && !(await tasksOf(programme)).all.has(workflowKey.toLowerCase())) {
      refuseAt('workflowKey', 'taskUnknown');
    }
    const itemKey = exercise?.itemKey ?? null;
    if (itemKey !== null && !(await hasItem(programme, itemKey.toLowerCase()))) {
      refuseAt('exercise.itemKey', 'itemUnknown');
    }
  }

  async function add(programme: Programme, request: SaveSessionRequest, user: User) {
    const fields = { ...sessionFields(request), ProgrammeKey: programme.clientKey };
    const [clientKey, actorId] = [request.clientKey.toLowerCase(), user.userId];
    const outcome = await database.transaction(async (tx) => {
      const appended = await list.append(tx, { clientKey, actorId, fields });
      if (appended === 'accepted') {
        await recordAudit(tx, {
          ...{ at: now(), actorId, action: 'practice.sessionPlanned', subject: clientKey },
          programmeKey: programme.clientKey,
        });
      }
      return appended;
    });
    const found = await find(programme, clientKey);
    // The key belongs to another programme's session, or to one that is gone.
    if (!found) throw new RuleRefused('keyReused');
    if (outcome === 'known' && !isPlannedAs(found.session, request)) {
      throw new Conflict(found.session);
    }
    return found.session;
  }

  /** Writes to the session as it was read, and enters it in the audit trail. */
  async function edit(
    programme: Programme,
    { stored, session }: Found,
    user: User,
    fields: Fields,
    action: Audited['action'],
  ): Promise<PracticeSession> {
    const actorId = user.userId;
    const eTag = session.eTag ?? '';
    const change = { actorId, fields };
    const written = await editAsRead(list, stored.clientKey, eTag, change, toStoredSession);
    const subject = session.clientKey;
    await recordAudit(database, {
      ...{ at: now(), actorId, action, subject, programmeKey: programme.clientKey },
    });
    const saved = toStoredSession(written);
    if (saved === null) throw new Error('A session that was written cannot be read.');
    return saved;
  }

  return {
    of: async (programme) =>
      (await foundIn(programme)).map(({ session }) => session).filter(takesPlace),

    async list(programme, user) {
      const [{ jobFamily, sees }, { mapped }, own] = await Promise.all([
        sightOf(programme, user),
        tasksOf(programme),
        ownFacts(user),
      ]);
      const sessions = (await foundIn(programme))
        .map(({ session }) => session)
        .filter(sees)
        .map((session) => ({
          session,
          gaps: takesPlace(session) ? gapsOfSession(session, mapped) : [],
          checkedIn: own.checkedIn(session.clientKey),
          practised: own.practised(session.clientKey),
        }));
      return { sessions, jobFamily, asOf: asOf() };
    },

    async seen(programme, user, sessionKey) {
      const found = await find(programme, sessionKey);
      const { sees } = await sightOf(programme, user);
      if (!found || !takesPlace(found.session) || !sees(found.session)) {
        throw new NotFound('There is no such session.');
      }
      return found.session;
    },

    asRead: async (programme, sessionKey, eTag) =>
      (await findPlannedAt(programme, sessionKey, eTag)).session,

    async save(programme, request, user) {
      await checkWhatItNames(programme, request);
      const { clientKey, eTag, ...session } = request;
      if (eTag === null) return add(programme, request, user);
      const found = await findPlannedAt(programme, clientKey, eTag);
      return edit(programme, found, user, sessionFields(session), 'practice.sessionSaved');
    },

    async place(programme, { clientKey, eTag }, place, user) {
      const found = await findPlannedAt(programme, clientKey, eTag ?? '');
      return edit(programme, found, user, placeFields(place), 'practice.sessionPlaced');
    },

    async cancel(programme, sessionKey, eTag, user) {
      const found = await findAt(programme, sessionKey, eTag);
      const { session } = found;
      const decision = canCancelSession(
        session,
        await attended(programme, session.clientKey),
        now(),
      );
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      return edit(programme, found, user, cancelledFields(now()), 'practice.sessionCancelled');
    },
  };
}

const takesPlace = ({ cancelledAt }: PracticeSession) => cancelledAt === null;

/** Whether a session that is there says what was sent under its key. */
function isPlannedAs(kept: PracticeSession, sent: SaveSessionRequest): boolean {
  const { clientKey, eTag, place, cancelledAt } = kept;
  const planned = toSession(clientKey, { fields: sessionFields(sent), eTag });
  return (
    planned !== null && JSON.stringify({ ...planned, place, cancelledAt }) === JSON.stringify(kept)
  );
}

const toStoredSession = (stored: StoredItem) =>
  toSession(publicKeyOf('PracticeSessions', stored.clientKey), stored);
