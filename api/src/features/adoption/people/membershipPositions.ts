import type { Database, Transaction } from '../../../db/database';

/** How far the members of a programme are known. */
export interface MembershipPosition {
  readonly groupId: string;
  /** The groups inside it, themselves or through others, in order. */
  readonly nestedIds: readonly string[];
  /** Where their delta goes on; null where they are too many for one. */
  readonly deltaLink: string | null;
  /** The mapping of job families by which everybody was last read, as one text. */
  readonly jobFamilies: string;
  /** When everybody was last read, with title and department. */
  readonly readAt: Date;
  /** When the members were last as in Entra. */
  readonly syncedAt: Date;
}

export interface MembershipPositions {
  of(programmeKey: string): Promise<MembershipPosition | undefined>;
  /** In the transaction of the spans, so that neither is ahead of the other. */
  keep(tx: Transaction, programmeKey: string, position: MembershipPosition): Promise<void>;
}

/** One row for each programme in the database. */
export function createMembershipPositions(database: Database): MembershipPositions {
  return {
    async of(programmeKey) {
      const [row] = await database.query<MembershipPosition>(
        `SELECT group_id AS "groupId", nested_ids AS "nestedIds", delta_link AS "deltaLink", job_families AS "jobFamilies",
                read_at AS "readAt", synced_at AS "syncedAt"
           FROM membership_sync WHERE programme_key = $1`,
        [programmeKey],
      );
      return row;
    },

    async keep(tx, programmeKey, position) {
      const { groupId, nestedIds, deltaLink, jobFamilies, readAt, syncedAt } = position;
      await tx.query(
        `INSERT INTO membership_sync
           (programme_key, group_id, nested_ids, delta_link, job_families, read_at, synced_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (programme_key) DO UPDATE SET
           group_id = excluded.group_id, nested_ids = excluded.nested_ids, delta_link = excluded.delta_link,
           job_families = excluded.job_families, read_at = excluded.read_at,
           synced_at = excluded.synced_at`,
        [programmeKey, groupId, nestedIds, deltaLink, jobFamilies, readAt, syncedAt],
      );
    },
  };
}
