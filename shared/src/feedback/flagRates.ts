import { measureOver, smallestGroupShown, type Measure } from '../adoption';

/** How a library item was used over some weeks. */
export interface ItemUse {
  readonly uses: number;
  readonly people: number;
}

export interface FlagRate {
  readonly itemKey: string;
  readonly flags: number;
  readonly per100: Measure;
}

/**
 * How often each flagged item was flagged per 100 counted uses, from as many people on as may be told
 * of (decision 0009): the highest rate first, then those of which it is not known. `flagged` has an
 * item's key once for each flag of the weeks in which its uses were counted.
 */
export function flagRatesOf(
  flagged: readonly string[],
  useOf: ReadonlyMap<string, ItemUse>,
): FlagRate[] {
  return [...tally(flagged)]
    .map(([itemKey, flags]) => {
      const { uses, people } = useOf.get(itemKey) ?? { uses: 0, people: 0 };
      const per100 = measureOver(people, smallestGroupShown, () => ({
        value: (100 * flags) / uses,
        n: uses,
      }));
      return { itemKey, flags, per100 };
    })
    .sort(
      (one, other) =>
        rateOf(other) - rateOf(one) ||
        other.flags - one.flags ||
        one.itemKey.localeCompare(other.itemKey),
    );
}

/** What is not known stands behind every rate. */
const rateOf = ({ per100 }: FlagRate) => (per100.state === 'known' ? per100.value : -1);

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
