/**
 * `work`, or the failure `late` makes after `timeoutMs`: hosts that do not know us never answer at all.
 */
export async function withinTime<T>(
  timeoutMs: number,
  work: Promise<T>,
  late: () => Error = () => new Error('The host did not answer in time.'),
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(late());
        }, timeoutMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits for each of these in turn, `patienceMs` at most: resolves when all are there, or one fails or takes
 * longer. For what goes on without them, but sooner with them.
 */
export async function patiently(
  patienceMs: number,
  steps: readonly Promise<unknown>[],
): Promise<void> {
  // Whoever needs one that fails hears of it.
  for (const step of steps) step.catch(() => undefined);
  try {
    for (const step of steps) await withinTime(patienceMs, step);
  } catch {
    // It goes on without the rest.
  }
}
