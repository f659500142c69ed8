import { useEffect, useState } from 'react';
import { useSession } from '../../../app/session';
import { useReadAgainOnceSent } from '../../../app/useReadAgainOnceSent';
import { caseQueries } from './caseQueries';

const none: ReadonlySet<string> = new Set();

/**
 * Keys of the cases of which a walk waits on this device; undefined until it is known. Once one has
 * arrived, what is shown of cases is asked for anew: used where they are asked for.
 */
export function useWaitingWalks(): ReadonlySet<string> | undefined {
  const { queue } = useSession();
  useReadAgainOnceSent('walk', caseQueries.root);
  const [waiting, setWaiting] = useState<ReadonlySet<string>>();
  useEffect(() => {
    let current = true;
    const look = async () => {
      // Where the browser keeps nothing, nothing waits.
      const keys = await queue.unsentWalks().then(
        (all) => new Set(all),
        () => none,
      );
      if (current) setWaiting(keys);
    };
    void look();
    const stop = queue.watch(() => void look());
    return () => {
      current = false;
      stop();
    };
  }, [queue]);
  return waiting;
}
