import type { Transaction } from '../../../db/database';
import type { Person, PersonDigest } from './subjects';

interface FrequentUse {
  readonly itemKeys: readonly string[];
  readonly since: Date;
  readonly times: number;
}

/** Those among `people` who used these items at least so often; how often is not told. */
export type FrequentUsers = <P extends Person>(
  people: readonly P[],
  use: FrequentUse,
) => Promise<P[]>;

/** Asks the facts of people who are named already: no way leads from a fact to anybody else. */
export function createFrequentUsers(database: Transaction, digestOf: PersonDigest): FrequentUsers {
  return async (people, { itemKeys, since, times }) => {
    if (people.length === 0 || itemKeys.length === 0) return [];
    const rows = await database.query<{ place: number }>(
      `SELECT place
         FROM unnest($1::bytea[]) WITH ORDINALITY AS asked(person_digest, place)
         JOIN usage_subject USING (person_digest)
         JOIN usage_event USING (subject_id)
        WHERE at >= $2 AND item_key = ANY($3::uuid[])
        GROUP BY place HAVING count(*) >= $4`,
      [people.map(digestOf), since, itemKeys, times],
    );
    const places = new Set(rows.map(({ place }) => place));
    return people.filter((_, index) => places.has(index + 1));
  };
}
