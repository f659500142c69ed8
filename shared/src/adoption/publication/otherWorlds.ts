/** People of one group of each of two partitions. */
export interface Crossing {
  readonly row: string;
  readonly column: string;
  readonly active: number;
  readonly eligible: number;
}

/** Whether one more or one less of a group would show nothing new. */
export interface Room {
  readonly more: boolean;
  readonly less: boolean;
}

/** A group of either partition. */
export type RowOrColumn = { readonly row: string } | { readonly column: string };

/**
 * Tells whether what is shown leaves open how many of a group acted, even to someone who knows the
 * size of every crossing: whether there is another world with the same total, in which every group
 * stays within its room and this one has more or less. `rooms` holds the groups whose figure is not
 * shown exactly.
 *
 * Exact: two worlds differ by rounds of people who change places, and a round is a way back to where
 * it began (circulation in the residual network of a transportation problem).
 */
export function createOtherWorlds(
  crossings: readonly Crossing[],
  rooms: { readonly rows: ReadonlyMap<string, Room>; readonly columns: ReadonlyMap<string, Room> },
): (group: RowOrColumn) => boolean {
  const ways = new Map<string, Set<string>>();
  const add = (from: string, to: string, open: boolean) => {
    if (open) ways.set(from, (ways.get(from) ?? new Set()).add(to));
  };
  for (const { row, column, active, eligible } of crossings) {
    add(`row ${row}`, `column ${column}`, active < eligible);
    add(`column ${column}`, `row ${row}`, active > 0);
  }
  for (const [row, { more, less }] of rooms.rows) {
    add('all rows', `row ${row}`, more);
    add(`row ${row}`, 'all rows', less);
  }
  for (const [column, { more, less }] of rooms.columns) {
    add(`column ${column}`, 'all columns', more);
    add('all columns', `column ${column}`, less);
  }
  return (group) => {
    const [one, all] =
      'row' in group ? [`row ${group.row}`, 'all rows'] : [`column ${group.column}`, 'all columns'];
    return (
      (isOpen(ways, all, one) && leads(ways, one, all)) ||
      (isOpen(ways, one, all) && leads(ways, all, one))
    );
  };
}

type Ways = ReadonlyMap<string, ReadonlySet<string>>;

const isOpen = (ways: Ways, from: string, to: string) => ways.get(from)?.has(to) ?? false;

/** Whether there is a way from one to the other that is not the direct one. */
function leads(ways: Ways, from: string, to: string): boolean {
  const reached = new Set([from]);
  for (const place of reached) {
    for (const next of ways.get(place) ?? []) {
      if (next !== to) reached.add(next);
      else if (place !== from) return true;
    }
  }
  return false;
}
