/** What was opened, closed again the other way round. */
export function createClosing() {
  const opened: (() => Promise<void>)[] = [];
  return {
    later(close: () => Promise<void>): void {
      opened.push(close);
    },
    /** Closes everything, also when one of them fails; then throws the first failure. */
    async close(): Promise<void> {
      const failures: unknown[] = [];
      for (let close = opened.pop(); close; close = opened.pop()) {
        await close().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
