import { useEffect, useState } from 'react';
import { useSession } from '../../../app/session';

type Votes = ReadonlyMap<string, boolean>;

const none: Votes = new Map();

/** Votes that wait on this device, by suggestion. */
export function useKeptVotes(): Votes {
  const { queue } = useSession();
  const [votes, setVotes] = useState(none);
  useEffect(() => {
    let current = true;
    const look = () => {
      queue.unsentVotes().then(
        (kept) => {
          if (current) setVotes(kept);
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
  }, [queue]);
  return votes;
}
