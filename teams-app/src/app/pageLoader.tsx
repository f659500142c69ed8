import { LoadingRows } from '@last-mile/shared/ui';
import { useEffect, useState, type ComponentType } from 'react';
import { appTexts } from './appTexts';

/** A page whose code is fetched apart. */
export interface PageLoader<Props> {
  readonly Page: ComponentType<Props>;
  /** Fetches the page before it is shown. A failure is left to the page, which tries again. */
  readonly loadAhead: () => void;
}

/**
 * A page that comes later. Code that is there already is drawn at once: React's own `lazy` shows the
 * fallback even then, and keeps it for 300 ms.
 */
export function createPageLoader<Props extends object>(
  fetchPage: () => Promise<ComponentType<Props>>,
): PageLoader<Props> {
  let loaded: ComponentType<Props> | undefined;
  const load = async () => (loaded ??= await fetchPage());

  function Page(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      if (Loaded !== undefined) return;
      load().then(
        (page) => {
          setLoaded(() => page);
        },
        (error: unknown) => {
          setFailure({ error });
        },
      );
    }, [Loaded]);
    // The boundary around the page says so, and tries again.
    if (failure !== null) throw failure.error;
    return Loaded === undefined ? <LoadingRows label={appTexts.opening} /> : <Loaded {...props} />;
  }

  return {
    Page,
    loadAhead() {
      load().catch(() => undefined);
    },
  };
}
