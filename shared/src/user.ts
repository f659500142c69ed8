import * as z from 'zod/mini';

/** Entra app roles of the product (docs/permissions.md). Everyone signed in is a member. */
export const roles = ['Champion', 'Leader', 'Admin'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** A signed-in person, as the verified access token tells it: nothing here comes from the client. */
export interface User {
  readonly tenantId: string;
  /** The Entra object id (`oid`). */
  readonly userId: string;
  readonly roles: readonly Role[];
}

/** Whether the person holds the role in their token. */
export function hasRole(user: User, wanted: Role) {
  return user.roles.includes(wanted);
}
