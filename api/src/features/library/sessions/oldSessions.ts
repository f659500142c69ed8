import { ofItself, recordAudit } from '../../../auth/auditTrail';
import { somebodyErased } from '../../../auth/somebodyErased';
import type { Database, Transaction } from '../../../db/database';
import type { ListStore } from '../../../sync/storedItem';
import { addDrafts } from '../newDrafts';
import { draftOf } from './entryDraft';
import { dropSession, readEntries, readOldSessions } from './sessionStore';

export interface OldSessionsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly now: () => Date;
}

/** One transaction each; the rest goes with the next run. */
const mostAtOnce = 50;

/**
 * Lets sessions go in which nothing was done since; answers how many. Nobody's words are lost: an entry that
 * never became a draft becomes one of its author's, whom nobody but champions sees. Of who was erased
 * there is nobody to give it back to.
 */
export function createOldSessions({ database, list, now }: OldSessionsDependencies) {
  async function letGo(tx: Transaction, sessionKey: string, until: Date): Promise<boolean> {
    // Somebody may have done something in it meanwhile.
    const [session] = await readOldSessions(tx, until, { only: sessionKey });
    if (!session) return false;
    const { programmeKey } = session;
    const entries = await readEntries(tx, sessionKey, 0, '');
    const waiting = entries.filter(
      ({ drafted, authorId }) => !drafted && authorId !== somebodyErased,
    );
    for (const author of new Set(waiting.map(({ authorId }) => authorId))) {
      const own = waiting.filter(({ authorId }) => authorId === author);
      const drafts = own.map((entry) => draftOf(entry, session, { clientKey: programmeKey }));
      await addDrafts(tx, list, author, drafts);
    }
    await dropSession(tx, sessionKey);
    await recordAudit(tx, {
      ...{ at: now(), actorId: ofItself, action: 'library.sessionEnded' },
      ...{ subject: sessionKey, programmeKey, details: { entries: waiting.length } },
    });
    return true;
  }

  return async (until: Date): Promise<number> => {
    let gone = 0;
    const old = await readOldSessions(database, until, { most: mostAtOnce });
    for (const { clientKey } of old) {
      if (await database.transaction((tx) => letGo(tx, clientKey, until))) gone += 1;
    }
    return gone;
  };
}
