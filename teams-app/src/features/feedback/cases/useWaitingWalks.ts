import type { UnsentQueue } from '@last-mile/shared/client';
import { useReadAgainOnceSent } from '../../../app/useReadAgainOnceSent';
import { useUnsent } from '../../../app/useUnsent';
import { caseQueries } from './caseQueries';

const none: ReadonlySet<string> = new Set();
const walks = async (queue: UnsentQueue): Promise<ReadonlySet<string>> =>
  new Set(await queue.unsentWalks());

/**
 * Keys of the cases of which a walk waits on this device; undefined until it is known. Once one has
 * arrived, what is shown of cases is asked for anew: used where they are asked for.
 */
export function useWaitingWalks(): ReadonlySet<string> | undefined {
  useReadAgainOnceSent('walk', caseQueries.root);
  return useUnsent(walks, none);
}
