import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the element to the focus when what had it is gone after `changed` did: whoever works by
 * keyboard goes on from there, and not from the top of the page. The element takes `tabIndex={-1}`.
 */
export function useFocusWhenGone<Taker extends HTMLElement>(
  changed: unknown,
): RefObject<Taker | null> {
  const taker = useRef<Taker>(null);
  const before = useRef(changed);
  useEffect(() => {
    if (before.current === changed) return;
    before.current = changed;
    if (document.activeElement === document.body) taker.current?.focus();
  }, [changed]);
  return taker;
}
