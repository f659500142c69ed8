import { median } from './signedRank';

/** A value taken over n observations of so many people; null where there are none. */
export type Figure = {
  readonly value: number;
  readonly n: number;
  readonly people: number;
} | null;

interface Of {
  readonly person: string;
}

export const peopleIn = (facts: readonly Of[]) => new Set(facts.map(({ person }) => person)).size;

export function figureOver<Fact extends Of>(
  facts: readonly Fact[],
  valueOf: (facts: readonly Fact[]) => number,
): Figure {
  return facts.length === 0
    ? null
    : { value: valueOf(facts), n: facts.length, people: peopleIn(facts) };
}

export const medianOf =
  <Fact>(read: (fact: Fact) => number | null) =>
  (facts: readonly Fact[]) =>
    median(facts.map((fact) => read(fact) ?? NaN));
