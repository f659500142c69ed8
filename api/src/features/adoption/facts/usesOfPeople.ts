import type { Transaction } from '../../../db/database';
import type { Person, PersonDigest } from './subjects';

/**
 * What the facts say of people who are named already: no way leads from a fact to anybody else. What
 * waits for company counts as well, as it does for how people began.
 */
export interface UsesOfPeople {
  /** When each was last seen; who never did a counted action is absent. */
  last<P extends Person>(people: readonly P[]): Promise<(P & { readonly lastUse: Date })[]>;
  /** Every counted action since then, in order. */
  since<P extends Person>(
    people: readonly P[],
    since: Date,
  ): Promise<(P & { readonly uses: readonly Date[] })[]>;
  /** Every "I had to redo it", in order. */
  redone<P extends Person>(
    people: readonly P[],
  ): Promise<(P & { readonly redoneAt: readonly Date[] })[]>;
}

export function createUsesOfPeople(database: Transaction, digestOf: PersonDigest): UsesOfPeople {
  const asked = `unnest($1::bytea[]) WITH ORDINALITY AS asked(person_digest, place)
                 JOIN usage_subject USING (person_digest)`;

  /** What was found of each, beside who it is. */
  async function ask<P extends Person, Found extends object>(
    people: readonly P[],
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<(P & Found)[]> {
    if (people.length === 0) return [];
    const rows = await database.query<Found & { place: number }>(sql, [
      people.map(digestOf),
      ...values,
    ]);
    return rows.flatMap((found) => {
      const person = people[found.place - 1];
      return person ? { ...person, ...found } : [];
    });
  }

  return {
    // Counts outlive their facts: of what expired the week is still known, by its Monday.
    last: <P extends Person>(people: readonly P[]) =>
      ask<P, { lastUse: Date }>(
        people,
        `SELECT place, max(at) AS "lastUse"
           FROM (SELECT place, at FROM ${asked} JOIN usage_event USING (subject_id)
                 UNION ALL
                 SELECT place, (week + time '12:00') AT TIME ZONE 'UTC' FROM ${asked}
                   JOIN subject_week USING (subject_id)) AS seen(place, at)
          GROUP BY place`,
      ),
    since: <P extends Person>(people: readonly P[], since: Date) =>
      ask<P, { uses: Date[] }>(
        people,
        `SELECT place, array_agg(at ORDER BY at) AS uses
           FROM ${asked} JOIN usage_event USING (subject_id)
          WHERE at >= $2 GROUP BY place`,
        [since],
      ),
    redone: <P extends Person>(people: readonly P[]) =>
      ask<P, { redoneAt: Date[] }>(
        people,
        `SELECT place, array_agg(at ORDER BY at) AS "redoneAt"
           FROM ${asked} JOIN redo_answer USING (subject_id)
          WHERE redo GROUP BY place`,
      ),
  };
}
