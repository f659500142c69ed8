import type { CalendarDay } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Transaction } from '../../../db/database';
import type { PersonDigest } from '../facts/subjects';
import type { ReportedDay } from './reportedDays';

/** Somebody in the programme's group, as Entra names them. */
export interface NamedMember {
  readonly userId: string;
  readonly userPrincipalName: string;
}

/** Whose day it is; undefined where they were no member then. */
type PersonOn = (day: CalendarDay) => ReportedDay['person'] | undefined;

/**
 * Finds whom a report or file tells of by the name they sign in with or their object id: a member,
 * all of whose days count, or somebody who was one.
 */
type FindReported = (told: string) => PersonOn | undefined;

/** Knows the people of a programme, `members` and those who left. */
export type ReportedPeople = (
  programme: Pick<Programme, 'clientKey'>,
  members: Iterable<NamedMember>,
) => Promise<FindReported>;

/** In a span of days somebody is known by one of these digests. */
interface Former {
  readonly personDigest: Buffer;
  readonly nameDigest: Buffer;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * Who left, and who was renamed by their earlier name, is known by keyed digests only, and for as long as a
 * report may tell of their days (decisions 0024 and 0054).
 */
export function createReportedPeople(
  database: Transaction,
  tenantId: string,
  digestOf: PersonDigest,
): ReportedPeople {
  return async ({ clientKey }, members) => {
    const userIds = new Map<string, string>();
    for (const { userId, userPrincipalName } of members) {
      userIds.set(userPrincipalName.toLowerCase(), userId).set(userId.toLowerCase(), userId);
    }
    const formerOf = byDigest([
      ...(await readFormer(database, clientKey)),
      ...(await readRenamed(database, clientKey)),
    ]);
    return (told) => {
      const userId = userIds.get(told.toLowerCase());
      if (userId !== undefined) return () => ({ tenantId, userId });
      // A report is of the whole tenant: most of its people were never members.
      if (formerOf.size === 0) return undefined;
      const spans = formerOf.get(digestOf({ tenantId, userId: told }).toString('hex'));
      return (
        spans && ((day) => spans.find(({ from, to }) => from <= day && day < to)?.personDigest)
      );
    };
  };
}

/** The spans of who has left. */
function readFormer(database: Transaction, programmeKey: string): Promise<Former[]> {
  return database.query<Former>(
    `SELECT person_digest AS "personDigest", name_digest AS "nameDigest", valid_from::text AS from,
            valid_to::text AS to
       FROM membership_span AS member JOIN usage_subject USING (subject_id)
      WHERE programme_key = $1 AND valid_to IS NOT NULL AND name_digest IS NOT NULL
        AND NOT EXISTS (SELECT FROM membership_span AS open
                         WHERE open.programme_key = $1 AND open.subject_id = member.subject_id
                           AND open.valid_to IS NULL)`,
    [programmeKey],
  );
}

/** Who is or was a member under an earlier name, until they got another; of a member all days before it. */
function readRenamed(database: Transaction, programmeKey: string): Promise<Former[]> {
  return database.query<Former>(
    `SELECT person_digest AS "personDigest", earlier.name_digest AS "nameDigest",
            (CASE WHEN valid_to IS NULL THEN '0001-01-01' ELSE valid_from END)::text AS from,
            least(valid_to, until + 1)::text AS to
       FROM earlier_name AS earlier JOIN usage_subject USING (person_digest)
       JOIN membership_span USING (subject_id)
      WHERE programme_key = $1`,
    [programmeKey],
  );
}

function byDigest(rows: readonly Former[]): ReadonlyMap<string, Former[]> {
  const formerOf = new Map<string, Former[]>();
  for (const row of rows) {
    for (const digest of [row.personDigest, row.nameDigest]) {
      const key = digest.toString('hex');
      formerOf.set(key, [...(formerOf.get(key) ?? []), row]);
    }
  }
  return formerOf;
}
