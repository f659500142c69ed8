import { randomUUID } from 'node:crypto';
import { addDays } from '@last-mile/shared/calendar';
import type { Database, Transaction } from '../../../db/database';
import { countsLock } from '../rollUps/countsLock';
import { forgetWindows } from '../windows/keptWindows';
import type { PersonDigest } from '../facts/subjects';
import { countsFromOf } from '../facts/subjectLinks';
import { notifyUsageChanged } from '../facts/usageVersion';

/** A member of a programme's Entra group as the directory says it now. */
export interface Member {
  readonly userId: string;
  /** The name they sign in with: reports tell of them by it, some days later (decision 0024). */
  readonly userPrincipalName?: string;
  readonly department: string | null;
  readonly jobFamily: string | null;
}

/** A report tells of the last 28 days. */
const reportedDays = 28;

/** Groups need a name; people without a department are one group. */
const noDepartment = 'No department';

/** Who joined or is not as before, and who left, by object id. */
interface MemberChanges {
  readonly changed: readonly Member[];
  readonly left: readonly string[];
}

/** What else belongs into the transaction that writes the spans. */
export type Together = (tx: Transaction) => Promise<void>;

export interface MembershipStore {
  /**
   * Makes `members` the programme's members from `day` on. What was so before stays so in the
   * past: history does not move when people do.
   */
  replace(
    programmeKey: string,
    members: readonly Member[],
    day: string,
    together?: Together,
  ): Promise<void>;
  /** The same for some people only; everybody else stays as they are. */
  change(
    programmeKey: string,
    changes: MemberChanges,
    day: string,
    together?: Together,
  ): Promise<void>;
}

/** Who was in which programme and department from when until when, by subject, never by name. */
export function createMembershipStore(
  database: Database,
  tenantId: string,
  digestOf: PersonDigest,
): MembershipStore {
  /** Runs `write`, which answers whether a span changed, with all that hangs on it. */
  async function commit(
    programmeKey: string,
    day: string,
    together: Together | undefined,
    write: (tx: Transaction) => Promise<boolean>,
  ) {
    await database.transaction(async (tx) => {
      await together?.(tx);
      await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
      if (!(await write(tx))) return;
      // A week whose last day is this one or later is counted again.
      const since = addDays(day, -6);
      await tx.query('DELETE FROM shown_week WHERE programme_key = $1 AND week >= $2', [
        programmeKey,
        since,
      ]);
      await forgetWindows(tx, programmeKey, since);
      await notifyUsageChanged(tx);
    });
  }

  const digestsOf = (userIds: readonly string[]) =>
    userIds.map((userId) => digestOf({ tenantId, userId }));

  async function columnsOf(tx: Transaction, members: readonly Member[], day: string) {
    const names = members.map(({ userPrincipalName: name }) =>
      name === undefined ? null : digestOf({ tenantId, userId: name }),
    );
    return [
      await linkAll(tx, digestsOf(members.map(({ userId }) => userId)), names, day),
      members.map(({ department }) => departmentName(department)),
      members.map(({ jobFamily }) => jobFamily),
    ];
  }

  return {
    replace: (programmeKey, members, day, together) =>
      commit(programmeKey, day, together, async (tx) => {
        const columns = await columnsOf(tx, members, day);
        const ended = await endSpans(tx, programmeKey, day, 'everybody', columns);
        const begun = await beginSpans(tx, programmeKey, day, columns);
        await forgetNames(tx, day);
        // Everybody may be new: what is asked next is planned for so many, not for none.
        await tx.query('ANALYZE membership_span');
        return begun || ended;
      }),

    change: (programmeKey, { changed, left }, day, together) =>
      commit(programmeKey, day, together, async (tx) => {
        const columns = await columnsOf(tx, changed, day);
        const gone = await endOfPeople(tx, programmeKey, day, digestsOf(left));
        const ended = await endSpans(tx, programmeKey, day, 'these', columns);
        return (await beginSpans(tx, programmeKey, day, columns)) || ended || gone;
      }),
  };
}

function departmentName(department: string | null): string {
  const name = department?.trim() ?? '';
  return name === '' ? noDepartment : name;
}

/**
 * The subject ids of these people, in order; who is new gets a random one. Names may have changed: the
 * earlier ones are kept for as long as a report may tell of days by them.
 */
async function linkAll(
  tx: Transaction,
  digests: readonly Buffer[],
  names: readonly (Buffer | null)[],
  day: string,
): Promise<string[]> {
  await tx.query(
    `INSERT INTO earlier_name AS earlier (name_digest, person_digest, until)
     SELECT known.name_digest, person_digest, $3::date
       FROM unnest($1::bytea[], $2::bytea[]) AS member(person_digest, name_digest)
       JOIN usage_subject AS known USING (person_digest)
      WHERE known.name_digest <> member.name_digest
     ON CONFLICT (name_digest, person_digest) DO UPDATE SET until = excluded.until`,
    [digests, names, day],
  );
  await tx.query(
    `INSERT INTO usage_subject AS known (person_digest, subject_id, name_digest, counts_from)
     SELECT member.*, (${countsFromOf('member.person_digest')})
       FROM unnest($1::bytea[], $2::uuid[], $3::bytea[])
         AS member(person_digest, subject_id, name_digest)
     ON CONFLICT (person_digest) DO UPDATE SET name_digest = excluded.name_digest
      WHERE excluded.name_digest <> coalesce(known.name_digest, '')`,
    [digests, digests.map(() => randomUUID()), names],
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

/**
 * Ends what no longer holds, of everybody in the programme or of these people only; answers whether
 * anything did.
 */
async function endSpans(
  tx: Transaction,
  programmeKey: string,
  day: string,
  whose: 'everybody' | 'these',
  columns: readonly unknown[],
): Promise<boolean> {
  const concerned = whose === 'these' ? 'subject_id = ANY ($3::uuid[]) AND' : '';
  return end(
    tx,
    `${concerned} NOT EXISTS (
      SELECT FROM ${current}
       WHERE current.subject_id = membership_span.subject_id
         AND current.department = membership_span.department
         AND current.job_family IS NOT DISTINCT FROM membership_span.job_family)`,
    [programmeKey, day, ...columns],
  );
}

/** Ends the membership of the people behind these digests; answers whether anyone was a member. */
async function endOfPeople(
  tx: Transaction,
  programmeKey: string,
  day: string,
  digests: readonly Buffer[],
): Promise<boolean> {
  return end(
    tx,
    'subject_id IN (SELECT subject_id FROM usage_subject WHERE person_digest = ANY ($3::bytea[]))',
    [programmeKey, day, digests],
  );
}

/** Ends the open spans of the programme `$1` on `$2`; one that began that day never held on any day. */
async function end(tx: Transaction, which: string, values: readonly unknown[]): Promise<boolean> {
  const open = `programme_key = $1 AND valid_to IS NULL AND ${which}`;
  const never = await tx.query(
    `DELETE FROM membership_span WHERE valid_from >= $2::date AND ${open} RETURNING 1`,
    values,
  );
  const ended = await tx.query(
    `UPDATE membership_span SET valid_to = $2::date WHERE ${open} RETURNING 1`,
    values,
  );
  return never.length + ended.length > 0;
}

/** Forgets the names of who has been a member of nothing for as long as reports tell of days. */
async function forgetNames(tx: Transaction, day: string): Promise<void> {
  await tx.query(
    `UPDATE usage_subject AS known SET name_digest = NULL
      WHERE name_digest IS NOT NULL AND NOT EXISTS (
        SELECT FROM membership_span AS member
         WHERE member.subject_id = known.subject_id
           AND (member.valid_to IS NULL OR member.valid_to > $1::date - ${reportedDays}))`,
    [day],
  );
  await tx.query(`DELETE FROM earlier_name WHERE until <= $1::date - ${reportedDays}`, [day]);
}

/** Begins a span for who has none; answers whether anybody had none. */
async function beginSpans(
  tx: Transaction,
  programmeKey: string,
  day: string,
  columns: readonly unknown[],
): Promise<boolean> {
  const begun = await tx.query(
    `INSERT INTO membership_span (programme_key, subject_id, department, job_family, valid_from)
     SELECT $1, current.subject_id, current.department, current.job_family,
            -- Who begins anew after an erasure was somebody else until then.
            greatest($2::date, (SELECT counts_from FROM usage_subject AS known
                                 WHERE known.subject_id = current.subject_id))
       FROM ${current}
      WHERE NOT EXISTS (
        SELECT FROM membership_span AS open
         WHERE open.programme_key = $1 AND open.subject_id = current.subject_id
           AND open.valid_to IS NULL)
     RETURNING 1`,
    [programmeKey, day, ...columns],
  );
  return begun.length > 0;
}
