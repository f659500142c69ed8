import { useEffect, useEffectEvent, type RefObject } from 'react';

export interface Shortcuts {
  /** Ctrl+Enter, or Command+Enter. */
  readonly onUse: () => void;
  /** Escape. */
  readonly onBack: () => void;
}

/** The keys that work from anywhere inside `place`. */
export function useShortcuts(place: RefObject<HTMLElement | null>, { onUse, onBack }: Shortcuts) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onUse();
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const element = place.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
    };
  }, [place]);
}
