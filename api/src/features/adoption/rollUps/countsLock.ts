import type { Transaction } from '../../../db/database';

/** Held while what is shown changes: a count and the marks it settles must not pass each other. */
export const countsLock = 1_274_020;

/**
 * Holds the lock until the transaction ends, with memory for everybody in a large firm, and a process
 * for each week rather than for parts of each.
 */
export async function lockCounts(tx: Transaction): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock($1), set_config('work_mem', '32MB', true),
            set_config('min_parallel_table_scan_size', '1TB', true),
            set_config('min_parallel_index_scan_size', '1TB', true)`,
    [countsLock],
  );
}
