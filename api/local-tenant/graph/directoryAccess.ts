import type { GraphCall, GraphGround } from './graphCall';
import { privilegesMissing } from './graphFailure';
import { requireScope } from './people';

const readers = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'];
const appAdministrators = [
  'Global Administrator',
  'Application Administrator',
  'Cloud Application Administrator',
];
/** Application permissions of Graph itself are theirs alone to give. */
const roleAdministrators = ['Global Administrator', 'Privileged Role Administrator'];

export function requireAppReader(call: GraphCall): void {
  requireScope(call, readers);
}

export function requireAppWriter(call: GraphCall, ground: GraphGround): void {
  requireScope(call, ['Application.ReadWrite.All']);
  requireRole(call, ground, appAdministrators);
}

export function requireRoleAssigner(call: GraphCall, ground: GraphGround, ofGraph: boolean): void {
  requireScope(call, ['AppRoleAssignment.ReadWrite.All']);
  requireAppReader(call);
  requireRole(
    call,
    ground,
    ofGraph ? roleAdministrators : [...appAdministrators, ...roleAdministrators],
  );
}

export function requireGrantReader(call: GraphCall): void {
  requireScope(call, [
    'DelegatedPermissionGrant.Read.All',
    'DelegatedPermissionGrant.ReadWrite.All',
    'Directory.Read.All',
  ]);
}

export function requireGrantWriter(call: GraphCall, ground: GraphGround): void {
  requireScope(call, ['DelegatedPermissionGrant.ReadWrite.All']);
  requireRole(call, ground, [...appAdministrators, ...roleAdministrators]);
}

/** A person's token reaches no further than the person; an app has its permissions alone. */
function requireRole(call: GraphCall, ground: GraphGround, roles: readonly string[]): void {
  const { userId } = call.caller;
  if (userId === undefined) return;
  const held = ground.state.directoryRoles.get(userId);
  if (!roles.some((role) => held?.has(role))) throw privilegesMissing();
}
