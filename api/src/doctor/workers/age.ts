const units: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** An age in its largest whole unit, such as `3 hours`. */
export function inWords(ms: number): string {
  for (const [name, unit] of units) {
    const count = Math.floor(ms / unit);
    if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}
