import type { CalendarDay } from '@last-mile/shared/calendar';
import type { Transaction } from '../../../db/database';

/**
 * Remembers that a person's use is erased: what is told later of the weeks before `countsFrom`, a Monday,
 * is refused, and from then on they count as somebody new.
 */
export async function rememberErased(
  tx: Transaction,
  personDigest: Buffer,
  countsFrom: CalendarDay,
): Promise<void> {
  await tx.query(
    `INSERT INTO erased_subject AS known (person_digest, counts_from) VALUES ($1, $2)
     ON CONFLICT (person_digest) DO UPDATE
       SET counts_from = greatest(known.counts_from, excluded.counts_from)`,
    [personDigest, countsFrom],
  );
}

/**
 * Ends a subject's memberships with the week of the erasure: it stays eligible until the week's last day,
 * so that no figure moves with the erasure, and nobody learns from a figure whose it was.
 */
export async function endMemberships(
  tx: Transaction,
  subjectId: string,
  countsFrom: CalendarDay,
): Promise<void> {
  const ofSubject = 'subject_id = $1 AND valid_to IS NULL';
  await tx.query(`DELETE FROM membership_span WHERE ${ofSubject} AND valid_from >= $2::date`, [
    subjectId,
    countsFrom,
  ]);
  await tx.query(`UPDATE membership_span SET valid_to = $2::date WHERE ${ofSubject}`, [
    subjectId,
    countsFrom,
  ]);
}
