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
