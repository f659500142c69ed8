import Papa from 'papaparse';
import * as z from 'zod/mini';
import type { CalendarDay } from '@last-mile/shared/calendar';
import { calendarDay } from '@last-mile/shared/text';

/** One licensed person in Copilot's usage report. */
export interface CopilotUsageRow {
  /** Lower case, to be compared. */
  readonly userPrincipalName: string;
  /** The distinct days (UTC) on which an app was last used; a day not named says nothing. */
  readonly activeOn: readonly CalendarDay[];
}

/** A usage report, whichever form it came in. */
export type CopilotUsageReport =
  | { readonly kind: 'concealed'; readonly reportedOn: CalendarDay }
  | {
      readonly kind: 'named';
      readonly reportedOn: CalendarDay;
      readonly rows: readonly CopilotUsageRow[];
    }
  /** No row, so not even the day of the report is told. */
  | { readonly kind: 'empty' };

/** The text is not a Copilot usage report. */
export class NotAUsageReport extends Error {
  override readonly name = 'NotAUsageReport';
}

/** Columns by their name in small letters without spaces: `userprincipalname`. */
type Columns = ReadonlyMap<string, string>;

const concealedName = /^[0-9a-f]{32}$/i;
const byteOrderMark = '\uFEFF';

/**
 * Reads the report's CSV, version 1 or 2: columns are found by name, because their order and letter
 * case vary. Throws NotAUsageReport where a column that it cannot do without is missing.
 */
export function parseUsageCsv(text: string): CopilotUsageReport {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(byteOrderMark, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: columnName,
  });
  const found = new Set(meta.fields ?? []);
  for (const needed of ['reportrefreshdate', 'userprincipalname', 'lastactivitydate']) {
    if (!found.has(needed)) throw new NotAUsageReport(`The report has no column ${needed}.`);
  }
  return toReport(data.map((row) => new Map(Object.entries(row))));
}

/** Reads the rows of the report's JSON form. */
export function readUsageRows(rows: readonly unknown[]): CopilotUsageReport {
  return toReport(
    rows.map((row) => {
      const named = z.record(z.string(), z.unknown()).parse(row);
      return new Map(
        Object.entries(named).flatMap(([name, value]) =>
          typeof value === 'string' ? [[columnName(name), value]] : [],
        ),
      );
    }),
  );
}

function toReport(rows: readonly Columns[]): CopilotUsageReport {
  const days = rows.flatMap((row) => toDay(row.get('reportrefreshdate')));
  const reportedOn = days.toSorted().at(-1);
  if (reportedOn === undefined) return { kind: 'empty' };
  const people = rows.map(toRow);
  const isConcealed = people.some(({ userPrincipalName }) => concealedName.test(userPrincipalName));
  return isConcealed
    ? { kind: 'concealed', reportedOn }
    : { kind: 'named', reportedOn, rows: people };
}

function toRow(columns: Columns): CopilotUsageRow {
  const days = [...columns].flatMap(([name, value]) =>
    name.endsWith('lastactivitydate') ? toDay(value) : [],
  );
  return {
    userPrincipalName: (columns.get('userprincipalname') ?? '').trim().toLowerCase(),
    activeOn: [...new Set(days)].toSorted(),
  };
}

/** A blank is no day, and neither is what cannot be read as one. */
function toDay(text: string | undefined): CalendarDay[] {
  const day = calendarDay.safeParse(text?.trim());
  return day.success ? [day.data] : [];
}

const columnName = (name: string) => name.replaceAll(/\s/g, '').toLowerCase();
