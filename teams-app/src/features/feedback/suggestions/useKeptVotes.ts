import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../../../app/session';
import { feedbackQueries } from '../feedbackQueries';

type Votes = ReadonlyMap<string, boolean>;

const none: Votes = new Map();

/** Votes that wait on this device, by suggestion. Once one has been sent, the list is read again. */
export function useKeptVotes(): Votes {
  const { api, queue } = useSession();
  const queries = useQueryClient();
  const [votes, setVotes] = useState(none);
  useEffect(() => {
    const { queryKey } = feedbackQueries.suggestions(api);
    let current = true;
    let before = none;
    const look = () => {
      queue.unsentVotes().then(
        (kept) => {
          if (!current) return;
          if ([...before.keys()].some((key) => !kept.has(key))) {
            void queries.invalidateQueries({ queryKey });
          }
          before = kept;
          setVotes(kept);
        },
        () => undefined,
      );
    };
    look();
    const stop = queue.watch(look);
    return () => {
      current = false;
      stop();
    };
  }, [api, queue, queries]);
  return votes;
}
