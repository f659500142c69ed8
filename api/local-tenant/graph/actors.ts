import type { GraphCaller } from '../storage/entraTokens';
import type { Actor } from '../storage/sharePointList';
import type { TenantState } from '../storage/tenantState';
import type { JsonObject } from './jsonBody';

export function actorOf(caller: GraphCaller): Actor {
  return caller.userId === undefined
    ? { kind: 'application', id: caller.clientId }
    : { kind: 'user', id: caller.userId };
}

export function toIdentitySet(actor: Actor, state: TenantState): JsonObject {
  if (actor.kind === 'application') {
    const displayName = state.apps.get(actor.id)?.displayName ?? 'SharePoint App';
    return { application: { id: actor.id, displayName }, user: { displayName } };
  }
  const user = state.users.get(actor.id);
  return {
    user: {
      id: actor.id,
      displayName: user?.displayName ?? '',
      ...(user?.mail ? { email: user.mail } : {}),
    },
  };
}

/** Writes made app-only are SharePoint's system account in `AuthorLookupId`. */
const appLookupId = '1073741822';

/** A person's id in the site's hidden user list: not the Entra object id. */
export function siteUserLookupId(actor: Actor, state: TenantState): string {
  const known = actor.kind === 'user' ? state.userLookupIds.get(actor.id) : undefined;
  return known === undefined ? appLookupId : String(known);
}
