/** From this share of common trigrams on, two texts are shown beside each other as alike. */
export const alikeFrom = 0.6;

/** A text of the index that is like the one asked about, as a share of 1. */
export interface AlikeText {
  /** Place of the text in what the index was made of. */
  readonly index: number;
  readonly likeness: number;
}

export interface LikenessIndex {
  /** The text most alike, at least {@link alikeFrom}; of several the first. */
  mostAlike(text: string): AlikeText | undefined;
}

/** Where very many texts are alike, only the most promising are compared to the letter. */
const mostCompared = 64;

/**
 * Finds texts that say nearly the same: the Jaccard index of their sets of trigrams, as pg_trgm has
 * it, without regard to case, punctuation and spaces. Two sets that are alike enough share one of
 * their rarest trigrams (prefix filtering), so only few pairs are compared. Ten thousand texts take
 * a second: between any two of them `pause` lets others go first.
 */
export async function createLikenessIndex(
  texts: readonly string[],
  pause: () => Promise<void>,
): Promise<LikenessIndex> {
  const trigrams: ReadonlySet<number>[] = [];
  const counts = new Map<number, number>();
  for (const text of texts) {
    await pause();
    const found = trigramsOf(text);
    trigrams.push(found);
    for (const trigram of found) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  const ranks = rankByRarity(counts);
  const sets: Uint32Array[] = [];
  const withRank = new Map<number, number[]>();
  for (const [index, found] of trigrams.entries()) {
    await pause();
    const set = toRanks(found, ranks);
    sets.push(set);
    for (const rank of set.subarray(0, prefixLength(set.length))) {
      const known = withRank.get(rank);
      if (known) known.push(index);
      else withRank.set(rank, [index]);
    }
  }

  /** Texts that share a rare trigram, those that share most of them first. */
  function candidates(rare: Uint32Array): number[] {
    const shared = new Map<number, number>();
    for (const rank of rare) {
      for (const index of withRank.get(rank) ?? []) {
        shared.set(index, (shared.get(index) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([one, ones], [other, others]) => others - ones || one - other)
      .slice(0, mostCompared)
      .map(([index]) => index);
  }

  return {
    mostAlike(text) {
      const asked = trigramsOf(text);
      const known = toRanks(asked, ranks);
      // Trigrams that the index never saw are the rarest of all.
      const rare = Math.max(0, prefixLength(asked.size) - (asked.size - known.length));
      let best: AlikeText | undefined;
      for (const index of candidates(known.subarray(0, rare))) {
        const found = { index, likeness: likeness(known, asked.size, sets[index]) };
        if (found.likeness < alikeFrom) continue;
        const closer = found.likeness - (best?.likeness ?? 0);
        if (!best || closer > 0 || (closer === 0 && index < best.index)) best = found;
      }
      return best;
    },
  };
}

/** Sets this large and alike enough share one of their first so many, rarest first. */
function prefixLength(size: number): number {
  return size === 0 ? 0 : size - Math.ceil(alikeFrom * size) + 1;
}

/** The trigrams of a text, each as a number: what two of them share by chance is beyond notice. */
export function trigramsOf(text: string): ReadonlySet<number> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // A text of signs only is compared by its signs.
  const plain = ` ${words === '' ? text.trim() : words} `;
  const found = new Set<number>();
  for (let at = 0; at + 3 <= plain.length; at += 1) {
    const first = Math.imul(plain.charCodeAt(at), 0x9e3779b1);
    const second = Math.imul(first ^ plain.charCodeAt(at + 1), 0x85ebca6b);
    // 30 bits: small enough for the engine to keep without allocating.
    found.add(Math.imul(second ^ (second >>> 15) ^ plain.charCodeAt(at + 2), 0xc2b2ae35) >>> 2);
  }
  return found;
}

/** The Jaccard index of two sets of {@link trigramsOf}, 0 to 1; 0 where both are empty. */
export function likenessOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let common = 0;
  for (const trigram of one) if (other.has(trigram)) common += 1;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

/** Numbers every trigram, the rarest first. */
function rankByRarity(counts: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const ordered = [...counts].sort(([, one], [, other]) => one - other);
  return new Map(ordered.map(([trigram], rank) => [trigram, rank]));
}

function toRanks(set: ReadonlySet<number>, ranks: ReadonlyMap<number, number>): Uint32Array {
  const found = new Uint32Array(set.size);
  let size = 0;
  for (const trigram of set) {
    const rank = ranks.get(trigram);
    if (rank !== undefined) found[size++] = rank;
  }
  return found.subarray(0, size).sort();
}

function likeness(known: Uint32Array, size: number, other: Uint32Array | undefined): number {
  if (!other) return 0;
  let common = 0;
  let at = 0;
  for (const rank of known) {
    while (at < other.length && (other[at] ?? 0) < rank) at += 1;
    if (other[at] === rank) common += 1;
  }
  return common / (size + other.length - common);
}
