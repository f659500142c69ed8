import { smallestGroupShown } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { isLetIn } from '../lateFacts/isLetIn';
import { ofOwnPeople } from './ofOwnPeople';

/** Counted uses of a library item; null where too few people are behind them to be told. */
interface UsesAround {
  readonly before: number | null;
  readonly after: number | null;
}

/** How the programme's people used an item in the seven days before and the seven after a day, which is in neither. */
export type UsesAroundDay = (
  programme: Pick<Programme, 'clientKey' | 'timeZone'>,
  itemKey: string,
  at: Date,
) => Promise<UsesAround>;

/** Counts days that are over only: looking twice on a day tells nothing of who acted in between. */
export function createUsesAround(database: Database, now: () => Date): UsesAroundDay {
  return async ({ clientKey, timeZone }, itemKey, at) => {
    const day = calendarDayIn(at, timeZone);
    const [counted] = await database.query<Counted>(countUses, [
      ...[itemKey, timeZone, day],
      ...[addDays(day, -7), addDays(day, 7), calendarDayIn(now(), timeZone), clientKey],
    ]);
    const told = (uses = 0, users: number | null = 0) =>
      (users ?? 0) < smallestGroupShown ? null : uses;
    return {
      before: told(counted?.before, counted?.usersBefore),
      after: told(counted?.after, counted?.usersAfter),
    };
  };
}

interface Counted {
  readonly before: number;
  readonly usersBefore: number | null;
  readonly after: number;
  readonly usersAfter: number | null;
}

/** Users are people who were eligible in one and the same week: seven days lie in two (decision 0056). */
const countUses = `
  WITH used AS (
    SELECT subject_id, week, day < $3 AS is_before
      FROM (SELECT subject_id, week, (at AT TIME ZONE $2)::date AS day
              FROM usage_event AS fact
             WHERE item_key = $1 AND at >= $4::date - 1 AND at < $5::date + 2
               AND ${isLetIn('usage_event')} AND ${ofOwnPeople('$7')}) AS each
     WHERE day BETWEEN $4 AND $5 AND day <> $3 AND day < $6
  ), at_one_time AS (
    SELECT is_before, weeks.week, count(DISTINCT used.subject_id) AS users
      FROM used JOIN (SELECT DISTINCT is_before, week FROM used) AS weeks USING (is_before)
      JOIN membership_span AS member
        ON member.programme_key = $7 AND member.subject_id = used.subject_id
       AND member.valid_from <= weeks.week + 6
       AND (member.valid_to IS NULL OR member.valid_to > weeks.week + 6)
     GROUP BY is_before, weeks.week
  )
  SELECT count(*) FILTER (WHERE is_before) AS before,
         count(*) FILTER (WHERE NOT is_before) AS after,
         (SELECT max(users) FROM at_one_time WHERE is_before) AS "usersBefore",
         (SELECT max(users) FROM at_one_time WHERE NOT is_before) AS "usersAfter"
    FROM used`;
