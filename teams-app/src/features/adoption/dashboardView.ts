import { isoWeek } from '@last-mile/shared/adoption';

/** How many weeks the panels look back on. */
export const weekRanges = [6, 12, 26, 'all'] as const;
export type WeekRange = (typeof weekRanges)[number];

/** The two ways the people are divided; they are never crossed (design 4). */
export const groupings = ['department', 'jobFamily'] as const;
export type Grouping = (typeof groupings)[number];

/** The panels with a chart; each can be shown as a table of the same figures. */
export const charts = ['weeks', 'lifecycle', 'habit', 'surfaces', 'drafting'] as const;
export type ChartName = (typeof charts)[number];

/** What a reader chose to see of the dashboard. It lives in the address, so that a link shows the same. */
export interface DashboardView {
  /** How it stood at the end of this ISO week; null for now. */
  readonly until: string | null;
  readonly weeks: WeekRange;
  readonly by: Grouping;
  /** Charts shown as tables. */
  readonly tables: readonly ChartName[];
}

/** What is shown when the address says nothing. */
export const defaultView: DashboardView = {
  until: null,
  weeks: 26,
  by: 'department',
  tables: [],
};

/** Stands for every chart. */
const everyTable = 'table';

/** Reads `until=2026-W44&weeks=12&by=jobFamily&show=table`; what is none of these is as if not there. */
export function readView(query: URLSearchParams): DashboardView {
  const until = isoWeek.safeParse(query.get('until'));
  const shown = (query.get('show') ?? '').split('.');
  return {
    until: until.success ? until.data : defaultView.until,
    weeks: weekRanges.find((range) => String(range) === query.get('weeks')) ?? defaultView.weeks,
    by: groupings.find((grouping) => grouping === query.get('by')) ?? defaultView.by,
    tables: charts.filter((chart) => shown.includes(everyTable) || shown.includes(chart)),
  };
}

/** Writes a view as it is read, without what is the default anyway; empty for the default. */
export function writeView(view: DashboardView): string {
  const query = new URLSearchParams();
  if (view.until !== null) query.set('until', view.until);
  if (view.weeks !== defaultView.weeks) query.set('weeks', String(view.weeks));
  if (view.by !== defaultView.by) query.set('by', view.by);
  if (view.tables.length > 0) {
    query.set('show', view.tables.length === charts.length ? everyTable : view.tables.join('.'));
  }
  return query.toString();
}

/** The view with one chart shown as a table, or as a chart again. */
export function withTable(view: DashboardView, chart: ChartName, asTable: boolean): DashboardView {
  const tables = charts.filter((each) => (each === chart ? asTable : view.tables.includes(each)));
  return { ...view, tables };
}
