import type { AddEntryRequest, OpenSessionRequest } from '@last-mile/shared/library';
import type { Database, Transaction } from '../../../db/database';

/** A session as it is kept; people are object ids. */
export interface KeptSession {
  readonly clientKey: string;
  readonly title: string;
  readonly jobFamily: string | null;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly revision: number;
  readonly entries: number;
  /** When something was last added, drafted, opened or closed in it. */
  readonly lastAt: Date;
}

/** An entry as it is kept, with the votes of everybody and whether `reader` is one of them. */
export interface KeptEntry extends Omit<AddEntryRequest, 'clientKey'> {
  readonly clientKey: string;
  readonly authorId: string;
  readonly addedAt: Date;
  readonly drafted: boolean;
  readonly votes: number;
  readonly voted: boolean;
}

const lastAt = `greatest(opened_at, closed_at,
  (SELECT max(greatest(added_at, drafted_at)) FROM build_entry AS entry
    WHERE entry.session_key = build_session.session_key))`;

const sessionColumns = `
  session_key AS "clientKey", title, job_family AS "jobFamily", opened_by AS "openedBy",
  opened_at AS "openedAt", closed_at AS "closedAt", revision,
  (SELECT count(*) FROM build_entry AS entry
    WHERE entry.session_key = build_session.session_key) AS entries, ${lastAt} AS "lastAt"`;

const entryColumns = (reader: string) => `
  entry_key AS "clientKey", author_id AS "authorId", kind, title, body, purpose,
  task_key AS "taskKey", added_at AS "addedAt", drafted_at IS NOT NULL AS drafted,
  (SELECT count(*) FROM build_vote AS vote WHERE vote.entry_key = entry.entry_key) AS votes,
  EXISTS (SELECT 1 FROM build_vote AS vote
           WHERE vote.entry_key = entry.entry_key AND vote.user_id = ${reader}) AS voted`;

/** Sessions of the last weeks: those that run first, then the newest. */
export function readSessions(tx: Transaction, programmeKey: string): Promise<KeptSession[]> {
  return tx.query<KeptSession>(
    `SELECT ${sessionColumns} FROM build_session WHERE programme_key = $1
      ORDER BY closed_at IS NOT NULL, opened_at DESC LIMIT 50`,
    [programmeKey],
  );
}

/** One session of the programme; locked until the transaction ends where `forUpdate`. */
export async function readSession(
  tx: Transaction,
  programmeKey: string,
  sessionKey: string,
  forUpdate = false,
): Promise<KeptSession | undefined> {
  const [session] = await tx.query<KeptSession>(
    `SELECT ${sessionColumns} FROM build_session
      WHERE programme_key = $1 AND session_key = $2 ${forUpdate ? 'FOR UPDATE' : ''}`,
    [programmeKey, sessionKey],
  );
  return session;
}

/** Sessions in which nothing was done since `until`; one of them, locked, where `only` it is asked for. */
export function readOldSessions(
  tx: Transaction,
  until: Date,
  { only = null, most = 1 }: { readonly only?: string | null; readonly most?: number },
): Promise<(KeptSession & { readonly programmeKey: string })[]> {
  return tx.query(
    `SELECT programme_key AS "programmeKey", ${sessionColumns} FROM build_session
      WHERE ${lastAt} < $1 AND ($2::uuid IS NULL OR session_key = $2)
      ORDER BY opened_at LIMIT $3 ${only === null ? '' : 'FOR UPDATE'}`,
    [until, only, most],
  );
}

/** Deletes a session with all that was added and voted in it. */
export async function dropSession(tx: Transaction, sessionKey: string): Promise<void> {
  await tx.query(
    `DELETE FROM build_vote WHERE entry_key IN
       (SELECT entry_key FROM build_entry WHERE session_key = $1)`,
    [sessionKey],
  );
  await tx.query('DELETE FROM build_entry WHERE session_key = $1', [sessionKey]);
  await tx.query('DELETE FROM build_session WHERE session_key = $1', [sessionKey]);
}

/** The entries that changed after a revision; 0 for all. */
export function readEntries(
  tx: Transaction,
  sessionKey: string,
  since: number,
  reader: string,
): Promise<KeptEntry[]> {
  return tx.query<KeptEntry>(
    `SELECT ${entryColumns('$3')} FROM build_entry AS entry
      WHERE session_key = $1 AND revision > $2 ORDER BY added_at, entry_key`,
    [sessionKey, since, reader],
  );
}

/** The entries under these keys; those that are not in the session are left out. */
export function readEntriesUnder(
  tx: Transaction,
  sessionKey: string,
  entryKeys: readonly string[],
  reader: string,
): Promise<KeptEntry[]> {
  return tx.query<KeptEntry>(
    `SELECT ${entryColumns('$3')} FROM build_entry AS entry
      WHERE session_key = $1 AND entry_key = ANY($2::uuid[]) ORDER BY added_at, entry_key`,
    [sessionKey, entryKeys, reader],
  );
}

/** Keeps a new session; false when its key is taken. */
export async function putSession(
  tx: Transaction,
  { clientKey, title, jobFamily }: OpenSessionRequest,
  kept: { programmeKey: string; openedBy: string; openedAt: Date },
): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO build_session
       (session_key, programme_key, title, job_family, opened_by, opened_at, revision)
     VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT DO NOTHING RETURNING session_key`,
    [clientKey, kept.programmeKey, title, jobFamily, kept.openedBy, kept.openedAt],
  );
  return added.length > 0;
}

/** Keeps an entry under its author's key; false when the key is taken. */
export async function putEntry(
  tx: Transaction,
  { clientKey, kind, title, body, purpose, taskKey }: AddEntryRequest,
  kept: { sessionKey: string; authorId: string; addedAt: Date; revision: number },
): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO build_entry
       (entry_key, session_key, author_id, kind, title, body, purpose, task_key, added_at, revision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING entry_key`,
    [
      ...[clientKey, kept.sessionKey, kept.authorId, kind, title, body, purpose, taskKey],
      ...[kept.addedAt, kept.revision],
    ],
  );
  return added.length > 0;
}

/** Raises a session's revision; what changes in the same transaction is marked with it. */
export async function nextRevision(tx: Transaction, sessionKey: string): Promise<number> {
  const [raised] = await tx.query<{ revision: number }>(
    `UPDATE build_session SET revision = revision + 1 WHERE session_key = $1 RETURNING revision`,
    [sessionKey],
  );
  return raised?.revision ?? 0;
}

export async function putVote(tx: Transaction, entryKey: string, userId: string, vote: boolean) {
  await tx.query(
    vote
      ? 'INSERT INTO build_vote (entry_key, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
      : 'DELETE FROM build_vote WHERE entry_key = $1 AND user_id = $2',
    [entryKey, userId],
  );
}

/** Marks entries with the revision in which they changed. */
export async function markChanged(
  tx: Transaction,
  entryKeys: readonly string[],
  revision: number,
  draftedAt: Date | null = null,
) {
  await tx.query(
    `UPDATE build_entry SET revision = $2, drafted_at = coalesce(drafted_at, $3)
      WHERE entry_key = ANY($1::uuid[])`,
    [entryKeys, revision, draftedAt],
  );
}

export async function setClosed(tx: Transaction, sessionKey: string, closedAt: Date | null) {
  await tx.query('UPDATE build_session SET closed_at = $2 WHERE session_key = $1', [
    sessionKey,
    closedAt,
  ]);
}

const channel = 'build_session';

const ignore = (): void => undefined;

/** Tells everybody who waits for this session that it changed; heard once the transaction commits. */
export async function notifyChanged(tx: Transaction, sessionKey: string) {
  await tx.query('SELECT pg_notify($1, $2)', [channel, sessionKey]);
}

/** Lets readers wait for a change of a session, made here or by another instance. */
export interface SessionChanges {
  /** Resolves at the next change, or after `ms`. Ask before reading, so that none is missed. */
  readonly next: (
    sessionKey: string,
    ms: number,
  ) => { readonly changed: Promise<void>; readonly stop: () => void };
  close(): Promise<void>;
}

export async function createSessionChanges(database: Database): Promise<SessionChanges> {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (sessionKey: string) => {
    for (const resume of waiting.get(sessionKey) ?? []) resume();
  };
  const stopListening = await database.listen(channel, (sessionKey) => {
    // Without a key after a lost connection: anything may have changed.
    if (sessionKey === '') [...waiting.keys()].forEach(wake);
    else wake(sessionKey);
  });

  return {
    next: (sessionKey, ms) => {
      const waiters = waiting.get(sessionKey) ?? new Set();
      waiting.set(sessionKey, waiters);
      let resume = ignore;
      const changed = new Promise<void>((resolve) => {
        resume = resolve;
      });
      const timer = setTimeout(resume, ms);
      waiters.add(resume);
      const stop = () => {
        clearTimeout(timer);
        waiters.delete(resume);
        if (waiters.size === 0) waiting.delete(sessionKey);
        resume();
      };
      return { changed, stop };
    },
    async close() {
      for (const waiters of waiting.values()) for (const resume of waiters) resume();
      await stopListening();
    },
  };
}
