import { useSyncExternalStore } from 'react';

/** Where a list and what is open of it no longer fit beside each other. */
export const narrow = '(max-width: 860px)';

/** Whether list and open item take each other's place. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(narrow).matches);
}

function watch(onChange: () => void) {
  const media = window.matchMedia(narrow);
  media.addEventListener('change', onChange);
  return () => {
    media.removeEventListener('change', onChange);
  };
}
