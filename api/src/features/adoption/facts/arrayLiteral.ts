/**
 * A PostgreSQL array of what needs no quoting: keys, dates, numbers and words of a fixed list. The
 * driver would look at every character of every element, which costs more than the insert.
 */
export function arrayLiteral<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string | number | null,
): string {
  return `{${rows.map((row) => valueOf(row) ?? 'NULL').join(',')}}`;
}
