import {
  lastClosedMonday,
  smallestGroupShown,
  type ParagraphFates,
  type ParagraphHeat,
  type SentVersion,
} from '@last-mile/shared/adoption';
import { addDays, type CalendarDay } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { isLetIn } from '../lateFacts/isLetIn';
import { eligibleRows } from './eligibleRows';

type Version = Pick<SentVersion, 'itemKey' | 'version'>;

/** The heat map of a version of a template, by the last twelve closed weeks. */
export type ParagraphHeatOf = (
  programme: Pick<Programme, 'clientKey' | 'timeZone'>,
  version: Version,
) => Promise<ParagraphHeat>;

/** As `paragraphHeatOf` defines it. What comes after a week was first looked at does not count. */
export function createParagraphHeat(
  database: Database,
  now: () => Date,
  smallestGroup = smallestGroupShown,
): ParagraphHeatOf {
  return async ({ clientKey, timeZone }, version) => {
    const weeks = lastTwelveClosed(timeZone, now());
    const counted = await database.query<{ week: CalendarDay }>(
      'SELECT week FROM paragraph_heat WHERE programme_key = $1 AND week = ANY ($2::date[])',
      [clientKey, weeks],
    );
    const known = new Set(counted.map(({ week }) => week));
    const open = weeks.filter((week) => !known.has(week));
    // Of two instances that ask at once the first decides.
    if (open.length > 0) await database.query(countWeeks, [clientKey, open, smallestGroup]);
    const told = await database.query<ToldWeek>(toldWeeks, [
      ...[clientKey, weeks],
      ...[version.itemKey, version.version],
    ]);
    return heatOver(told);
  };
}

interface ToldWeek {
  readonly drafts: number;
  readonly paragraphs: readonly ParagraphFates[];
}

function heatOver(told: readonly ToldWeek[]): ParagraphHeat {
  if (told.length === 0) return { state: 'notEnoughData' };
  const longest = Math.max(...told.map(({ paragraphs }) => paragraphs.length));
  const sum = (place: number, fate: keyof ParagraphFates) =>
    told.reduce((all, { paragraphs }) => all + (paragraphs[place]?.[fate] ?? 0), 0);
  return {
    state: 'known',
    drafts: told.reduce((all, { drafts }) => all + drafts, 0),
    weeks: told.length,
    paragraphs: Array.from({ length: longest }, (_, place) => ({
      kept: sum(place, 'kept'),
      rewritten: sum(place, 'rewritten'),
      deleted: sum(place, 'deleted'),
    })),
  };
}

function lastTwelveClosed(timeZone: string, now: Date): CalendarDay[] {
  const last = lastClosedMonday(now, timeZone);
  return Array.from({ length: 12 }, (_, back) => addDays(last, -7 * back));
}

const toldWeeks = `
  SELECT (version ->> 'drafts')::integer AS drafts, version -> 'paragraphs' AS paragraphs
    FROM paragraph_heat, jsonb_array_elements(told) AS version
   WHERE programme_key = $1 AND week = ANY ($2::date[])
     AND version ->> 'itemKey' = $3 AND (version ->> 'version')::integer = $4`;

const countWeeks = `
  INSERT INTO paragraph_heat (programme_key, week, told)
  WITH sent AS (
    SELECT fact.* FROM ${eligibleRows('draft_observation')} AS fact
     WHERE item_key IS NOT NULL AND cardinality(paragraphs) > 0 AND ${isLetIn('draft_observation')}
  ), version_week AS (
    SELECT week, item_key, version, count(*) AS drafts, count(DISTINCT subject_id) AS people
      FROM sent GROUP BY week, item_key, version
  ), by_few AS (
    SELECT week, item_key, count(DISTINCT subject_id) AS people
      FROM sent JOIN version_week USING (week, item_key, version)
     WHERE version_week.people < $3
     GROUP BY week, item_key
  ), of_item AS (
    SELECT week, item_key, version, drafts
      FROM version_week LEFT JOIN by_few USING (week, item_key)
     WHERE version_week.people >= $3 AND coalesce(by_few.people, $3) >= $3
  ), others AS (
    SELECT week, count(DISTINCT subject_id) AS people
      FROM sent LEFT JOIN of_item USING (week, item_key, version)
     WHERE of_item.drafts IS NULL
     GROUP BY week
  ), told AS (
    SELECT week, item_key, version, drafts
      FROM of_item LEFT JOIN others USING (week)
     WHERE coalesce(others.people, $3) >= $3
  ), fates AS (
    SELECT week, item_key, version, drafts, place,
           count(*) FILTER (WHERE fate = 'kept') AS kept,
           count(*) FILTER (WHERE fate = 'rewritten') AS rewritten,
           count(*) FILTER (WHERE fate = 'deleted') AS deleted
      FROM told JOIN sent USING (week, item_key, version),
           unnest(paragraphs) WITH ORDINALITY AS of(fate, place)
     GROUP BY week, item_key, version, drafts, place
  ), versions AS (
    SELECT week, jsonb_build_object(
             'itemKey', item_key, 'version', version, 'drafts', drafts,
             'paragraphs', jsonb_agg(jsonb_build_object(
               'kept', kept, 'rewritten', rewritten, 'deleted', deleted) ORDER BY place)) AS version
      FROM fates GROUP BY week, item_key, version, drafts
  )
  SELECT $1::uuid, open.week, coalesce(jsonb_agg(version) FILTER (WHERE version IS NOT NULL), '[]')
    FROM unnest($2::date[]) AS open(week) LEFT JOIN versions USING (week)
   GROUP BY open.week
  ON CONFLICT DO NOTHING`;
