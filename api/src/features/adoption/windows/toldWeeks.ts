import type { CalendarDay } from '@last-mile/shared/calendar';
import type { Transaction } from '../../../db/database';

/** What figures over several weeks are made of. */
export const kinds = [
  ...(['uses', 'answers', 'keptShares'] as const),
  ...(['drafts', 'timedDrafts', 'withTemplate', 'withoutTemplate'] as const),
] as const;
export type Kind = (typeof kinds)[number];

/** An item or a task in one week. */
interface Part {
  readonly week: CalendarDay;
  readonly part: string;
}

/** What is told of a kind over a window. */
export interface Told {
  readonly weeks: readonly CalendarDay[];
  /** What of these weeks is not told all the same. */
  readonly untold: readonly Part[];
}

/** What is told over windows, as it was decided (decision 0017). */
export interface ToldOver {
  /** Of everything of a kind: weeks are told whole or not at all. */
  readonly whole: (kind: Kind, window: readonly CalendarDay[]) => Told;
  /** Of items or tasks by themselves: only of weeks that are told by themselves. */
  readonly parts: (kind: Kind, window: readonly CalendarDay[]) => Told;
  /** What is not told of the uses of items. */
  readonly untoldUses: (window: readonly CalendarDay[]) => UntoldUse[];
}

/** What is not told of the uses of items in some weeks: an item's, or all of a week (null). */
export interface UntoldUse {
  readonly week: CalendarDay;
  readonly itemKey: string | null;
  /** Whether only the items are untold: the week is a part of a run. */
  readonly asPart: boolean;
}

interface Decided {
  readonly week: CalendarDay;
  readonly kind: Kind;
  readonly part: string | null;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
}

/** Reads how these weeks are told: a few rows each, and every figure looks at far more. */
export async function readTold(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly CalendarDay[],
): Promise<ToldOver> {
  const decided = await tx.query<Decided>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, kind, part, run_from::text AS from, run_to::text AS to
       FROM told_week WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, weeks],
  );
  const of = (kind: Kind, window: readonly CalendarDay[]) =>
    decided.filter((each) => each.kind === kind && window.includes(each.week));

  function whole(kind: Kind, window: readonly CalendarDay[]): Told {
    const out = of(kind, window).filter((each) => each.part === null && isOutside(each, window));
    return { weeks: without(window, out), untold: [] };
  }

  function parts(kind: Kind, window: readonly CalendarDay[]): Told {
    const inRuns = of(kind, window).filter(({ part, from, to }) => part === null && from !== to);
    return {
      weeks: without(whole(kind, window).weeks, inRuns),
      untold: of(kind, window)
        .filter((each) => isOutside(each, window))
        .flatMap(({ week, part }) => (part === null ? [] : { week, part })),
    };
  }

  function untoldUses(window: readonly CalendarDay[]): UntoldUse[] {
    return of('uses', window).flatMap((each) => {
      const { week, part, from, to } = each;
      const isOut = isOutside(each, window);
      return isOut || (part === null && from !== to) ? { week, itemKey: part, asPart: !isOut } : [];
    });
  }

  return { whole, parts, untoldUses };
}

/** A run is told by windows that hold all of it; what has none is told by none. */
function isOutside({ from, to }: Decided, window: readonly CalendarDay[]): boolean {
  return from === null || to === null || from < (window[0] ?? '') || to > (window.at(-1) ?? '');
}

function without(weeks: readonly CalendarDay[], out: readonly { readonly week: CalendarDay }[]) {
  return weeks.filter((week) => out.every((each) => each.week !== week));
}

/** The condition that a part (an expression) of a row's week is not among two parameters' weeks and parts. */
export const isNotUntold = (
  row: string,
  part: string,
  weeks: string,
  parts: string,
) => `NOT EXISTS (
  SELECT FROM unnest(${weeks}::date[], ${parts}::uuid[]) AS untold(week, part)
   WHERE untold.week = ${row}.week AND untold.part = ${part})`;
