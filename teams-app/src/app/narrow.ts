import type { GriffelStyle } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Where a list and what is open of it no longer fit beside each other. */
export const narrow = '(max-width: 860px)';

/** The same as a key of a style. */
export const onNarrow = `@media ${narrow}`;

/** Style of what gives its place to what is open. */
export const wideOnly: GriffelStyle = { [onNarrow]: { display: 'none' } };

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
