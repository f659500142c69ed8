import { isDeepStrictEqual } from 'node:util';
import type { DashboardResponse } from '@last-mile/shared/adoption';

/** What one week says of everybody. */
export interface WeekTotal {
  readonly week: string;
  readonly eligible: number;
  readonly active: number;
  readonly aiUse: number;
  readonly templateUse: number;
}

/** Weeks by department, counted from raw events: the same text for PostgreSQL and for DuckDB. */
export function rawCount(programmeKey: string, mondays: readonly string[]): string {
  const weeks = mondays.map((monday) => `DATE '${monday}'`);
  return `
    WITH acted AS (
      SELECT week, subject_id, bool_or(kind <> 'templateInserted') AS ai_use,
             bool_or(kind = 'templateInserted') AS template_use
        FROM usage_event AS event
       WHERE week IN (${weeks.join(', ')})
         -- Late facts that wait for company are not shown yet.
         AND NOT EXISTS (SELECT 1 FROM held_fact AS held
                          WHERE held.fact = 'usage_event' AND held.subject_id = event.subject_id
                            AND held.client_key = event.client_key)
       GROUP BY week, subject_id)
    SELECT CAST(wanted.week AS text) AS week, member.department,
           CAST(count(*) AS integer) AS eligible,
           CAST(count(acted.subject_id) AS integer) AS active,
           CAST(count(*) FILTER (WHERE acted.ai_use) AS integer) AS "aiUse",
           CAST(count(*) FILTER (WHERE acted.template_use) AS integer) AS "templateUse"
      FROM (VALUES ${weeks.map((week) => `(${week})`).join(', ')}) AS wanted(week)
      JOIN membership_span AS member
        ON member.programme_key = '${programmeKey}' AND member.valid_from <= wanted.week + 6
       AND (member.valid_to IS NULL OR member.valid_to > wanted.week + 6)
      LEFT JOIN acted ON acted.week = wanted.week AND acted.subject_id = member.subject_id
     GROUP BY wanted.week, member.department`;
}

/** The answer to {@link rawCount}, summed over departments, by week. */
export function totalsOfRows(rows: readonly WeekTotal[]): WeekTotal[] {
  const totals = new Map<string, WeekTotal>();
  for (const row of rows) {
    const known = totals.get(row.week);
    totals.set(row.week, {
      week: row.week,
      eligible: (known?.eligible ?? 0) + row.eligible,
      active: (known?.active ?? 0) + row.active,
      aiUse: (known?.aiUse ?? 0) + row.aiUse,
      templateUse: (known?.templateUse ?? 0) + row.templateUse,
    });
  }
  return [...totals.values()].sort((a, b) => a.week.localeCompare(b.week));
}

/** The same of the dashboard's answer. */
export function totalsOfAnswer({ weeks }: DashboardResponse): WeekTotal[] {
  return weeks.flatMap(({ startsOn, active, aiUse, templateUse }) =>
    active.state === 'known' && aiUse.state === 'known' && templateUse.state === 'known'
      ? [
          {
            ...{ week: startsOn, eligible: active.of, active: active.n },
            ...{ aiUse: aiUse.n, templateUse: templateUse.n },
          },
        ]
      : [],
  );
}

/** Throws unless both count the same, and something at all. */
export function refuseOther(product: readonly WeekTotal[], peer: readonly WeekTotal[]): void {
  if (product.length > 0 && isDeepStrictEqual(product, peer)) return;
  throw new Error('The product and its peer count differently.');
}
