import type { Lease } from './lease';

/**
 * Does what only one instance does at a time, with the lease's token, and lets the next one start at
 * once after it, also where it fails. Nothing is done while another instance holds the lease.
 */
export async function asHolder(
  lease: Pick<Lease, 'hold' | 'release'>,
  work: (token: number) => Promise<void>,
): Promise<void> {
  const token = await lease.hold();
  if (token === undefined) return;
  try {
    await work(token);
  } finally {
    await lease.release();
  }
}
