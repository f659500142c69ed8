/**
 * A figure or a word of a table. `value` is what a spreadsheet should get in place of the text; `n`
 * and `of` stand behind a share.
 */
export interface Cell {
  readonly text: string;
  readonly value?: number | string;
  readonly people?: { readonly n: number; readonly of: number };
}

interface ReportColumn {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
  /** Its cells are shares of people: n and N go with them. */
  readonly share?: boolean;
}

/** Everything a panel says, as words and figures: what its table, its exports and its reader get. */
export interface Report {
  readonly title: string;
  /** What it says, in a sentence or two. */
  readonly summary: string;
  /** What the table holds, for who only hears it. */
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[];
}
