import type { Database } from '../../db/database';

/** What somebody said last on whether they may be coached. */
interface ChoiceSaid {
  readonly person: string;
  readonly optedOut: boolean;
  readonly at: string;
}

/** People's own words, by their pseudonyms: one for each, wherever they are a member. */
export interface CoachingChoices {
  all(): Promise<ChoiceSaid[]>;
  keep(said: ChoiceSaid): Promise<void>;
}

export function createCoachingChoices(database: Database): CoachingChoices {
  return {
    async all() {
      const rows = await database.query<{ person: string; optedOut: boolean; saidAt: Date }>(
        `SELECT encode(person, 'hex') AS person, opted_out AS "optedOut", said_at AS "saidAt"
           FROM coaching_choice`,
      );
      return rows.map(({ saidAt, ...said }) => ({ ...said, at: saidAt.toISOString() }));
    },

    async keep({ person, optedOut, at }) {
      await database.query(
        `INSERT INTO coaching_choice (person, opted_out, said_at)
         VALUES (decode($1, 'hex'), $2, $3)
         ON CONFLICT (person) DO UPDATE SET opted_out = excluded.opted_out, said_at = excluded.said_at
          WHERE coaching_choice.said_at <= excluded.said_at`,
        [person, optedOut, at],
      );
    },
  };
}
