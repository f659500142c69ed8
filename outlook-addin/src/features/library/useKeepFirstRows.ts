import { useEffect, type RefObject } from 'react';
import type { FirstRows } from './firstRows';

/** How much room in pixels stands above and below the rows. */
export type AroundRows = Pick<FirstRows, 'above' | 'below'>;

/**
 * Has the rows kept that the next opening begins with, once the first screen stands on `page` and whenever
 * `keep` is another one; null keeps none, while what stands around the list is not the usual.
 */
export function useKeepFirstRows(
  page: RefObject<HTMLElement | null>,
  keep: ((around: AroundRows) => void) | null,
): void {
  useEffect(() => {
    if (keep === null) return undefined;
    return afterPaint(() => {
      const list = page.current?.querySelector<HTMLElement>('[role=listbox]');
      const foot = page.current?.lastElementChild;
      if (!list || !(foot instanceof HTMLElement)) return;
      keep({ above: list.offsetTop, below: foot.offsetHeight });
    });
  }, [page, keep]);
}

/** Runs `work` once what was just drawn is on the screen; gives the way to call it off. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
