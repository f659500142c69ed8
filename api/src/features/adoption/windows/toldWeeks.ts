import type { Transaction } from '../../../db/database';

/** What figures over several weeks are made of. */
export const kinds = [
  ...(['uses', 'answers', 'keptShares'] as const),
  ...(['drafts', 'timedDrafts', 'withTemplate', 'withoutTemplate'] as const),
] as const;
export type Kind = (typeof kinds)[number];

/** The first and last week of a window, as expressions. */
interface Bounds {
  readonly from: string;
  readonly to: string;
}

/** The bounds of the weeks `$2`, which are one window. */
const boundsOfWindow: Bounds = {
  from: '(SELECT min(asked.week) FROM unnest($2::date[]) AS asked(week))',
  to: '(SELECT max(asked.week) FROM unnest($2::date[]) AS asked(week))',
};

/** What decides of a row: its alias, its kind as an expression, and the window it would be told in. */
export interface Row {
  readonly row: string;
  readonly kind: string;
  readonly window?: Bounds;
}

const isRow = ({ row, kind }: Row) =>
  `decided.programme_key = $1 AND decided.week = ${row}.week AND decided.kind = ${kind}`;
const isOutside = ({ window = boundsOfWindow }: Row) =>
  `(decided.run_from IS NULL OR decided.run_from < ${window.from} OR decided.run_to > ${window.to})`;

/** The condition that a row's week is told in figures of the programme `$1` over the window. */
export const weekIsTold = (of: Row) => `NOT EXISTS (
  SELECT FROM told_week AS decided WHERE ${isRow(of)} AND decided.part IS NULL AND ${isOutside(of)})`;

/** The same of one item or task (an expression) by itself: only of weeks that are told by themselves. */
export const partIsTold = (of: Row, part: string) => `NOT EXISTS (
  SELECT FROM told_week AS decided WHERE ${isRow(of)} AND decided.part IS NULL
     AND decided.run_from IS DISTINCT FROM decided.run_to)
  AND ${weekIsTold(of)}
  AND NOT EXISTS (
  SELECT FROM told_week AS decided WHERE ${isRow(of)} AND decided.part = ${part} AND ${isOutside(of)})`;

/** What is not told of the uses of items in these weeks: an item's, or all of a week (null). */
export interface UntoldUse {
  readonly week: string;
  readonly itemKey: string | null;
  /** Whether only the items are untold: the week is a part of a run. */
  readonly asPart: boolean;
}

export function untoldUses(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<UntoldUse[]> {
  const of: Row = { row: 'decided', kind: `'uses'` };
  return tx.query<UntoldUse>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, part AS "itemKey", NOT ${isOutside(of)} AS "asPart"
       FROM told_week AS decided
      WHERE programme_key = $1 AND week = ANY ($2::date[]) AND kind = 'uses'
        AND (${isOutside(of)} OR part IS NULL AND run_from < run_to)`,
    [programmeKey, weeks],
  );
}
