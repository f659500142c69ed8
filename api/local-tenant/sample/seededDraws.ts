/** Draws that are the same on every machine and every day. */
export interface Draws {
  /** At least 0, below 1. */
  share(): number;
  /** A whole number from 0 up to but not including `below`. */
  whole(below: number): number;
  /** One of `values`. */
  oneOf<T>(values: readonly T[]): T;
  /** Normally distributed around 0, standard deviation 1. */
  normal(): number;
  /** An order of `values` by chance. */
  shuffled<T>(values: readonly T[]): T[];
}

/** Mulberry32: thirty-two bits of state are plenty for a sample. */
export function createDraws(seed: number): Draws {
  let state = seed >>> 0;
  function share(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const whole = (below: number) => Math.floor(share() * below);
  return {
    share,
    whole,
    oneOf<T>(values: readonly T[]): T {
      const value = values[whole(values.length)];
      if (value === undefined) throw new RangeError('There is nothing to draw from.');
      return value;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    shuffled<T>(values: readonly T[]): T[] {
      return values
        .map((value) => ({ value, place: share() }))
        .sort((one, other) => one.place - other.place)
        .map(({ value }) => value);
    },
  };
}
