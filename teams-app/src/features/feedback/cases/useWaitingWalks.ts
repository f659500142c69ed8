import type { UnsentQueue } from '@last-mile/shared/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { caseQueries } from './caseQueries';

const none: ReadonlySet<string> = new Set();

/**
 * Keys of the cases of which a walk waits on this device; undefined until it is known. Once one has
 * arrived, what is shown of cases is asked for anew.
 */
export function useWaitingWalks(queue: UnsentQueue): ReadonlySet<string> | undefined {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<ReadonlySet<string>>();
  useEffect(() => {
    let current = true;
    let before = 0;
    const look = async () => {
      // Where the browser keeps nothing, nothing waits.
      const keys = await queue.unsentWalks().then(
        (all) => new Set(all),
        () => none,
      );
      if (!current) return;
      if (keys.size < before) void queries.invalidateQueries({ queryKey: caseQueries.root });
      before = keys.size;
      setWaiting(keys);
    };
    void look();
    const stop = queue.watch(() => void look());
    return () => {
      current = false;
      stop();
    };
  }, [queue, queries]);
  return waiting;
}
