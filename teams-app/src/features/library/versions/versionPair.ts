/** Two approved versions of one item that a link compares. */
export interface VersionPair {
  readonly from: number;
  readonly to: number;
}

/** Reads what {@link writeVersionPair} wrote; undefined where it names no two versions, the earlier first. */
export function readVersionPair(written: string | null): VersionPair | undefined {
  const [, from, to] = /^([1-9]\d{0,5})-([1-9]\d{0,5})$/.exec(written ?? '') ?? [];
  const pair = { from: Number(from), to: Number(to) };
  return pair.from < pair.to ? pair : undefined;
}

export const writeVersionPair = ({ from, to }: VersionPair) => `${String(from)}-${String(to)}`;
