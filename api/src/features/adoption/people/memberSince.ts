import type { CalendarDay } from '@last-mile/shared/calendar';
import type { Transaction } from '../../../db/database';
import type { Person, PersonDigest } from '../facts/subjects';

/** The first day each was in the programme; of who is not known to be in it now there is none. */
export type MemberSince = <P extends Person>(
  programmeKey: string,
  people: readonly P[],
) => Promise<(P & { readonly memberSince: CalendarDay })[]>;

/** Asks the spans of people who are named already: no way leads from a span to anybody else. */
export function createMemberSince(database: Transaction, digestOf: PersonDigest): MemberSince {
  return async (programmeKey, people) => {
    if (people.length === 0) return [];
    const rows = await database.query<{ place: number; memberSince: CalendarDay }>(
      `SELECT place, to_char(min(valid_from), 'YYYY-MM-DD') AS "memberSince"
         FROM unnest($1::bytea[]) WITH ORDINALITY AS asked(person_digest, place)
         JOIN usage_subject USING (person_digest)
         JOIN membership_span USING (subject_id)
        WHERE programme_key = $2
        GROUP BY place HAVING bool_or(valid_to IS NULL)`,
      [people.map(digestOf), programmeKey],
    );
    return rows.flatMap(({ place, memberSince }) => {
      const person = people[place - 1];
      return person ? { ...person, memberSince } : [];
    });
  };
}
