import { expect, test, vi } from 'vitest';
import { watchIdle } from './idleWatch';

/** A page that can be hidden and shown, and a clock in seconds. */
function watchedPage() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  const tell = vi.fn();
  let seconds = 0;
  const stop = watchIdle({ page: page, now: () => seconds * 1_000, tell });
  const turn = (visibilityState: 'visible' | 'hidden', at: number) => {
    seconds = at;
    Object.assign(page, { visibilityState });
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { tell, stop, turn };
}

test('each time that Outlook was not on screen is told', () => {
  const { tell, turn } = watchedPage();
  turn('hidden', 10);
  turn('visible', 40);
  turn('hidden', 100);
  turn('visible', 105);
  expect(tell.mock.calls).toEqual([[30_000], [5_000]]);
});

test('a pane that is looked at, however still, counts as drafting', () => {
  const { tell, turn } = watchedPage();
  turn('visible', 3_000);
  expect(tell).not.toHaveBeenCalled();
});

test('a stopped watch tells nothing more', () => {
  const { tell, stop, turn } = watchedPage();
  stop();
  turn('hidden', 10);
  turn('visible', 40);
  expect(tell).not.toHaveBeenCalled();
});
