import { startTransition, useOptimistic } from 'react';

/**
 * Something a person says of themselves: shown as they said it in the same moment, and as it is kept
 * from when `keep` has settled. A switch that waited for anything would spring back under the finger.
 */
export function useSaidAtOnce<T>(
  kept: T,
  keep: (said: T) => Promise<unknown>,
): readonly [shown: T, say: (said: T) => void] {
  const [shown, show] = useOptimistic(kept);
  const say = (said: T) => {
    startTransition(async () => {
      show(said);
      // Why it was not kept is shown beside it by whoever keeps it.
      await keep(said).catch(() => undefined);
    });
  };
  return [shown, say];
}
