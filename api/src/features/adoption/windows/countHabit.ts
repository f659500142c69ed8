import { habitBand, type Habit } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';

/** How many people did alike. */
interface Alike {
  readonly people: number;
  readonly actions: number;
  readonly activeWeeks: number;
}

/**
 * Habit over `window` from the roll-ups per person: those eligible in its last week, with all they
 * did in it. The same as `habit` of the facts.
 */
export async function countHabit(
  tx: Transaction,
  programmeKey: string,
  window: readonly string[],
): Promise<Habit> {
  if (window.length === 0) return { state: 'notEnoughData' };
  const alike = await tx.query<Alike>(
    `SELECT actions, "activeWeeks", count(*) AS people
       FROM (SELECT coalesce(sum(did.ai_use + did.template_use), 0) AS actions,
                    count(did.week) AS "activeWeeks"
               FROM membership_span AS member
               LEFT JOIN subject_week AS did
                 ON did.subject_id = member.subject_id AND did.week = ANY ($2::date[])
              WHERE member.programme_key = $1 AND member.valid_from <= $3::date + 6
                AND (member.valid_to IS NULL OR member.valid_to > $3::date + 6)
              GROUP BY member.subject_id) AS person
      GROUP BY actions, "activeWeeks"`,
    [programmeKey, window, window.at(-1)],
  );
  const of = alike.reduce((sum, { people }) => sum + people, 0);
  if (of === 0) return { state: 'notEnoughData' };
  const weeks = window.length === 12 ? 12 : 4;
  const bands = { power: 0, habitual: 0, novice: 0, low: 0, none: 0 };
  for (const { people, ...person } of alike) bands[habitBand(weeks, person)] += people;
  return { state: 'known', weeks, of, ...bands };
}
