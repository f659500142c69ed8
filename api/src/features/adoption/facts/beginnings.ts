import type { Transaction } from '../../../db/database';
import type { Person, PersonDigest } from './subjects';

/** How a person began, and when they were last seen. */
interface Beginning {
  /** Their first counted actions in order, up to four of them. */
  readonly firstUses: readonly Date[];
  readonly lastUse: Date;
}

/** The beginnings of those among `people` whose first actions are known. */
export type BeginningsOf = <P extends Person>(people: readonly P[]) => Promise<(P & Beginning)[]>;

/**
 * Asks the facts of people who are named already: no way leads from a fact to anybody else. What
 * waits for company counts as well: whoever was seen is not quiet. Whose first actions are past their
 * retention has no beginning any more.
 */
export function createBeginnings(database: Transaction, digestOf: PersonDigest): BeginningsOf {
  return async (people) => {
    if (people.length === 0) return [];
    const rows = await database.query<Beginning & { place: number }>(
      `SELECT place, (array_agg(at ORDER BY at))[1:4] AS "firstUses", max(at) AS "lastUse"
         FROM unnest($1::bytea[]) WITH ORDINALITY AS asked(person_digest, place)
         JOIN usage_subject USING (person_digest)
         JOIN usage_event AS fact USING (subject_id)
         LEFT JOIN subject_first AS first USING (subject_id)
        GROUP BY place
       HAVING min(fact.week) <= coalesce(min(first.week), min(fact.week))`,
      [people.map(digestOf)],
    );
    return rows.flatMap(({ place, firstUses, lastUse }) => {
      const person = people[place - 1];
      return person ? { ...person, firstUses, lastUse } : [];
    });
  };
}
