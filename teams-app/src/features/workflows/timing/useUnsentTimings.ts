import type { UnsentForm } from '@last-mile/shared/client';
import { useEffect, useState } from 'react';
import { useSession } from '../../../app/session';

type UnsentTiming = UnsentForm<'/api/workflows/timings'>;

/** Times that wait on this device or were refused when they were sent later; undefined until it has told. */
export function useUnsentTimings(): readonly UnsentTiming[] | undefined {
  const { queue } = useSession();
  const [unsent, setUnsent] = useState<readonly UnsentTiming[]>();
  useEffect(() => {
    let current = true;
    const show = (timings: readonly UnsentTiming[]) => {
      if (current) setUnsent(timings);
    };
    const look = () => {
      queue.unsentForms('/api/workflows/timings').then(show, () => {
        // Where the browser keeps nothing, nothing waits.
        show([]);
      });
    };
    look();
    const stop = queue.watch(look);
    return () => {
      current = false;
      stop();
    };
  }, [queue]);
  return unsent;
}
