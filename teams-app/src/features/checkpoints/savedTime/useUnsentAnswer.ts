import { useEffect, useState } from 'react';
import { useSession } from '../../../app/session';

/** Whether an answer for a month waits on this device; `unknown` until it has told. */
export function useUnsentAnswer(month: string | undefined): 'unknown' | 'none' | 'waits' {
  const { queue } = useSession();
  const [stand, setStand] = useState<'unknown' | 'none' | 'waits'>('unknown');
  useEffect(() => {
    if (month === undefined) return;
    let current = true;
    const show = (waits: boolean) => {
      if (current) setStand(waits ? 'waits' : 'none');
    };
    queue.unsentForms('/api/saved-time').then(
      (forms) => {
        show(forms.some(({ request, refusal }) => request.month === month && refusal === null));
      },
      () => {
        // Where the browser keeps nothing, nothing waits.
        show(false);
      },
    );
    return () => {
      current = false;
    };
  }, [queue, month]);
  return stand;
}
