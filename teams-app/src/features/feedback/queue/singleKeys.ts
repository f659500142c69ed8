import { createWatched } from '../../../app/watched';
import { useSyncExternalStore } from 'react';

const key = 'last-mile.single-keys';

function kept(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

const on = createWatched(kept());

/** Whether a single letter acts. Speech and motor aids type letters by accident: it can be switched off. */
export function useSingleKeys() {
  return {
    on: useSyncExternalStore(on.subscribe, on.get),
    set: (wanted: boolean) => {
      on.set(wanted);
      try {
        localStorage.setItem(key, wanted ? 'on' : 'off');
      } catch {
        // A browser that keeps nothing forgets it with the page.
      }
    },
  };
}
