/** Items that follow each other without a gap; null is a gap, and nothing is joined across it. */
export function knownStretches<Item>(items: readonly (Item | null)[]): Item[][] {
  const stretches: Item[][] = [[]];
  for (const item of items) {
    if (item === null) stretches.push([]);
    else stretches.at(-1)?.push(item);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}
