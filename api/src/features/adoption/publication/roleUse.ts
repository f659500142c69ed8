import { lastClosedMonday, smallestGroupShown } from '@last-mile/shared/adoption';
import { addDays, type CalendarDay } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';

/** How many people of a job family used each item, by its key; items that few used are not in it. */
type UsedBy = ReadonlyMap<string, number>;

/** What people of `jobFamily` used in the last twelve closed weeks; empty where nothing may be said. */
export type RoleUse = (programme: Programme, jobFamily: string | null) => Promise<UsedBy>;

interface Use {
  readonly jobFamily: string;
  readonly itemKey: string;
  readonly people: number;
}

const weeks = 12;
const nothing: UsedBy = new Map();

/**
 * Who belongs to a job family at the end of the last closed week, and what they used in the twelve
 * weeks up to it. Said of an item from five people on, and of a job family from ten: of fewer, five
 * could be everybody (docs/decisions/0009). Late facts count from the next week on.
 */
export function createRoleUse(database: Database, now: () => Date): RoleUse {
  let kept = new Map<string, Promise<readonly Use[]>>();

  return async (programme, jobFamily) => {
    if (jobFamily === null) return nothing;
    const until = lastClosedMonday(now(), programme.timeZone);
    const key = `${programme.clientKey} ${until}`;
    let uses = kept.get(key);
    if (!uses) {
      uses = usesOf(database, programme.clientKey, until);
      // Another week's are not asked for any more.
      kept = new Map([...kept].filter(([known]) => !known.startsWith(programme.clientKey)));
      kept.set(key, uses);
      uses.catch(() => kept.delete(key));
    }
    const own = (await uses).filter((use) => use.jobFamily === jobFamily);
    return new Map(own.map(({ itemKey, people }) => [itemKey, people]));
  };
}

async function usesOf(database: Database, programmeKey: string, until: CalendarDay) {
  const read = () =>
    database.query<{ uses: Use[] }>(
      'SELECT uses FROM role_use WHERE programme_key = $1 AND week = $2',
      [programmeKey, until],
    );
  const [known] = await read();
  if (known) return known.uses;
  // Of two instances that ask at once the first decides.
  await database.query(
    `INSERT INTO role_use (programme_key, week, uses) ${countUses} ON CONFLICT DO NOTHING`,
    [programmeKey, until, addDays(until, -7 * (weeks - 1)), smallestGroupShown],
  );
  return (await read())[0]?.uses ?? [];
}

const countUses = `
  WITH member AS (
    SELECT subject_id, job_family, count(*) OVER (PARTITION BY job_family) AS people
      FROM membership_span
     WHERE programme_key = $1 AND job_family IS NOT NULL AND valid_from <= $2::date + 6
       AND (valid_to IS NULL OR valid_to > $2::date + 6)
  ), used AS (
    SELECT job_family, item_key, count(DISTINCT subject_id)::integer AS people
      FROM subject_week JOIN member USING (subject_id), unnest(items) AS item_key
     WHERE week BETWEEN $3::date AND $2::date AND member.people >= 2 * $4::integer
     GROUP BY job_family, item_key
    HAVING count(DISTINCT subject_id) >= $4::integer
  )
  SELECT $1::uuid, $2::date,
         coalesce(jsonb_agg(jsonb_build_object(
           'jobFamily', job_family, 'itemKey', item_key, 'people', people)), '[]')
    FROM used`;
