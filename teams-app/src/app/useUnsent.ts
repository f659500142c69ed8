import type { UnsentQueue } from '@last-mile/shared/client';
import { useEffect, useState } from 'react';
import { useSession } from './session';

/**
 * What `read` finds waiting on this device, looked at again whenever that changes; undefined until it is
 * known. Where the browser keeps nothing, nothing waits: `nothing`. Both are to stay the same ones.
 */
export function useUnsent<Found>(
  read: (queue: UnsentQueue) => Promise<Found>,
  nothing: Found,
): Found | undefined {
  const { queue } = useSession();
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let latest = 0;
    const look = async () => {
      latest += 1;
      const mine = latest;
      const now = await read(queue).catch(() => nothing);
      // One that was slower than the look after it would show what has changed since.
      if (mine === latest) setFound(now);
    };
    void look();
    const stop = queue.watch(() => void look());
    return () => {
      latest += 1;
      stop();
    };
  }, [queue, read, nothing]);
  return found;
}
