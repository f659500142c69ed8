/** Runs `work` now and then again and again, one at a time; the answer stops it and waits for a run under way. */
export function repeatedly(
  work: () => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let running = Promise.resolve();
  const again = () => {
    running = running.then(work).catch(onError);
  };
  again();
  const timer = setInterval(again, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
