import { measureOver, smallestGroupShown, type Measure } from '../adoption';

/** How a library item was used over some weeks. */
export interface ItemUse {
  readonly uses: number;
  readonly people: number;
}

/** A flag on a library item. */
export interface ItemFlag {
  readonly itemKey: string;
  /** Whether the uses of its week are among those that are counted. */
  readonly beside: boolean;
}

export interface FlagRate {
  readonly itemKey: string;
  readonly flags: number;
  readonly per100: Measure;
}

/**
 * How often each flagged item was flagged per 100 counted uses, from as many people on as may be told
 * of (decision 0009): the highest rate first, then those of which it is not known. A rate is of the
 * flags beside counted uses; where there are none it is not known.
 */
export function flagRatesOf(
  flagged: readonly ItemFlag[],
  useOf: ReadonlyMap<string, ItemUse>,
): FlagRate[] {
  const counted = tally(flagged.filter(({ beside }) => beside));
  return [...tally(flagged)]
    .map(([itemKey, flags]) => {
      const { uses, people } = useOf.get(itemKey) ?? { uses: 0, people: 0 };
      const beside = counted.get(itemKey);
      const per100 = measureOver(beside === undefined ? 0 : people, smallestGroupShown, () => ({
        value: (100 * (beside ?? 0)) / uses,
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

function tally(flagged: readonly ItemFlag[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { itemKey } of flagged) counts.set(itemKey, (counts.get(itemKey) ?? 0) + 1);
  return counts;
}
