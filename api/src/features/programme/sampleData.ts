import type { Database, Transaction } from '../../db/database';

/** Whether the deployment shows the sample organisation. */
export interface SampleDataMark {
  isSet(): Promise<boolean>;
  set(tx: Transaction, sample: boolean): Promise<void>;
}

const freshForMs = 30_000;

/** Kept in the database; read at most twice a minute, because every opening of the tab asks. */
export function createSampleDataMark(database: Database, now: () => number): SampleDataMark {
  let last: { value: boolean; at: number } | undefined;
  return {
    async isSet() {
      if (last && now() - last.at < freshForMs) return last.value;
      const [row] = await database.query<{ sample: boolean }>(
        'SELECT sample_data AS sample FROM deployment',
      );
      last = { value: row?.sample ?? false, at: now() };
      return last.value;
    },
    async set(tx, sample) {
      await tx.query('UPDATE deployment SET sample_data = $1', [sample]);
      last = undefined;
    },
  };
}
