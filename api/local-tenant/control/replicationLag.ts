/** The directory answers from copies: what was just made may not be there yet on the next look. */
export interface ReplicationLag {
  /** For how many looks each object made from now on is missing. */
  set(looks: number): void;
  made(id: string): void;
  /** Whether this look comes too early. */
  hides(id: string): boolean;
}

export function createReplicationLag(): ReplicationLag {
  const missing = new Map<string, number>();
  let looks = 0;
  return {
    set(count) {
      looks = count;
      if (count === 0) missing.clear();
    },
    made(id) {
      if (looks > 0) missing.set(id, looks);
    },
    hides(id) {
      const left = missing.get(id) ?? 0;
      if (left <= 1) missing.delete(id);
      else missing.set(id, left - 1);
      return left > 0;
    },
  };
}
