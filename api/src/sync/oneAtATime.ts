/** Whoever asks while it runs gets the run after it, shared with all who ask meanwhile. */
export function oneAtATime<T>(
  work: () => Promise<T>,
): (() => Promise<T>) & { idle: () => Promise<void> } {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = () => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const ask = () => {
    if (!running) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
  const idle = async () => {
    await (next ?? running)?.catch(() => undefined);
  };
  return Object.assign(ask, { idle });
}
