import type {
  AppRegistration,
  DirectoryGroup,
  DirectoryUser,
  PersonRights,
  SiteRole,
} from './directoryRecords';
import type { TenantJournal } from './journal';
import type { CatalogueApp } from './registrationRecords';
import {
  appOf,
  appsOf,
  assignedRoles,
  consentedScopes,
  mayConsent,
  principalOf,
  resourcePrincipalOf,
} from './registrations';
import type { SiteGroup } from './siteSecurity';
import { findByUserPrincipalName, type TenantState } from './tenantState';

export type { AppRegistration, DirectoryUser } from './directoryRecords';

/** Users, groups, app registrations and grants: what an administrator sets up, without a token. */
export interface Directory {
  /** Adds people, or replaces those with the same id. */
  addUsers(users: readonly DirectoryUser[]): void;
  /** Adds a group, or replaces the one with the same id (its members delta tells the difference). */
  addGroup(group: DirectoryGroup): void;
  /** Adds an app, or replaces the one with the same client id. */
  registerApp(app: AppRegistration): void;
  /** A user-assigned managed identity, which Azure makes: a service principal with no registration. */
  addManagedIdentity(identity: { principalId: string; clientId: string; name: string }): void;
  /** Uploads an app to the tenant's catalogue of Teams, or a newer version of it. */
  publishTeamsApp(app: Omit<CatalogueApp, 'type'>): void;
  /** Gives a person an app role by its value, for example `Champion`. */
  assignAppRole(userId: string, role: string): void;
  removeAppRole(userId: string, role: string): void;
  /** Gives a person a role of the directory, for example `Reports Reader`. */
  assignDirectoryRole(userId: string, role: string): void;
  removeDirectoryRole(userId: string, role: string): void;
  /** Installs or removes a Teams app for a person; it is there for everyone until removed. */
  setAppInstalled(clientId: string, userId: string, installed: boolean): void;
  /** Sets a person's own rights on a list or a site, whatever its groups and role assignments give them. */
  setPersonRights(userId: string, scopeId: string, rights: PersonRights): void;
  /** Fills one of a site's own groups (the local tenant's own site unless another is named). */
  setSiteGroup(kind: SiteGroup['kind'], members: readonly string[], siteId?: string): void;
  /** Grants an app a role on a site (the local tenant's own site unless another is named). */
  grantSite(clientId: string, role: SiteRole, siteId?: string): void;
  /** Withdraws admin consent for an app: its tokens stop working at Graph and no new ones are given. */
  setConsent(clientId: string, consented: boolean): void;
  hasConsent(clientId: string): boolean;
  /** A person's own consent to delegated permissions of a resource; false where it is not theirs to give. */
  consent(clientId: string, userId: string, resource: string, scopes: readonly string[]): boolean;
  /** The same for permissions that everybody may give for themselves, where their tenant lets them. */
  consentForOneself(
    clientId: string,
    userId: string,
    resource: string,
    scopes: readonly string[],
  ): void;
  /** The delegated permissions of a resource that were consented to through Graph or at sign-in. */
  consentedScopes(clientId: string, userId: string, resource: string): readonly string[];
  user(id: string): DirectoryUser | undefined;
  userByPrincipalName(userPrincipalName: string): DirectoryUser | undefined;
  users(): readonly DirectoryUser[];
  group(id: string): DirectoryGroup | undefined;
  groups(): readonly DirectoryGroup[];
  app(clientId: string): AppRegistration | undefined;
  apps(): readonly AppRegistration[];
  /** The values of the app roles a person holds. */
  appRolesOf(userId: string): readonly string[];
}

/** The directory as administrators change it; every change is in the journal before this returns. */
export function createDirectory(journal: TenantJournal, newId: () => string): Directory {
  const state: TenantState = journal.state;

  function keepConsent(
    clientId: string,
    userId: string,
    resource: string,
    scopes: readonly string[],
  ) {
    const principal = principalOf(state, clientId);
    if (principal === undefined) throw new Error(`No app ${clientId} in this tenant.`);
    const had = consentedScopes(state, clientId, userId, resource);
    journal.commit({
      kind: 'registration',
      registration: {
        type: 'permissionGrant',
        id: `${principal} ${userId} ${resource}`,
        clientId: principal,
        consentType: 'Principal',
        principalId: userId,
        resourceId: resourcePrincipalOf(resource),
        scope: [...new Set([...had, ...scopes])].join(' '),
      },
    });
  }

  return {
    addUsers(users) {
      if (users.length > 0) journal.commit({ kind: 'users', users });
    },
    addGroup(group) {
      journal.commit({ kind: 'group', group });
    },
    registerApp(app) {
      journal.commit({ kind: 'app', app });
    },
    addManagedIdentity({ principalId, clientId, name }) {
      journal.commit({
        kind: 'registration',
        registration: {
          ...{ type: 'servicePrincipal', kind: 'ManagedIdentity', id: principalId },
          ...{ appId: clientId, displayName: name, tags: [], createdAt: '2026-01-05T08:00:00Z' },
        },
      });
    },
    publishTeamsApp(app) {
      journal.commit({ kind: 'registration', registration: { type: 'catalogueApp', ...app } });
    },
    assignAppRole(userId, role) {
      journal.commit({ kind: 'appRole', userId, role, assigned: true });
    },
    removeAppRole(userId, role) {
      journal.commit({ kind: 'appRole', userId, role, assigned: false });
    },
    assignDirectoryRole(userId, role) {
      journal.commit({ kind: 'directoryRole', userId, role, assigned: true });
    },
    removeDirectoryRole(userId, role) {
      journal.commit({ kind: 'directoryRole', userId, role, assigned: false });
    },
    setAppInstalled(clientId, userId, installed) {
      journal.commit({ kind: 'appInstalled', clientId, userId, installed });
    },
    setPersonRights(userId, scopeId, rights) {
      journal.commit({ kind: 'personRights', userId, scopeId, rights });
    },
    setSiteGroup(kind, members, siteId = state.defaultSiteId) {
      const groups = [...(state.sites.get(siteId)?.groups.values() ?? [])];
      const group = groups.find((known) => known.kind === kind);
      if (group) journal.commit({ kind: 'siteGroup', siteId, group: { ...group, members } });
    },
    grantSite(clientId, role, siteId = state.defaultSiteId) {
      const known = state.permissions.find(
        (permission) =>
          permission.siteId === siteId &&
          permission.listId === undefined &&
          permission.clientId === clientId,
      );
      journal.commit({
        kind: 'permission',
        permission: {
          id: known?.id ?? newId(),
          siteId,
          clientId,
          displayName: state.apps.get(clientId)?.displayName ?? clientId,
          roles: [role],
        },
      });
    },
    setConsent(clientId, consented) {
      journal.commit({ kind: 'consent', clientId, consented });
    },
    hasConsent: (clientId) => !state.revokedConsent.has(clientId),
    consent(clientId, userId, resource, scopes) {
      if (principalOf(state, clientId) === undefined || !mayConsent(state, userId)) return false;
      keepConsent(clientId, userId, resource, scopes);
      return true;
    },
    consentForOneself: keepConsent,
    consentedScopes: (clientId, userId, resource) =>
      consentedScopes(state, clientId, userId, resource),
    user: (id) => state.users.get(id),
    userByPrincipalName: (name) => findByUserPrincipalName(state, name),
    users: () => [...state.users.values()],
    group: (id) => state.groups.get(id),
    groups: () => [...state.groups.values()],
    app: (clientId) => appOf(state, clientId),
    apps: () => appsOf(state),
    appRolesOf: (userId) => [
      ...new Set([...(state.appRoles.get(userId) ?? []), ...assignedRoles(state, userId)]),
    ],
  };
}
