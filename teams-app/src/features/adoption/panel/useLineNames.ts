import { useEffect, useRef, type RefObject } from 'react';
import { panelTexts as texts } from './panelTexts';

/**
 * Names the lines of the chart inside for who cannot see them. The library names them in English
 * ("line 1 of 3 with 21 data points") and takes no name of ours.
 */
export function useLineNames(names: readonly string[]): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = place.current;
    if (within === null) return;
    const name = () => {
      // The last line is drawn first, so that the first lies on top.
      const lines = [...within.querySelectorAll('svg [role="region"]')].reverse();
      lines.forEach((line, index) => {
        const label = texts.line(names[index] ?? '', index + 1, lines.length);
        if (line.getAttribute('aria-label') !== label) line.setAttribute('aria-label', label);
      });
    };
    // Lines are drawn once the chart has been measured, and again when it is drawn anew.
    const drawn = new MutationObserver(name);
    drawn.observe(within, { subtree: true, childList: true, attributeFilter: ['aria-label'] });
    name();
    return () => {
      drawn.disconnect();
    };
  }, [names]);
  return place;
}
