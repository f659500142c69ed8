import type { UnsentQueue } from '@last-mile/shared/client';
import { useUnsent } from '../../../app/useUnsent';

type Votes = ReadonlyMap<string, boolean>;

const none: Votes = new Map();
const votes = (queue: UnsentQueue) => queue.unsentVotes();

/** Votes that wait on this device, by suggestion. */
export function useKeptVotes(): Votes {
  return useUnsent(votes, none) ?? none;
}
