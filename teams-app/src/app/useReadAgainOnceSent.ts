import type { Waiting } from '@last-mile/shared/client';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from './session';

/**
 * Asks again for what is shown once something that waited on this device has been sent. Used where the
 * answer is asked for: one that is still on its way may be from before, and is asked for anew too.
 */
export function useReadAgainOnceSent(type: Waiting['type'], queryKey: QueryKey): void {
  const { queue } = useSession();
  const queries = useQueryClient();
  const name = JSON.stringify(queryKey);
  useEffect(() => {
    let seen = queue.sentLater(type);
    return queue.watch(() => {
      const sent = queue.sentLater(type);
      if (sent === seen) return;
      seen = sent;
      const which = { queryKey: JSON.parse(name) as QueryKey };
      // A first answer that is on its way is not asked for again unless it is given up.
      void queries.cancelQueries(which).then(() => queries.invalidateQueries(which));
    });
  }, [name, queries, queue, type]);
}
