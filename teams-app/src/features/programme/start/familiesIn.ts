import type { JobFamily } from '@last-mile/shared/programme';

/** Longer names are cut for the id only. */
const longestId = 50;

/** The families written one a line; one that had an id before keeps it. */
export function familiesIn(text: string, before: readonly JobFamily[]): JobFamily[] {
  const names = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().slice(0, 255))
    .filter((line) => line !== '');
  const taken = new Set<string>();
  return names.map((name) => {
    const known = before.find((family) => family.name === name && !taken.has(family.id));
    const id = known?.id ?? freeId(name, (each) => taken.has(each));
    taken.add(id);
    return { id, name };
  });
}

function freeId(name: string, isTaken: (id: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestId)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'family' : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!isTaken(id)) return id;
  }
}
