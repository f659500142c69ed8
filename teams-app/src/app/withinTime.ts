/** `work`, or a failure after `timeoutMs`: hosts that do not know us never answer at all. */
export async function withinTime<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new OutOfTime());
        }, timeoutMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** The host did not answer in time. */
class OutOfTime extends Error {
  constructor() {
    super('The host did not answer in time.');
    this.name = 'OutOfTime';
  }
}
