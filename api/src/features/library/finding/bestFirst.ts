/** Steps between two scores that count as different, and more places than a library has. */
const steps = 4_096;
const places = 2 ** 21;

/**
 * Places in the order of their scores, the highest first; of equal scores the first place. Both are
 * packed into one number each: numbers are sorted several times as fast as anything compared by code.
 */
export function bestFirst(
  given: readonly number[],
  scoreOf: (place: number) => number,
): readonly number[] {
  const packed = Float64Array.from(
    given,
    (place) => place - Math.round(scoreOf(place) * steps) * places,
  );
  return Array.from(packed.sort(), (key) => ((key % places) + places) % places);
}
