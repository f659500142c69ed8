import { lastClosedMonday, mondayOf, mondaysBetween } from '@last-mile/shared/adoption';
import { addDays, type CalendarDay } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { eligibleRows } from './eligibleRows';

/** How items were used in the last twelve closed weeks, or as many as were measured. */
interface ItemUses {
  /** Monday of the first of these weeks. */
  readonly from: CalendarDay;
  /** Monday of the last of them. */
  readonly until: CalendarDay;
  /** By key, counted uses and how many people they are of; without what nobody used. */
  readonly useOf: ReadonlyMap<string, { readonly uses: number; readonly people: number }>;
}

/** Asks how the programme's own people used these items; whoever tells it on hides small groups. */
export type ItemUsesIn = (
  programme: Pick<Programme, 'clientKey' | 'timeZone'>,
  itemKeys: readonly string[],
) => Promise<ItemUses>;

const weeks = 12;

export function createItemUses(database: Database, now: () => Date): ItemUsesIn {
  async function firstMeasured(programmeKey: string, until: CalendarDay) {
    const [row] = await database.query<{ first: CalendarDay | null }>(
      `SELECT to_char(min(valid_from), 'YYYY-MM-DD') AS first
         FROM membership_span WHERE programme_key = $1`,
      [programmeKey],
    );
    const twelfth = addDays(until, -7 * (weeks - 1));
    const first = mondayOf(row?.first ?? twelfth);
    return first > twelfth && first <= until ? first : twelfth;
  }

  return async ({ clientKey, timeZone }, itemKeys) => {
    const until = lastClosedMonday(now(), timeZone);
    const from = await firstMeasured(clientKey, until);
    const rows = await database.query<{ itemKey: string; uses: number; people: number }>(
      `SELECT item AS "itemKey", count(*) AS uses, count(DISTINCT subject_id) AS people
         FROM (SELECT subject_id, unnest(items) AS item
                 FROM ${eligibleRows('subject_week')} AS did WHERE items && $3::uuid[]) AS used
        WHERE item = ANY ($3::uuid[]) GROUP BY item`,
      [clientKey, mondaysBetween(from, until), itemKeys],
    );
    return {
      ...{ from, until },
      useOf: new Map(rows.map(({ itemKey, uses, people }) => [itemKey, { uses, people }])),
    };
  };
}
