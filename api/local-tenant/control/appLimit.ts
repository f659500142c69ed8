import type { TenantSwitches } from '../storage/switches';

/** SharePoint's limit per app and minute, in resource units, by the tenant's licences. */
const unitsByLicences: readonly (readonly [number, number])[] = [
  [1000, 1250],
  [5000, 2500],
  [15_000, 3750],
  [50_000, 5000],
  [Number.POSITIVE_INFINITY, 6250],
];

function unitsPerMinute(licences: number): number {
  return unitsByLicences.find(([most]) => licences <= most)?.[1] ?? 0;
}

export interface LimitDecision {
  /** `RateLimit-*`, sent from 80 % of the limit on. */
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, when the call is refused. */
  readonly retryAfter: number | undefined;
}

const minute = 60_000;

/** Holds every app to its units a minute; what is refused still counts. */
export function createAppLimit(switches: TenantSwitches, now: () => Date) {
  const windows = new Map<string, { startedAt: number; used: number }>();
  const limit = unitsPerMinute(switches.licences);

  return function take(clientId: string, units: number): LimitDecision {
    if (!switches.enforceLimits || units === 0) return { headers: {}, retryAfter: undefined };
    const at = now().getTime();
    const known = windows.get(clientId);
    const current =
      known && at >= known.startedAt && at < known.startedAt + minute
        ? known
        : { startedAt: at, used: 0 };
    windows.set(clientId, current);
    current.used += units;
    const reset = Math.max(1, Math.ceil((current.startedAt + minute - at) / 1000));
    const headers: Record<string, string> =
      current.used >= limit * 0.8
        ? {
            'RateLimit-Limit': String(limit),
            'RateLimit-Remaining': String(Math.max(0, limit - current.used)),
            'RateLimit-Reset': String(reset),
          }
        : {};
    return { headers, retryAfter: current.used > limit ? reset : undefined };
  };
}
