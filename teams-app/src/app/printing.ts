import { flushSync } from 'react-dom';
import { useSyncExternalStore } from 'react';
import { createWatched } from './watched';

const asked = createWatched(false);

/** Whether the page is laid out for paper: the host's theme does not apply there. */
export function usePrinting(): boolean {
  return useSyncExternalStore(watch, () => asked.get() || paper().matches);
}

/** Lays the page out for paper, lets charts follow, and opens the print window. */
export async function printPage(): Promise<void> {
  flushSync(() => {
    asked.set(true);
  });
  try {
    await drawn();
    window.print();
  } finally {
    asked.set(false);
  }
}

const paper = () => window.matchMedia('print');

function watch(onChange: () => void) {
  const media = paper();
  const stopAsking = asked.subscribe(onChange);
  media.addEventListener('change', onChange);
  return () => {
    stopAsking();
    media.removeEventListener('change', onChange);
  };
}

/** Charts measure themselves after a layout and draw in the next frame. */
async function drawn() {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
