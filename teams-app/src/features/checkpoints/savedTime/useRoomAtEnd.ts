import { useLayoutEffect, type RefObject } from 'react';

/**
 * As long as an element stands over the end of the window, the page scrolls what gets the focus above it,
 * so that nobody who moves by keyboard is behind it.
 */
export function useRoomAtEnd(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const card = element.current;
    if (card === null) return;
    const { style } = document.documentElement;
    const makeRoom = () => {
      const stands = getComputedStyle(card).position === 'sticky';
      style.scrollPaddingBottom = stands ? `${String(card.offsetHeight + aboveIt)}px` : '';
    };
    const watch = new ResizeObserver(makeRoom);
    watch.observe(card);
    return () => {
      watch.disconnect();
      style.scrollPaddingBottom = '';
    };
  }, [element]);
}

/** Pixels for its distance from the edge, and for the ring around what has the focus. */
const aboveIt = 16;
