import type { VersionEffect } from '@last-mile/shared/library';
import type { VersionUse } from './features/adoption/windows/versionUse';

/** What became of each version of a library item: how it was used, and how often it was flagged. */
export function toVersionEffects(
  used: ReadonlyMap<number, VersionUse>,
  flags: ReadonlyMap<number, number>,
): ReadonlyMap<number, VersionEffect> {
  const versions = new Set([...used.keys(), ...flags.keys()]);
  const unknown = { uses: null, keptShare: null };
  return new Map(
    [...versions].map((version) => [
      version,
      { ...(used.get(version) ?? unknown), flags: flags.get(version) ?? 0 },
    ]),
  );
}
