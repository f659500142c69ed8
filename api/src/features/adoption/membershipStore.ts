import { randomUUID } from 'node:crypto';
import { addDays } from '@last-mile/shared/calendar';
import type { Database, Transaction } from '../../db/database';
import { countsLock } from './countsLock';
import { forgetWindows } from './keptWindows';
import type { PersonDigest } from './subjects';
import { notifyUsageChanged } from './usageVersion';

/** A member of a programme's Entra group as the directory says it now. */
export interface Member {
  readonly userId: string;
  readonly department: string | null;
  readonly jobFamily: string | null;
}

/** Groups need a name; people without a department are one group. */
const noDepartment = 'No department';

export interface MembershipStore {
  /**
   * Makes `members` the programme's members from `day` on. What was so before stays so in the
   * past: history does not move when people do.
   */
  replace(programmeKey: string, members: readonly Member[], day: string): Promise<void>;
}

/** Who was in which programme and department from when until when, by subject, never by name. */
export function createMembershipStore(
  database: Database,
  tenantId: string,
  digestOf: PersonDigest,
): MembershipStore {
  return {
    async replace(programmeKey, members, day) {
      await database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
        const subjects = await linkAll(
          tx,
          members.map(({ userId }) => digestOf({ tenantId, userId })),
        );
        const now = [
          subjects,
          members.map(({ department }) => departmentName(department)),
          members.map(({ jobFamily }) => jobFamily),
        ];
        await endSpans(tx, programmeKey, day, now);
        await beginSpans(tx, programmeKey, day, now);
        // A week whose last day is this one or later is counted again.
        const since = addDays(day, -6);
        await tx.query('DELETE FROM shown_week WHERE programme_key = $1 AND week >= $2', [
          programmeKey,
          since,
        ]);
        await forgetWindows(tx, programmeKey, since);
        await notifyUsageChanged(tx);
      });
    },
  };
}

function departmentName(department: string | null): string {
  const name = department?.trim() ?? '';
  return name === '' ? noDepartment : name;
}

/** The subject ids of these people, in order; who is new gets a random one. */
async function linkAll(tx: Transaction, digests: readonly Buffer[]): Promise<string[]> {
  await tx.query(
    `INSERT INTO usage_subject (person_digest, subject_id)
     SELECT * FROM unnest($1::bytea[], $2::uuid[]) ON CONFLICT DO NOTHING`,
    [digests, digests.map(() => randomUUID())],
  );
  const rows = await tx.query<{ subjectId: string }>(
    `SELECT subject_id AS "subjectId"
       FROM unnest($1::bytea[]) WITH ORDINALITY AS wanted(person_digest, place)
       JOIN usage_subject USING (person_digest) ORDER BY place`,
    [digests],
  );
  return rows.map(({ subjectId }) => subjectId);
}

const current = `unnest($3::uuid[], $4::text[], $5::text[]) AS current(subject_id, department, job_family)`;

/** Ends what no longer holds; a span that began today never held on any day. */
async function endSpans(
  tx: Transaction,
  programmeKey: string,
  day: string,
  now: readonly unknown[],
): Promise<void> {
  const outdated = `programme_key = $1 AND valid_to IS NULL AND NOT EXISTS (
    SELECT FROM ${current}
     WHERE current.subject_id = membership_span.subject_id
       AND current.department = membership_span.department
       AND current.job_family IS NOT DISTINCT FROM membership_span.job_family)`;
  const values = [programmeKey, day, ...now];
  await tx.query(
    `DELETE FROM membership_span WHERE valid_from >= $2::date AND ${outdated}`,
    values,
  );
  await tx.query(`UPDATE membership_span SET valid_to = $2::date WHERE ${outdated}`, values);
}

async function beginSpans(
  tx: Transaction,
  programmeKey: string,
  day: string,
  now: readonly unknown[],
): Promise<void> {
  await tx.query(
    `INSERT INTO membership_span (programme_key, subject_id, department, job_family, valid_from)
     SELECT $1, current.subject_id, current.department, current.job_family, $2::date
       FROM ${current}
      WHERE NOT EXISTS (
        SELECT FROM membership_span AS open
         WHERE open.programme_key = $1 AND open.subject_id = current.subject_id
           AND open.valid_to IS NULL)`,
    [programmeKey, day, ...now],
  );
}
