import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import type { Pseudonyms } from './pseudonyms';

type Person = Pick<User, 'tenantId' | 'userId'>;

/**
 * When each of these people sent feedback since a moment, with their name or without: for who is asked
 * about by name already. Who sent none is absent. What they wrote is no part of it.
 */
export type WhoReported = (
  people: readonly Person[],
  since: Date,
) => Promise<(Person & { readonly reports: readonly Date[] })[]>;

export function createWhoReported(
  database: Database,
  pseudonyms: Pick<Pseudonyms, 'digestOf'>,
): WhoReported {
  return async (people, since) => {
    const rows = await database.query<{ place: number; reports: Date[] }>(
      `SELECT place, array_agg(accepted_at) AS reports
         FROM unnest($1::bytea[]) WITH ORDINALITY AS asked(reporter_digest, place)
         JOIN feedback_receipt USING (reporter_digest)
        WHERE accepted_at >= $2 GROUP BY place`,
      [people.map((person) => pseudonyms.digestOf(person)), since],
    );
    return rows.flatMap(({ place, reports }) => {
      const person = people[place - 1];
      return person ? { ...person, reports } : [];
    });
  };
}
