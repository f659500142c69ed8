import { allow, refuse } from '../rules';
import type { BuildEntry } from './buildSession';

/** A session runs until it is closed; when is the same to the rules. */
interface Closing {
  readonly closedAt: string | Date | null;
}

/** Whether something may still be added to a session. */
export function canAddTo(session: Closing) {
  return session.closedAt === null ? allow : refuse('sessionClosed');
}

/** Whether `userId` may vote for an entry of `authorId`: for others' only, while the session runs. */
export function canVoteFor(authorId: string | null, session: Closing, userId: string) {
  if (session.closedAt !== null) return refuse('sessionClosed');
  return authorId === userId ? refuse('ownEntry') : allow;
}

/** Most entries of one session: more than a room full of people writes in an hour. */
export const mostEntries = 500;

/** The best first: by votes, then as they came. */
export function byVotes(
  one: Pick<BuildEntry, 'votes' | 'addedAt' | 'clientKey'>,
  other: Pick<BuildEntry, 'votes' | 'addedAt' | 'clientKey'>,
): number {
  return (
    other.votes - one.votes ||
    one.addedAt.localeCompare(other.addedAt) ||
    one.clientKey.localeCompare(other.clientKey)
  );
}

/** What a reader knows of a session's entries, with what changed put into it. */
export function withChanged(
  known: readonly BuildEntry[],
  changed: readonly BuildEntry[],
): BuildEntry[] {
  const entries = new Map(known.map((entry) => [entry.clientKey, entry]));
  for (const entry of changed) entries.set(entry.clientKey, entry);
  return [...entries.values()].sort(byVotes);
}
