/** A certificate of an app, as Graph keeps it. */
interface KeyCredential {
  readonly keyId: string;
  readonly displayName: string | null;
  readonly type: string;
  readonly usage: string;
  /** The certificate in DER, as base64. */
  readonly key: string;
  readonly customKeyIdentifier: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
}

interface PermissionScope {
  readonly id: string;
  readonly value: string;
  readonly isEnabled: boolean;
}

interface KeptAppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
  readonly isEnabled: boolean;
}

/** What of an application the tenant acts on; the rest is kept as it was written. */
export interface ApplicationBody {
  readonly displayName: string;
  readonly identifierUris: readonly string[];
  readonly keyCredentials: readonly KeyCredential[];
  readonly appRoles: readonly KeptAppRole[];
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly web: { readonly redirectUris: readonly string[] };
  readonly publicClient: { readonly redirectUris: readonly string[] };
  readonly api: {
    readonly requestedAccessTokenVersion: 1 | 2 | null;
    readonly oauth2PermissionScopes: readonly PermissionScope[];
    readonly preAuthorizedApplications: readonly {
      readonly appId: string;
      readonly delegatedPermissionIds: readonly string[];
    }[];
  };
  readonly [property: string]: unknown;
}

export interface Application {
  readonly type: 'application';
  readonly id: string;
  readonly appId: string;
  /** The key its maker chose for it, once and for good. */
  readonly uniqueName: string | null;
  readonly createdAt: string;
  readonly body: ApplicationBody;
}

export interface ServicePrincipal {
  readonly type: 'servicePrincipal';
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
}

export interface AppRoleAssignment {
  readonly type: 'appRoleAssignment';
  readonly id: string;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal';
  readonly resourceId: string;
  readonly appRoleId: string;
  readonly createdAt: string;
}

/** Delegated permissions of an app, consented to for everyone or by one person. */
export interface PermissionGrant {
  readonly type: 'permissionGrant';
  readonly id: string;
  /** The app's service principal, by its object id. */
  readonly clientId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  readonly resourceId: string;
  readonly scope: string;
}

/** What is registered through Graph, by object id. */
export type Registration = Application | ServicePrincipal | AppRoleAssignment | PermissionGrant;
