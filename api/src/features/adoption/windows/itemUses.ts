import { lastClosedMonday, mondayOf, mondaysBetween } from '@last-mile/shared/adoption';
import { addDays, type CalendarDay } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { eligibleRows } from './eligibleRows';
import { isNotUntold, readTold } from './toldWeeks';

/** How items were used in the last twelve closed weeks, or as many as were measured. */
interface ItemUses {
  /** Monday of the first of these weeks. */
  readonly from: CalendarDay;
  /** Monday of the last of them. */
  readonly until: CalendarDay;
  /** By key, counted uses and how many people they are of; without what is not told of anybody. */
  readonly useOf: ReadonlyMap<string, { readonly uses: number; readonly people: number }>;
  /** Whether an item's uses in the week of this Monday are among them. */
  readonly isTold: (itemKey: string, week: CalendarDay) => boolean;
}

/**
 * Asks how the programme's own people used these items: of the weeks and items that figures over
 * several weeks tell (decision 0017), so that these can be had from no other. Whoever tells it on hides
 * small groups.
 */
export type ItemUsesIn = (
  programme: Pick<Programme, 'clientKey' | 'timeZone'>,
  itemKeys: readonly string[],
) => Promise<ItemUses>;

const mostWeeks = 12;

export function createItemUses(database: Database, now: () => Date): ItemUsesIn {
  async function firstMeasured(programmeKey: string, until: CalendarDay) {
    const [row] = await database.query<{ first: CalendarDay | null }>(
      `SELECT to_char(min(valid_from), 'YYYY-MM-DD') AS first
         FROM membership_span WHERE programme_key = $1`,
      [programmeKey],
    );
    const twelfth = addDays(until, -7 * (mostWeeks - 1));
    const first = mondayOf(row?.first ?? twelfth);
    return first > twelfth && first <= until ? first : twelfth;
  }

  return async ({ clientKey, timeZone }, itemKeys) => {
    const until = lastClosedMonday(now(), timeZone);
    const from = await firstMeasured(clientKey, until);
    const decided = await database.query<{ week: CalendarDay }>(
      `SELECT to_char(week, 'YYYY-MM-DD') AS week FROM shown_week
        WHERE programme_key = $1 AND week = ANY ($2::date[]) AND in_windows ORDER BY shown_week.week`,
      [clientKey, mondaysBetween(from, until)],
    );
    const window = decided.map(({ week }) => week);
    const { weeks: told, untold } = (await readTold(database, clientKey, window)).parts(
      'uses',
      window,
    );
    const rows = await database.query<{ itemKey: string; uses: number; people: number }>(
      `SELECT item AS "itemKey", count(*) AS uses, count(DISTINCT subject_id) AS people
         FROM (SELECT week, subject_id, unnest(items) AS item
                 FROM ${eligibleRows('subject_week')} AS did WHERE items && $3::uuid[]) AS used
        WHERE item = ANY ($3::uuid[]) AND ${isNotUntold('used', 'item', '$4', '$5')}
        GROUP BY item`,
      [
        ...[clientKey, told, itemKeys],
        ...[untold.map(({ week }) => week), untold.map(({ part }) => part)],
      ],
    );
    return {
      ...{ from, until },
      useOf: new Map(rows.map(({ itemKey, uses, people }) => [itemKey, { uses, people }])),
      isTold: (itemKey, week) =>
        told.includes(week) && !untold.some((each) => each.week === week && each.part === itemKey),
    };
  };
}
