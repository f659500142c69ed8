import type { Database } from '../../db/database';

/** Who voted for suggestions, by keyed digest; those without a vote are left out. */
export async function votersIn(
  database: Database,
  clientKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly Buffer[]>> {
  const rows = await database.query<{ key: string; voters: Buffer[] }>(
    `SELECT suggestion_key::text AS key, array_agg(voter_digest) AS voters
       FROM suggestion_vote WHERE suggestion_key = ANY($1::uuid[]) GROUP BY suggestion_key`,
    [clientKeys],
  );
  return new Map(rows.map(({ key, voters }) => [key, voters]));
}
