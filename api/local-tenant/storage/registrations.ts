import type { AppRegistration } from './directoryRecords';
import type { Application, Registration } from './registrationRecords';
import type { TenantState } from './tenantState';

export function registered<Type extends Registration['type']>(
  state: TenantState,
  type: Type,
): Extract<Registration, { type: Type }>[] {
  return [...state.registrations.values()].filter(
    (each): each is Extract<Registration, { type: Type }> => each.type === type,
  );
}

/** Microsoft Graph's own service principal, in every tenant. */
export const graphPrincipal = {
  id: '6f2ab7c1-0000-4000-8000-000000000003',
  appId: '00000003-0000-0000-c000-000000000000',
  displayName: 'Microsoft Graph',
  appRoles: [
    { id: '883ea226-0bf2-4a8f-9f9d-92c9162a727d', value: 'Sites.Selected' },
    { id: 'df021288-bdef-4463-88db-98f22de89214', value: 'User.Read.All' },
    { id: '98830695-27a2-44f7-8c18-0c3ebc9698f6', value: 'GroupMember.Read.All' },
    { id: '230c1aed-a721-4c5d-9cb4-a90514e508ef', value: 'Reports.Read.All' },
    { id: 'a82116e5-55eb-4c41-a434-62fe8a61c773', value: 'Sites.FullControl.All' },
    { id: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', value: 'Application.Read.All' },
  ],
  scopes: [
    { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', value: 'User.Read' },
    { id: '1ec239c2-d7c9-4623-a91a-a9775856bb36', value: 'Calendars.ReadWrite' },
    { id: '5a54b8b3-347c-476d-8f8e-42d5c7424d29', value: 'Sites.FullControl.All' },
    { id: 'bdfbf15f-ee85-4955-8675-146e8e5296b5', value: 'Application.ReadWrite.All' },
    { id: 'c79f8feb-a9db-4090-85f9-90d820caa0eb', value: 'Application.Read.All' },
    { id: '88e58d74-d3df-44f3-ad47-e89edf4472e4', value: 'AppCatalog.Read.All' },
    { id: '84bccea3-f856-4a8a-967b-dbe0a3d53a64', value: 'AppRoleAssignment.ReadWrite.All' },
    { id: '41ce6ca6-6826-4807-84f1-1c82854f7ee5', value: 'DelegatedPermissionGrant.ReadWrite.All' },
  ],
} as const;

/** Microsoft's own public client for administrators: who may consent does so while signing in. */
const commandLineTools: AppRegistration = {
  clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  displayName: 'Microsoft Graph Command Line Tools',
  appRoles: [],
  redirectUris: ['http://localhost'],
  grantedApplicationPermissions: [],
  grantedDelegatedPermissions: [],
  consentsAtSignIn: true,
  isFirstParty: true,
};
const commandLineToolsPrincipalId = '6f2ab7c1-0000-4000-8000-000000000014';
const sharePointPrincipalId = '6f2ab7c1-0000-4000-8000-0000000000ce';

/**
 * The app of a client id, however it came to be: set up without Graph, registered through it (and
 * known to sign-in once it has its service principal), or Microsoft's own.
 */
export function appOf(state: TenantState, clientId: string): AppRegistration | undefined {
  const known = state.apps.get(clientId);
  if (known) return known;
  if (clientId === commandLineTools.clientId) return commandLineTools;
  const application = registered(state, 'application').find((each) => each.appId === clientId);
  return application && toApp(state, application);
}

export function appsOf(state: TenantState): AppRegistration[] {
  const made = registered(state, 'application').flatMap((each) => toApp(state, each) ?? []);
  return [...state.apps.values(), ...made];
}

function toApp(state: TenantState, application: Application): AppRegistration | undefined {
  const { appId, body } = application;
  const principal = principalOf(state, appId);
  if (principal === undefined) return undefined;
  const [appIdUri] = body.identifierUris;
  const grantedRoles = registered(state, 'appRoleAssignment')
    .filter((each) => each.principalId === principal && each.resourceId === graphPrincipal.id)
    .map((each) => each.appRoleId);
  return {
    clientId: appId,
    displayName: body.displayName,
    certificates: body.keyCredentials.map(({ key }) => toPem(key)),
    ...(appIdUri === undefined ? {} : { appIdUri }),
    appRoles: body.appRoles,
    redirectUris: [
      ...body.spa.redirectUris,
      ...body.web.redirectUris,
      ...body.publicClient.redirectUris,
    ],
    exposedScopes: body.api.oauth2PermissionScopes
      .filter(({ isEnabled }) => isEnabled)
      .map(({ value }) => value),
    // Graph's default is a version 1 token.
    accessTokenVersion: body.api.requestedAccessTokenVersion ?? 1,
    preAuthorizedClientIds: body.api.preAuthorizedApplications.map((each) => each.appId),
    grantedApplicationPermissions: graphPrincipal.appRoles
      .filter(({ id }) => grantedRoles.includes(id))
      .map(({ value }) => value),
    grantedDelegatedPermissions: [],
  };
}

const toPem = (base64: string) =>
  `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

/** The object id of an app's service principal, where it has one. */
export function principalOf(state: TenantState, appId: string): string | undefined {
  if (appId === commandLineTools.clientId) return commandLineToolsPrincipalId;
  if (state.apps.has(appId)) return appId;
  return registered(state, 'servicePrincipal').find((each) => each.appId === appId)?.id;
}

/** The object id of the service principal of one of Microsoft's own resources, by its address. */
export function resourcePrincipalOf(resource: string): string {
  return resource === 'https://graph.microsoft.com' ? graphPrincipal.id : sharePointPrincipalId;
}

/** A resource's delegated permissions an app has for a person, consented to for all or by them. */
export function consentedScopes(
  state: TenantState,
  clientId: string,
  userId: string,
  resource: string,
): string[] {
  const principal = principalOf(state, clientId);
  return registered(state, 'permissionGrant')
    .filter(
      (each) =>
        each.clientId === principal &&
        each.resourceId === resourcePrincipalOf(resource) &&
        (each.consentType === 'AllPrincipals' || each.principalId === userId),
    )
    .flatMap((each) => each.scope.split(' '));
}

/** The values of the app roles that were assigned to a person through Graph, or to a group they are in. */
export function assignedRoles(state: TenantState, userId: string): string[] {
  return registered(state, 'appRoleAssignment')
    .filter(
      ({ principalId }) =>
        principalId === userId || state.groups.get(principalId)?.memberIds.includes(userId),
    )
    .flatMap(({ resourceId, appRoleId }) => {
      const resource = state.registrations.get(resourceId);
      if (resource?.type !== 'servicePrincipal') return [];
      const application = registered(state, 'application').find(
        (each) => each.appId === resource.appId,
      );
      return application?.body.appRoles.find((role) => role.id === appRoleId)?.value ?? [];
    });
}

const consentingRoles = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Application Administrator',
  'Cloud Application Administrator',
];

/** Whether a person's roles let them consent to delegated permissions for themselves and others. */
export function mayConsent(state: TenantState, userId: string): boolean {
  const held = state.directoryRoles.get(userId);
  return consentingRoles.some((role) => held?.has(role));
}
