import type { Lease } from './lease';

/**
 * Does what only one instance does at a time, with the lease's token, and lets the next one start at
 * once after it, also where it fails. Nothing is done while another instance holds the lease. `work`
 * answers whether all of it was done; only then it counts as done.
 */
export async function asHolder(
  lease: Pick<Lease, 'hold' | 'noteDone' | 'release'>,
  work: (token: number) => Promise<boolean>,
): Promise<void> {
  const token = await lease.hold();
  if (token === undefined) return;
  try {
    if (await work(token)) await lease.noteDone();
  } finally {
    await lease.release();
  }
}

/** Does one after the other; one that fails keeps no other from being done. Answers whether none failed. */
export async function eachOnItsOwn(
  works: readonly (() => Promise<unknown>)[],
  onError: (error: unknown) => void,
): Promise<boolean> {
  let failed = 0;
  for (const work of works) {
    await work().catch((error: unknown) => {
      failed += 1;
      onError(error);
    });
  }
  return failed === 0;
}
