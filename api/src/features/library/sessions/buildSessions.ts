import {
  canAddTo,
  canVoteFor,
  mostEntries,
  type AddEntryRequest,
  type BuildEntry,
  type BuildSession,
  type OpenSessionRequest,
  type SessionResponse,
  type SessionsResponse,
} from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { Decision } from '@last-mile/shared/rules';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../../auth/auditTrail';
import type { Names } from '../../../auth/names';
import type { Database, Transaction } from '../../../db/database';
import { NotFound, RuleRefused } from '../../../http/refusals';
import { createWaitingPlaces } from '../../../http/waitingPlaces';
import type { ListStore } from '../../../sync/storedItem';
import { dayItGoes } from '../dayItGoes';
import { addDrafts } from '../newDrafts';
import { draftOf } from './entryDraft';
import { createOldSessions } from './oldSessions';
import {
  createSessionChanges,
  markChanged,
  nextRevision,
  notifyChanged,
  putEntry,
  putSession,
  putVote,
  readEntries,
  readEntriesUnder,
  readSession,
  readSessions,
  setClosed,
  type KeptEntry,
  type KeptSession,
} from './sessionStore';

export interface BuildSessionDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  /** Days after which a session goes in which nothing is done. */
  readonly sessionDays: number;
  readonly now: () => Date;
}

/** Who acts, and for which programme. */
export interface Acting {
  readonly programme: Programme;
  readonly user: User;
}

/** Sessions in which people build the library together (docs/decisions/0018). */
export interface BuildSessions {
  all(programme: Programme): Promise<SessionsResponse>;
  /** What changed since a revision, at once if there is something, else as soon as there is. */
  read(
    acting: Acting,
    sessionKey: string,
    since: number,
    signal: AbortSignal,
  ): Promise<SessionResponse>;
  open(acting: Acting, request: OpenSessionRequest): Promise<SessionResponse>;
  /** Keeps an entry under its author's key; the same once more changes nothing. */
  add(acting: Acting, sessionKey: string, request: AddEntryRequest): Promise<SessionResponse>;
  vote(
    acting: Acting,
    sessionKey: string,
    entryKey: string,
    vote: boolean,
  ): Promise<SessionResponse>;
  /** Makes drafts of entries, each under its own key and in its author's name. */
  draft(acting: Acting, sessionKey: string, entryKeys: readonly string[]): Promise<SessionResponse>;
  close(acting: Acting, sessionKey: string, closed: boolean): Promise<SessionResponse>;
  /** Lets sessions go in which nothing was done since; see `createOldSessions`. */
  letOldGo(until: Date): Promise<number>;
  stop(): Promise<void>;
}

/** Below what the tab (20 s) and proxies between it and the API wait for. */
const waitMs = 15_000;

/** How many questions of one person may wait at a time. */
const mostWaiting = 10;

export async function createBuildSessions(
  dependencies: BuildSessionDependencies,
): Promise<BuildSessions> {
  const { database, list, names, sessionDays, now } = dependencies;
  const changes = await createSessionChanges(database);
  const places = createWaitingPlaces(mostWaiting);

  async function answer({ programme, user }: Acting, sessionKey: string, since: number) {
    const session = await readSession(database, programme.clientKey, sessionKey);
    if (!session) throw new NotFound();
    const changed = await readEntries(database, sessionKey, since, user.userId);
    const shown = await namesOf(names, [
      session.openedBy,
      ...changed.map(({ authorId }) => authorId),
    ]);
    return {
      session: toSession(session, shown, goesOn(session)),
      revision: session.revision,
      changed: changed.map((entry) => toEntry(entry, shown)),
    };
  }

  const goesOn = ({ lastAt }: KeptSession) => dayItGoes(lastAt, sessionDays, now());

  /** Changes a session that is there, one after the other, and tells who waits; answers what changed. */
  async function change(
    acting: Acting,
    sessionKey: string,
    work: (tx: Transaction, session: KeptSession) => Promise<void>,
  ): Promise<SessionResponse> {
    const before = await database.transaction(async (tx) => {
      const session = await readSession(tx, acting.programme.clientKey, sessionKey, true);
      if (!session) throw new NotFound();
      await work(tx, session);
      await notifyChanged(tx, sessionKey);
      return session.revision;
    });
    return answer(acting, sessionKey, before);
  }

  return {
    async all(programme) {
      const sessions = await readSessions(database, programme.clientKey);
      const shown = await namesOf(
        names,
        sessions.map(({ openedBy }) => openedBy),
      );
      return { sessions: sessions.map((session) => toSession(session, shown, goesOn(session))) };
    },

    async read(acting, sessionKey, since, signal) {
      const { changed, stop } = changes.next(sessionKey, waitMs);
      signal.addEventListener('abort', stop, { once: true });
      try {
        const known = await answer(acting, sessionKey, since);
        if (since === 0 || known.revision > since) return known;
        const leave = places.take(acting.user.userId);
        await changed.finally(leave);
        return await answer(acting, sessionKey, since);
      } finally {
        signal.removeEventListener('abort', stop);
        stop();
      }
    },

    async open(acting, request) {
      const { programme, user } = acting;
      await database.transaction(async (tx) => {
        const kept = { programmeKey: programme.clientKey, openedBy: user.userId, openedAt: now() };
        if (await putSession(tx, request, kept)) return;
        const session = await readSession(tx, programme.clientKey, request.clientKey);
        if (session?.openedBy !== user.userId) throw new RuleRefused('keyReused');
      });
      return answer(acting, request.clientKey, 0);
    },

    add: (acting, sessionKey, request) =>
      change(acting, sessionKey, async (tx, session) => {
        const { user } = acting;
        const [known] = await readEntriesUnder(tx, sessionKey, [request.clientKey], user.userId);
        if (known?.authorId === user.userId) return;
        refuseUnless(canAddTo(session));
        if (session.entries >= mostEntries) throw new RuleRefused('sessionFull');
        const revision = await nextRevision(tx, sessionKey);
        const kept = { sessionKey, authorId: user.userId, addedAt: now(), revision };
        if (!(await putEntry(tx, request, kept))) throw new RuleRefused('keyReused');
      }),

    vote: (acting, sessionKey, entryKey, vote) =>
      change(acting, sessionKey, async (tx, session) => {
        const { userId } = acting.user;
        const [entry] = await readEntriesUnder(tx, sessionKey, [entryKey], userId);
        if (!entry) throw new NotFound();
        refuseUnless(canVoteFor(entry.authorId, session, userId));
        if (entry.voted === vote) return;
        await putVote(tx, entryKey, userId, vote);
        await markChanged(tx, [entryKey], await nextRevision(tx, sessionKey));
      }),

    draft: (acting, sessionKey, entryKeys) =>
      change(acting, sessionKey, async (tx, session) => {
        const { programme, user } = acting;
        const chosen = await readEntriesUnder(tx, sessionKey, entryKeys, user.userId);
        const wanted = new Set(entryKeys.map((key) => key.toLowerCase()));
        if (chosen.length < wanted.size) throw new NotFound();
        const open = chosen.filter(({ drafted }) => !drafted);
        if (open.length === 0) return;
        await addDrafts(
          tx,
          list,
          user.userId,
          open.map((entry) => draftOf(entry, session, programme)),
        );
        const keys = open.map(({ clientKey }) => clientKey);
        await markChanged(tx, keys, await nextRevision(tx, sessionKey), now());
        await recordAudit(tx, {
          at: now(),
          actorId: user.userId,
          action: 'library.sessionDrafted',
          subject: sessionKey,
          programmeKey: programme.clientKey,
          details: { entries: keys.length },
        });
      }),

    close: (acting, sessionKey, closed) =>
      change(acting, sessionKey, async (tx, session) => {
        if ((session.closedAt !== null) === closed) return;
        await setClosed(tx, sessionKey, closed ? now() : null);
        await nextRevision(tx, sessionKey);
      }),

    letOldGo: createOldSessions({ database, list, now }),

    stop: () => changes.close(),
  };
}

function refuseUnless(decision: Decision) {
  if (!decision.allowed) throw new RuleRefused(decision.reason);
}

type ShownNames = ReadonlyMap<string, string>;

/** Names are looked up when they are shown; without the directory there are none for the moment. */
function namesOf(names: Names, userIds: readonly string[]): Promise<ShownNames> {
  return names.of([...new Set(userIds)]);
}

function toSession(kept: KeptSession, names: ShownNames, goesOn: string | null): BuildSession {
  const { clientKey, title, jobFamily, openedBy, openedAt, closedAt, entries } = kept;
  return {
    ...{ clientKey, title, jobFamily, entries, goesOn },
    openedBy: { userId: openedBy, name: names.get(openedBy) ?? null },
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

function toEntry({ authorId, addedAt, ...kept }: KeptEntry, names: ShownNames): BuildEntry {
  return {
    ...kept,
    author: { userId: authorId, name: names.get(authorId) ?? null },
    addedAt: addedAt.toISOString(),
  };
}
