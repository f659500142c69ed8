import type { DraftSent } from '../observations';

/** Name under which a person's roaming settings keep observations until the pane sends them. */
export const ringName = 'lastMile.observations';

/** Observations that wait, the oldest first, and how many had to make room. Numbers and keys only. */
export interface ObservationRing {
  readonly waiting: readonly DraftSent[];
  readonly dropped: number;
}

/** Outlook takes 32 KB for all of a person's settings together (contracts E); this leaves room. */
const longestRing = 24_000;

/** Reads what the settings hold; anything else there is an empty ring. */
export function readRing(value: unknown): ObservationRing {
  const { waiting, dropped } = (typeof value === 'object' && value !== null ? value : {}) as {
    waiting?: unknown;
    dropped?: unknown;
  };
  return {
    waiting: Array.isArray(waiting) ? (waiting as DraftSent[]) : [],
    dropped: typeof dropped === 'number' && dropped > 0 ? dropped : 0,
  };
}

/** The ring with an observation more; one of the same draft is replaced, and the oldest make room. */
export function addToRing(ring: ObservationRing, observation: DraftSent): ObservationRing {
  const others = ring.waiting.filter(({ clientKey }) => clientKey !== observation.clientKey);
  const waiting = others.concat([observation]);
  let { dropped } = ring;
  while (waiting.length > 1 && JSON.stringify(waiting).length > longestRing) {
    waiting.shift();
    dropped += 1;
  }
  return { waiting, dropped };
}
