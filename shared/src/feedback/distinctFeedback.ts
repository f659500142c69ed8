import type { MeasuredFeedback } from './measuredFeedback';

type Mergeable = Pick<MeasuredFeedback, 'clientKey' | 'mergedInto' | 'submittedAt'>;

/**
 * What is left after merging: a merged item counts with the one it was merged into, and with that one
 * where it was merged further. The key is typed by hand in SharePoint, so it can lead to nothing in
 * `all`, and then the item counts by itself; or in a circle, and then the first submitted of it does.
 */
export function distinctFeedback<Item extends Mergeable>(all: readonly Item[]): Item[] {
  const byKey = new Map(all.map((item) => [item.clientKey, item]));
  const next = ({ mergedInto }: Item) => byKey.get(mergedInto ?? '');
  return all.filter((item) => {
    const passed = new Set<Item>();
    let at: Item | undefined = item;
    while (at !== undefined && !passed.has(at)) {
      passed.add(at);
      at = next(at);
    }
    const isCircle = at === item;
    return isCircle ? [...passed].every((each) => !isBefore(each, item)) : passed.size === 1;
  });
}

function isBefore(one: Mergeable, other: Mergeable): boolean {
  const apart = Date.parse(one.submittedAt) - Date.parse(other.submittedAt);
  return apart === 0 ? one.clientKey < other.clientKey : apart < 0;
}
