/** An axis of whole numbers that goes through 0, in the units that charts take. */
export interface CountAxis {
  readonly min: number;
  readonly max: number;
  /** How many steps lie between `min` and `max`. */
  readonly steps: number;
}

const mostSteps = 6;

/** The axis with the finest round steps (1, 2 or 5, times a power of ten) that holds both ends in few of them. */
export function countAxis(lowest: number, highest: number): CountAxis {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      const below = Math.ceil(-Math.min(0, lowest) / step);
      const above = Math.max(1, Math.ceil(Math.max(0, highest) / step));
      if (below + above <= mostSteps) {
        return { min: 0 - below * step, max: above * step, steps: below + above };
      }
    }
  }
}
