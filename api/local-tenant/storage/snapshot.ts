import type { Mutation } from './mutations';
import type { SharePointList } from './sharePointList';
import type { TenantState } from './tenantState';

/** The fewest mutations that give this state again, item order and delta order included. */
export function* snapshotOf(state: TenantState): Iterable<Mutation> {
  yield { kind: 'users', users: [...state.users.values()] };
  for (const group of state.groups.values()) {
    yield { kind: 'groupAsKept', group, directorySequence: state.directorySequence };
  }
  for (const app of state.apps.values()) yield { kind: 'app', app };
  for (const registration of state.registrations.values()) {
    yield { kind: 'registration', registration };
  }
  for (const [userId, roles] of state.appRoles) {
    for (const role of roles) yield { kind: 'appRole', userId, role, assigned: true };
  }
  for (const clientId of state.revokedConsent) {
    yield { kind: 'consent', clientId, consented: false };
  }
  if (state.signingKeys !== undefined) yield { kind: 'signingKeys', text: state.signingKeys };
  for (const address of state.deletedSites) yield { kind: 'siteDeleted', address };
  for (const { lists, groups, ...site } of state.sites.values()) {
    yield { kind: 'site', site };
    for (const group of groups.values()) yield { kind: 'siteGroup', siteId: site.id, group };
    for (const list of lists.values()) yield* snapshotOfList(list);
  }
  for (const permission of state.permissions) yield { kind: 'permission', permission };
  for (const notification of state.notifications) yield { kind: 'notification', notification };
  for (const [userId, roles] of state.directoryRoles) {
    for (const role of roles) yield { kind: 'directoryRole', userId, role, assigned: true };
  }
  for (const key of state.uninstalledApps) {
    const [clientId = '', userId = ''] = key.split(' ');
    yield { kind: 'appInstalled', clientId, userId, installed: false };
  }
  for (const [key, rights] of state.personRights) {
    const [userId = '', scopeId = ''] = key.split(' ');
    yield { kind: 'personRights', userId, scopeId, rights };
  }
  for (const event of state.events.values()) yield { kind: 'event', event };
  if (state.copilotUsage) yield { kind: 'copilotUsage', report: state.copilotUsage };
  if (state.concealedNames !== undefined) {
    yield { kind: 'concealedNames', concealed: state.concealedNames };
  }
  for (const subscription of state.subscriptions.values()) {
    yield { kind: 'subscription', subscription };
  }
}

function* snapshotOfList(list: SharePointList): Iterable<Mutation> {
  const of = { siteId: list.siteId, listId: list.id };
  yield {
    ...of,
    kind: 'list',
    name: list.name,
    displayName: list.displayName,
    description: list.description,
    template: list.template,
    at: list.createdAt,
    by: list.createdBy,
    columns: [...list.columns.values()],
  };
  if (list.roleAssignments !== null) {
    yield { ...of, kind: 'listRoles', assignments: list.roleAssignments };
  }
  for (const { id, sequence, item } of list.items.changedAfter(0)) {
    yield item
      ? { ...of, kind: 'itemAsKept', item }
      : { ...of, kind: 'tombstoneAsKept', id, sequence };
  }
  yield {
    ...of,
    kind: 'countersAsKept',
    sequence: list.sequence,
    nextItemId: list.nextItemId,
    deltaEpoch: list.deltaEpoch,
    modifiedAt: list.modifiedAt,
  };
}
