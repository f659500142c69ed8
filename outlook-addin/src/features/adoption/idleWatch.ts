/** What the watch needs of the page. */
type WatchedPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

export interface IdleWatchOptions {
  readonly page: WatchedPage;
  readonly now: () => number;
  /** Gets each stretch of idle time when it is over, in milliseconds. */
  readonly tell: (idleMs: number) => void;
}

/**
 * Tells how long nobody can have been drafting while the pane was open: the time in which Outlook was
 * not on screen. Typing in the message cannot be seen from the pane, so no stillness of the pane counts.
 * Returns how to stop.
 */
export function watchIdle({ page, now, tell }: IdleWatchOptions): () => void {
  let hiddenSince: number | null = page.visibilityState === 'hidden' ? now() : null;
  const changed = () => {
    if (page.visibilityState === 'hidden') {
      hiddenSince ??= now();
      return;
    }
    if (hiddenSince === null) return;
    const idleMs = Math.max(0, now() - hiddenSince);
    hiddenSince = null;
    tell(idleMs);
  };
  page.addEventListener('visibilitychange', changed);
  return () => {
    page.removeEventListener('visibilitychange', changed);
  };
}
