import { EntraError } from './entraError';

/** A person must do something before the tenant gives this token. */
interface InteractionDemand {
  readonly kind: 'consent_required' | 'interaction_required';
  /** Only for this person, app or scope; for all when not said. */
  readonly userId?: string;
  readonly clientId?: string;
  readonly scope?: string;
  /** The claims challenge to answer with. */
  readonly claims?: string;
}

export interface InteractionDemands {
  add(demand: InteractionDemand): void;
  clear(): void;
  list(): readonly InteractionDemand[];
  /** Whether a demand stands against this request. */
  stands(request: DemandedRequest): boolean;
  /** Throws the refusal when a demand stands against this request. */
  refuse(request: DemandedRequest): void;
  /** The person has signed in by hand: what was demanded of them is done. */
  settle(userId: string): void;
}

interface DemandedRequest {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Consent and multifactor demands, switched on by whoever wants to see the product meet them. */
export function createInteractionDemands(): InteractionDemands {
  let demands: readonly InteractionDemand[] = [];
  const settled = new Map<InteractionDemand, Set<string>>();

  const stands = (demand: InteractionDemand, request: DemandedRequest) =>
    (demand.userId === undefined || demand.userId === request.userId) &&
    (demand.clientId === undefined || demand.clientId === request.clientId) &&
    (demand.scope === undefined || request.scopes.includes(demand.scope)) &&
    !(settled.get(demand)?.has(request.userId) ?? false);

  return {
    add(demand) {
      demands = [...demands, demand];
    },
    clear() {
      demands = [];
      settled.clear();
    },
    list: () => demands,
    stands: (request) => demands.some((candidate) => stands(candidate, request)),
    refuse(request) {
      const demand = demands.find((candidate) => stands(candidate, request));
      if (demand !== undefined) throw refusal(demand, request.clientId);
    },
    settle(userId) {
      for (const demand of demands) {
        const done = settled.get(demand) ?? new Set();
        settled.set(demand, done.add(userId));
      }
    },
  };
}

/** Nobody has consented to these scopes for the app. */
export function consentRequired(clientId: string, claims?: string): EntraError {
  return new EntraError({
    error: 'invalid_grant',
    code: 65001,
    suberror: 'consent_required',
    description: `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
    ...(claims === undefined ? {} : { claims }),
  });
}

function refusal(demand: InteractionDemand, clientId: string): EntraError {
  if (demand.kind === 'consent_required') return consentRequired(clientId, demand.claims);
  return new EntraError({
    error: 'interaction_required',
    code: 50076,
    suberror: 'basic_action',
    description:
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    claims: demand.claims ?? '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
  });
}
