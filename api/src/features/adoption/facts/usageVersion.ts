import type { Database, Transaction } from '../../../db/database';

/** Tells every instance that counts of usage changed. */
export const usageChangedChannel = 'usage_changed';

/** What is worked out from usage and membership holds for as long as this stays the same. */
export interface UsageVersion {
  current(): number;
  /** Something was committed here: it shows at once, without waiting to be told. */
  readonly changed: () => void;
  close(): Promise<void>;
}

/** Grows with every notification of a change, by this instance or another one. */
export async function createUsageVersion(database: Database): Promise<UsageVersion> {
  let version = 0;
  const changed = () => {
    version += 1;
  };
  const stopListening = await database.listen(usageChangedChannel, changed);
  return { current: () => version, changed, close: stopListening };
}

/** Tells every instance, once the transaction commits. */
export async function notifyUsageChanged(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_notify($1, '')`, [usageChangedChannel]);
}
