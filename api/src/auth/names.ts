import { createBoundedMap } from '../http/boundedMap';
import type { People } from './people';

/** Shown names of people, looked up and kept in memory only. */
export interface Names {
  /** Names by object id. Never fails: who cannot be looked up now is absent. */
  of(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const freshForMs = 60 * 60_000;
/** A failed look-up is not tried again by every reader at once. */
const retryAfterMs = 30_000;

/** Looks names up many at a time and keeps them for an hour; an outage shows the last known ones. */
export function createNames(people: Pick<People, 'displayNames'>, now: () => number): Names {
  const known = createBoundedMap<string, { name: string | null; at: number }>(20_000);
  let pauseUntil = 0;

  async function lookUp(userIds: readonly string[]) {
    try {
      const found = await people.displayNames(userIds);
      for (const id of userIds) known.set(id, { name: found.get(id) ?? null, at: now() });
    } catch {
      pauseUntil = now() + retryAfterMs;
    }
  }

  return {
    async of(userIds) {
      const stale = [...new Set(userIds)].filter((id) => {
        const entry = known.get(id);
        return !entry || now() - entry.at >= freshForMs;
      });
      if (stale.length > 0 && now() >= pauseUntil) await lookUp(stale);
      return new Map(
        userIds.flatMap((id): [string, string][] => {
          const name = known.get(id)?.name;
          return name == null ? [] : [[id, name]];
        }),
      );
    },
  };
}
