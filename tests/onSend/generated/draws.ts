/** Draws that are the same on every machine and in every run (mulberry32). */
export interface Draws {
  chance(probability: number): boolean;
  /** 0 to below `limit`. */
  below(limit: number): number;
  oneOf<T>(choices: readonly T[]): T;
  some<T>(choices: readonly T[], least: number, most: number): T[];
}

export function createDraws(seed: number): Draws {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;
  return {
    chance: (probability) => next() < probability,
    below,
    oneOf,
    some(choices, least, most) {
      const number = least + below(most - least + 1);
      return Array.from({ length: number }, () => oneOf(choices));
    },
  };
}
