import Papa from 'papaparse';

/** A row by its columns' names, in small letters without spaces: `userprincipalname`. */
export type UsageRow = ReadonlyMap<string, string>;

/** A table with a header, whichever form it came in. */
export interface UsageTable {
  readonly columns: ReadonlySet<string>;
  /** `number` is the row as a spreadsheet numbers it: the header is 1. */
  readonly rows: readonly { readonly number: number; readonly row: UsageRow }[];
}

const byteOrderMark = '\uFEFF';

/** Reads CSV whose columns may come in any order and letter case; blank rows are left out. */
export function parseUsageTable(text: string): UsageTable {
  const { data, meta } = Papa.parse<Record<string, unknown>>(text.replace(byteOrderMark, ''), {
    header: true,
    transformHeader: columnName,
  });
  return {
    columns: new Set(meta.fields),
    rows: data
      .map((record, index) => ({ number: index + 2, row: toUsageRow(record) }))
      .filter(({ row }) => row.size > 0),
  };
}

/** The texts of a record that say something, trimmed. */
export function toUsageRow(record: Readonly<Record<string, unknown>>): UsageRow {
  return new Map(
    Object.entries(record).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value.trim() !== '' ? [[columnName(name), value.trim()]] : [],
    ),
  );
}

/** A column's name as tables have it. */
export const columnName = (name: string) => name.replaceAll(/\s/g, '').toLowerCase();
