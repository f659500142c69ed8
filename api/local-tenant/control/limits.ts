import type { TenantSwitches } from '../storage/switches';

/** SharePoint's limits in resource units by the tenant's licences: app and minute, app and day, tenant and 5 minutes. */
const byLicences: readonly (readonly [number, number, number, number])[] = [
  [1000, 1250, 1_200_000, 18_750],
  [5000, 2500, 2_400_000, 37_500],
  [15_000, 3750, 3_600_000, 56_250],
  [50_000, 5000, 4_800_000, 75_000],
  [Number.POSITIVE_INFINITY, 6250, 6_000_000, 93_750],
];
const userRequests = 3000;

/** SharePoint's limit of the tokens that are asked for on one person's behalf, by whatever app. */
export const delegationTokens = (userId: string): ServiceLimit => ({
  key: `delegation ${userId}`,
  most: 50,
  seconds: 300,
});

/** A limit of its own that a service has, by a key that says whose it is. */
export interface ServiceLimit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
  /** What one call takes of it; 1 when not said. */
  readonly cost?: number;
}

export interface LimitedCall {
  readonly clientId: string;
  readonly userId?: string | undefined;
  /** SharePoint resource units. */
  readonly units: number;
  readonly others?: readonly ServiceLimit[];
}

export interface LimitDecision {
  /** `RateLimit-*`, sent from 80 % of the app's limit by the minute on. */
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, when the call is refused. */
  readonly retryAfter: number | undefined;
}

const free: LimitDecision = { headers: {}, retryAfter: undefined };

/** Holds apps, people and the tenant to the documented limits; what is refused still counts. */
export function createLimits(
  switches: Pick<TenantSwitches, 'licences' | 'enforceLimits'>,
  now: () => Date,
) {
  const windows = new Map<string, { startedAt: number; used: number }>();
  const [, perMinute, perDay, perTenant] = byLicences.find(([most]) => switches.licences <= most) ??
    byLicences[0] ?? [0, 0, 0, 0];

  /** Counts a cost in a fixed window that begins with its first call. */
  function count({ key, seconds, cost = 1 }: ServiceLimit) {
    const at = now().getTime();
    const known = windows.get(key);
    const isOpen = known && at >= known.startedAt && at < known.startedAt + seconds * 1000;
    const window = isOpen ? known : { startedAt: at, used: 0 };
    windows.set(key, window);
    window.used += cost;
    const reset = Math.max(1, Math.ceil((window.startedAt + seconds * 1000 - at) / 1000));
    return { used: window.used, reset };
  }

  function take({ clientId, userId, units, others = [] }: LimitedCall): LimitDecision {
    if (!switches.enforceLimits) return free;
    const minute = { key: `minute ${clientId}`, most: perMinute, seconds: 60, cost: units };
    const sharePoint: ServiceLimit[] =
      units === 0
        ? []
        : [
            { key: `day ${clientId}`, most: perDay, seconds: 86_400, cost: units },
            { key: 'tenant', most: perTenant, seconds: 300, cost: units },
            ...(userId === undefined
              ? []
              : [{ key: `user ${userId}`, most: userRequests, seconds: 300 }]),
          ];
    const waits = [...sharePoint, ...others].flatMap((limit) => {
      const { used, reset } = count(limit);
      return used > limit.most ? [reset] : [];
    });
    if (units === 0) return { headers: {}, retryAfter: longest(waits) };
    const { used, reset } = count(minute);
    // Another limit's refusal carries Retry-After alone.
    if (waits.length > 0) return { headers: {}, retryAfter: longest(waits) };
    const headers: Record<string, string> =
      used >= perMinute * 0.8
        ? {
            'RateLimit-Limit': String(perMinute),
            'RateLimit-Remaining': String(Math.max(0, perMinute - used)),
            'RateLimit-Reset': String(reset),
          }
        : {};
    return { headers, retryAfter: used > perMinute ? reset : undefined };
  }

  return {
    take,
    /** Forgets what was taken so far, as time would. */
    forget: () => {
      windows.clear();
    },
  };
}

const longest = (waits: readonly number[]) => (waits.length === 0 ? undefined : Math.max(...waits));
