import { useSyncExternalStore } from 'react';

/** Where list and item no longer fit beside each other. */
export const narrowLibrary = '(max-width: 860px)';

/** Whether list and item take each other's place. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(narrowLibrary).matches);
}

function watch(onChange: () => void) {
  const media = window.matchMedia(narrowLibrary);
  media.addEventListener('change', onChange);
  return () => {
    media.removeEventListener('change', onChange);
  };
}
