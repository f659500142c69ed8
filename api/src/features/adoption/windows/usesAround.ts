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
    const told = (uses = 0, users = 0) => (users < smallestGroupShown ? null : uses);
    return {
      before: told(counted?.before, counted?.usersBefore),
      after: told(counted?.after, counted?.usersAfter),
    };
  };
}

interface Counted {
  readonly before: number;
  readonly usersBefore: number;
  readonly after: number;
  readonly usersAfter: number;
}

const countUses = `
  WITH used AS (
    SELECT subject_id, (at AT TIME ZONE $2)::date AS day
      FROM usage_event AS fact
     WHERE item_key = $1 AND at >= $4::date - 1 AND at < $5::date + 2
       AND ${isLetIn('usage_event')} AND ${ofOwnPeople('$7')}
  )
  SELECT count(*) FILTER (WHERE day >= $4 AND day < $3) AS before,
         count(DISTINCT subject_id) FILTER (WHERE day >= $4 AND day < $3) AS "usersBefore",
         count(*) FILTER (WHERE day > $3 AND day <= $5) AS after,
         count(DISTINCT subject_id) FILTER (WHERE day > $3 AND day <= $5) AS "usersAfter"
    FROM used WHERE day < $6`;
