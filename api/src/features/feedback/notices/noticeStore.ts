import type { Database, Transaction } from '../../../db/database';
import type { NotTold } from '../../../graph/activityFeed';

/** What was told last in a chain of notifications. */
export interface ChainState {
  readonly told: string | null;
  readonly changedAt: Date | null;
  readonly parkedUntil: Date | null;
}

/** What became of a notification. */
export interface ChainOutcome {
  readonly chainId: number;
  readonly programmeKey: string;
  readonly told: string;
  readonly changedAt: string | null;
  /** When it was told. */
  readonly keptAt: Date;
}

/** The chains that anything is known of, by their id. */
export async function readChains(
  database: Database,
  chainIds: readonly number[],
): Promise<ReadonlyMap<number, ChainState>> {
  const rows = await database.query<ChainState & { chainId: number }>(
    `SELECT chain_id AS "chainId", told, changed_at AS "changedAt", parked_until AS "parkedUntil"
       FROM notification_chain WHERE chain_id = ANY($1::bigint[])`,
    [chainIds],
  );
  return new Map(rows.map(({ chainId, ...state }) => [chainId, state]));
}

/** Keeps what was told; what was parked is not any more. */
export async function keepTold(tx: Transaction, outcome: ChainOutcome): Promise<void> {
  await tx.query(
    `INSERT INTO notification_chain (chain_id, programme_key, told, changed_at, kept_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (chain_id) DO UPDATE SET told = excluded.told, changed_at = excluded.changed_at,
       kept_at = excluded.kept_at, parked_until = NULL, parked_because = NULL, recipient = NULL`,
    [outcome.chainId, outcome.programmeKey, outcome.told, outcome.changedAt, outcome.keptAt],
  );
}

/** Lets a notification that did not reach its person rest. `recipient` is null for the unnamed. */
export async function parkChain(
  tx: Transaction,
  { chainId, programmeKey, keptAt }: Pick<ChainOutcome, 'chainId' | 'programmeKey' | 'keptAt'>,
  parked: { until: Date; because: NotTold | 'gone'; recipient: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO notification_chain
       (chain_id, programme_key, parked_until, parked_because, recipient, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (chain_id) DO UPDATE SET kept_at = excluded.kept_at, parked_until = excluded.parked_until,
       parked_because = excluded.parked_because, recipient = excluded.recipient`,
    [chainId, programmeKey, parked.until, parked.because, parked.recipient, keptAt],
  );
}

/** How many people with a name rest for which reason; who is unnamed is counted nowhere. */
export async function countParked(
  database: Database,
  programmeKey: string,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ because: string; people: number }>(
    `SELECT parked_because AS because, count(DISTINCT recipient) AS people
       FROM notification_chain
      WHERE programme_key = $1 AND parked_until > $2 AND recipient IS NOT NULL GROUP BY 1`,
    [programmeKey, now],
  );
  return new Map(rows.map(({ because, people }) => [because, people]));
}
