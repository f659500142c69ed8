import type { UnsentQueue } from '@last-mile/shared/client';
import { useEffect, useState } from 'react';

/** How many things wait on this device to be sent. Sends them when the network comes back. */
export function useWaiting(queue: Pick<UnsentQueue, 'waiting' | 'watch' | 'flush'>): number {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let watching = true;
    const show = (number: number) => {
      if (watching) setWaiting(number);
    };
    // A browser that keeps nothing has nothing waiting.
    void queue.waiting().then(show, () => undefined);
    const stop = queue.watch(show);
    const flush = () => void queue.flush();
    window.addEventListener('online', flush);
    return () => {
      watching = false;
      stop();
      window.removeEventListener('online', flush);
    };
  }, [queue]);
  return waiting;
}
