/** Order statistics of the Walsh averages of some values: (one + other) / 2 of every two, and of each with itself. */
export interface WalshAverages {
  readonly count: number;
  /** The `rank`-th smallest; the smallest has rank 1. */
  at(rank: number): number;
  /** Their median: Hodges and Lehmann's estimate of where the values lie. */
  median(): number;
}

/**
 * n values have n (n + 1) / 2 Walsh averages, which are never formed. With the values in order, one
 * sweep over them tells how many averages are no greater than a number, and which are next to it on
 * either side. Halving the doubles between two averages ends at a single one after 64 sweeps at most,
 * and it is one of the averages to the last digit. So all is O(n log n), the sorting included.
 */
export function walshAveragesOf(values: readonly number[]): WalshAverages {
  const sorted = Float64Array.from(values).sort();
  const count = (sorted.length * (sorted.length + 1)) / 2;
  const at = (rank: number) => select(sorted, rank);
  return {
    count,
    at,
    median: () => (at(Math.ceil(count / 2)) + at(Math.floor(count / 2) + 1)) / 2,
  };
}

function select(sorted: Float64Array, rank: number): number {
  let low = average(sorted, 0, 0);
  let high = average(sorted, sorted.length - 1, sorted.length - 1);
  while (low < high) {
    const middle = middleDouble(low, high);
    const { notAbove, highestBelow, lowestAbove } = sweep(sorted, middle);
    if (notAbove >= rank) high = highestBelow;
    else low = lowestAbove;
  }
  return low;
}

/** Rounding keeps the order of sums, so the averages grow along every row and every column. */
function sweep(sorted: Float64Array, middle: number) {
  let [notAbove, highestBelow, lowestAbove] = [0, -Infinity, Infinity];
  let column = sorted.length - 1;
  for (let row = 0; row <= column; row += 1) {
    let value = average(sorted, row, column);
    while (value > middle) {
      lowestAbove = Math.min(lowestAbove, value);
      column -= 1;
      if (column < row) return { notAbove, highestBelow, lowestAbove };
      value = average(sorted, row, column);
    }
    highestBelow = Math.max(highestBelow, value);
    notAbove += column - row + 1;
  }
  return { notAbove, highestBelow, lowestAbove };
}

function average(sorted: Float64Array, row: number, column: number): number {
  return ((sorted[row] ?? NaN) + (sorted[column] ?? NaN)) / 2;
}

/** The double in the middle of all doubles from `low` to below `high`. */
function middleDouble(low: number, high: number): number {
  return doubleAt((placeOf(low) + placeOf(high)) >> 1n);
}

const double = new DataView(new ArrayBuffer(8));
const signBit = 1n << 63n;

/** The place of a double among all doubles, 0 at 0: its bits are its size, with a sign. */
function placeOf(value: number): bigint {
  double.setFloat64(0, Math.abs(value));
  const size = double.getBigUint64(0);
  return value < 0 ? -size : size;
}

function doubleAt(place: bigint): number {
  double.setBigUint64(0, place < 0n ? -place | signBit : place);
  return double.getFloat64(0);
}
