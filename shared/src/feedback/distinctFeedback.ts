import type { MeasuredFeedback } from './measuredFeedback';

type Mergeable = Pick<MeasuredFeedback, 'clientKey' | 'mergedInto' | 'submittedAt'>;

/**
 * By the key of each item of `all` the key of the one that goes on for it, which is its own where it
 * was not merged. The key is typed by hand in SharePoint, so it can lead to nothing in `all`, and then
 * the item goes on by itself; or in a circle, and then the first submitted of it does.
 */
export function keptKeys(all: readonly Mergeable[]): ReadonlyMap<string, string> {
  const byKey = new Map(all.map((item) => [item.clientKey, item]));
  const kept = new Map<string, string>();
  for (const item of all) {
    const passed = new Set<Mergeable>();
    let at = item;
    while (!kept.has(at.clientKey) && !passed.has(at)) {
      passed.add(at);
      const next = byKey.get(at.mergedInto ?? '');
      if (next === undefined) kept.set(at.clientKey, at.clientKey);
      else at = next;
    }
    const end = kept.get(at.clientKey) ?? firstOfCircle(at, [...passed]).clientKey;
    for (const each of passed) kept.set(each.clientKey, end);
  }
  return kept;
}

/** What is left after merging: a merged item counts with the one that goes on for it. */
export function distinctFeedback<Item extends Mergeable>(all: readonly Item[]): Item[] {
  const kept = keptKeys(all);
  return all.filter(({ clientKey }) => kept.get(clientKey) === clientKey);
}

/** The first submitted of those passed since `entry`, to which the way came back. */
function firstOfCircle(entry: Mergeable, passed: readonly Mergeable[]): Mergeable {
  const circle = passed.slice(passed.indexOf(entry));
  return circle.reduce((first, each) => (isBefore(each, first) ? each : first), entry);
}

function isBefore(one: Mergeable, other: Mergeable): boolean {
  const apart = Date.parse(one.submittedAt) - Date.parse(other.submittedAt);
  return apart === 0 ? one.clientKey < other.clientKey : apart < 0;
}
