import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../../db/database';
import type { Person, PersonDigest } from './subjects';

/** The subject that stands for a person in facts. */
export interface SubjectLinks {
  /** Null where none does yet. */
  find(person: Person): Promise<string | null>;
  /** Where none does yet a new one, at random. */
  link(person: Person): Promise<string>;
}

export function createSubjectLinks(database: Transaction, digestOf: PersonDigest): SubjectLinks {
  async function find(person: Person) {
    const [subjectId] = await findSubjects(database, [digestOf(person)]);
    return subjectId ?? null;
  }
  return {
    find,
    async link(person) {
      const known = await find(person);
      if (known !== null) return known;
      await database.query(
        `INSERT INTO usage_subject (person_digest, subject_id, counts_from)
         SELECT $1::bytea, $2::uuid, (${countsFromOf('$1')})
         ON CONFLICT (person_digest) DO NOTHING`,
        [digestOf(person), randomUUID()],
      );
      const linked = await find(person);
      if (linked === null) throw new Error('A subject that was linked cannot be found.');
      return linked;
    },
  };
}

/** From when a person counts again whose use was erased; nothing for everybody else. */
export const countsFromOf = (digest: string) =>
  `SELECT counts_from FROM erased_subject AS erased WHERE erased.person_digest = ${digest}`;

/**
 * The links of the digests `$1`, in their `place`. Looks each up by its key: joined, a hundred would be
 * planned as a look at everybody.
 */
const askedSubjects = `unnest($1::bytea[]) WITH ORDINALITY AS asked(person_digest, place)
       LEFT JOIN LATERAL (SELECT subject_id, counts_from FROM usage_subject AS known
                           WHERE known.person_digest = asked.person_digest OFFSET 0) AS link ON true`;

/** The subject that facts of a person are about, and the week they begin with; null: from ever on. */
export interface CountedSubject {
  readonly subjectId: string;
  readonly countsFrom: string | null;
}

/** The same with the week from which their facts count, of people whose use was erased before. */
export async function findCounted(
  database: Transaction,
  digests: readonly Buffer[],
): Promise<(CountedSubject | null)[]> {
  const rows = await database.query<{ subjectId: string | null; countsFrom: string | null }>(
    `SELECT subject_id AS "subjectId", counts_from::text AS "countsFrom"
       FROM ${askedSubjects} ORDER BY place`,
    [digests],
  );
  return rows.map(({ subjectId, countsFrom }) =>
    subjectId === null ? null : { subjectId, countsFrom },
  );
}

/** The subject ids behind these digests, in order; null for people nobody knows. */
export async function findSubjects(
  database: Transaction,
  digests: readonly Buffer[],
): Promise<(string | null)[]> {
  const rows = await database.query<{ subjectId: string | null }>(
    `SELECT subject_id AS "subjectId"
       FROM ${askedSubjects} ORDER BY place`,
    [digests],
  );
  return rows.map(({ subjectId }) => subjectId);
}
