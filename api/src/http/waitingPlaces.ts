import { TooManyRequests } from './refusals';

/**
 * Places in which a request may wait for news, so many for each person: a tab or two of everything they
 * have open, and nothing for a script that opens a thousand. `take` gives what frees the place again, and
 * throws {@link TooManyRequests} when there is none.
 */
export function createWaitingPlaces(most: number) {
  const taken = new Map<string, number>();
  return {
    take(person: string): () => void {
      const before = taken.get(person) ?? 0;
      if (before >= most) throw new TooManyRequests(5);
      taken.set(person, before + 1);
      return () => {
        const left = (taken.get(person) ?? 1) - 1;
        if (left === 0) taken.delete(person);
        else taken.set(person, left);
      };
    },
  };
}
