/** Which requests a fault meets; all of them when nothing is said. */
export interface FaultScope {
  readonly method?: string;
  /**
   * Part of the address, for example `/items` or `/$batch`. Requests for tokens are met only by a fault
   * that names them: `/oauth2/v2.0/token`.
   */
  readonly path?: string;
  /** How many requests it meets before it is used up; no end when not said. */
  readonly times?: number;
  /** For how long it stands, by the tenant's clock; no end when not said. */
  readonly seconds?: number;
}

/** What a real tenant does now and then, on demand. */
export interface Faults {
  /** Answers with a status instead of doing anything, for instance 503 or 429 with Retry-After. */
  answer(status: number, options?: FaultScope & { retryAfter?: number }): void;
  /** Answers 401 with a claims challenge (continuous access evaluation, or a step up), as Graph does. */
  challenge(claims: string, options?: FaultScope): void;
  /** Really writes, then drops the connection: in process the send rejects with `fetch failed`. */
  dropAfterWrite(options?: FaultScope): void;
  /** Drops the connection before anything is read or written. */
  dropBefore(options?: FaultScope): void;
  /** Waits before answering, in real time. */
  slow(milliseconds: number, options?: FaultScope): void;
  /** The next conditional writes are refused with 409, as when SharePoint itself races. */
  race(times?: number): void;
  /** What is registered from now on (apps, service principals) is missing at the next looks. */
  lagReplication(looks: number): void;
  /** Makes every delta token given so far stale, for one list or for all. */
  expireDeltaTokens(listId?: string): void;
  /** Signs with new keys from now on. */
  rollKeys(): Promise<void>;
  revokeConsent(clientId: string): void;
  /** Has reports conceal names, or show them, as an administrator would set it. */
  concealNames(concealed: boolean): void;
  /** Sends `reauthorizationRequired` to every subscription that named a lifecycle address. */
  requireReauthorization(): void;
  /** Ends every standing fault. */
  clear(): void;
}

export interface PlannedAnswer {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly claims: string | undefined;
}

interface StandingFault extends PlannedAnswer {
  readonly kind: 'answer' | 'dropAfterWrite' | 'dropBefore' | 'slow';
  readonly milliseconds: number;
  readonly scope: FaultScope;
  readonly endsAt: number;
  left: number;
}

export interface FaultPlan extends Omit<
  Faults,
  | 'expireDeltaTokens'
  | 'rollKeys'
  | 'revokeConsent'
  | 'concealNames'
  | 'requireReauthorization'
  | 'lagReplication'
> {
  takeAnswer(method: string, path: string): PlannedAnswer | undefined;
  takeDrop(kind: 'dropAfterWrite' | 'dropBefore', method: string, path: string): boolean;
  takeDelay(method: string, path: string): number;
  readonly takeRace: () => boolean;
}

export function createFaultPlan(now: () => Date): FaultPlan {
  let standing: StandingFault[] = [];
  let races = 0;

  const add = (
    kind: StandingFault['kind'],
    scope: FaultScope,
    more: Partial<Pick<StandingFault, 'status' | 'retryAfter' | 'claims' | 'milliseconds'>> = {},
  ) => {
    standing.push({
      kind,
      scope,
      status: more.status ?? 0,
      retryAfter: more.retryAfter,
      claims: more.claims,
      milliseconds: more.milliseconds ?? 0,
      endsAt:
        scope.seconds === undefined
          ? Number.POSITIVE_INFINITY
          : now().getTime() + scope.seconds * 1000,
      left: scope.times ?? Number.POSITIVE_INFINITY,
    });
  };
  const take = (kind: StandingFault['kind'], method: string, path: string) => {
    const at = now().getTime();
    standing = standing.filter((fault) => fault.left > 0 && at < fault.endsAt);
    const met = standing.find(
      (fault) =>
        fault.kind === kind &&
        (fault.scope.method === undefined || fault.scope.method === method) &&
        (fault.scope.path === undefined ? !isForToken(path) : path.includes(fault.scope.path)),
    );
    if (met) met.left -= 1;
    return met;
  };

  return {
    answer(status, { retryAfter, ...scope } = {}) {
      add('answer', scope, { status, ...(retryAfter === undefined ? {} : { retryAfter }) });
    },
    challenge(claims, scope = { times: 1 }) {
      add('answer', scope, { status: 401, claims });
    },
    dropAfterWrite(scope = { times: 1 }) {
      add('dropAfterWrite', scope);
    },
    dropBefore(scope = { times: 1 }) {
      add('dropBefore', scope);
    },
    slow(milliseconds, scope = {}) {
      add('slow', scope, { milliseconds });
    },
    race(times = 1) {
      races += times;
    },
    clear() {
      standing = [];
      races = 0;
    },
    takeAnswer(method, path) {
      const fault = take('answer', method, path);
      return fault;
    },
    takeDrop(kind, method, path) {
      if (kind === 'dropAfterWrite' && method === 'GET') return false;
      return take(kind, method, path) !== undefined;
    },
    takeDelay: (method, path) => take('slow', method, path)?.milliseconds ?? 0,
    takeRace() {
      if (races === 0) return false;
      races -= 1;
      return true;
    },
  };
}

const isForToken = (path: string) => path.endsWith('/oauth2/v2.0/token');
