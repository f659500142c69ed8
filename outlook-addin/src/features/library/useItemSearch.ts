import { useEffect, useMemo, useState } from 'react';
import type { createItemSearch, ItemSearch } from './itemSearch';
import type { LibrarySnapshot } from './librarySnapshot';

/** Long enough for the first screen to stand before anything else is asked for. */
const afterFirstScreenMs = 500;

/**
 * The search that forgives typing errors; undefined until its code is there. It comes once the first
 * screen stands, so that it is on the device before somebody is offline, and costs the opening nothing.
 */
export function useItemSearch(snapshot: LibrarySnapshot): ItemSearch | undefined {
  const [create, setCreate] = useState<typeof createItemSearch>();
  useEffect(() => {
    const timer = setTimeout(() => {
      import('./itemSearch').then(
        (loaded) => {
          setCreate(() => loaded.createItemSearch);
        },
        // Offline before it ever came: the plain search finds words as they are written.
        () => undefined,
      );
    }, afterFirstScreenMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return useMemo(() => create?.(snapshot), [create, snapshot]);
}
