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

/** A client secret of an app, as Graph tells of it: the secret itself is told once, when it is made. */
interface PasswordCredential {
  readonly keyId: string;
  readonly displayName: string | null;
  /** The secret's first three characters. */
  readonly hint: string;
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
  readonly passwordCredentials?: readonly PasswordCredential[];
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
  /** An application's where nothing is said; a managed identity has no registration behind it. */
  readonly kind?: 'ManagedIdentity';
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

/** Whose tokens an app's registration takes as the app's own. */
export interface FederatedCredential {
  readonly type: 'federatedCredential';
  readonly id: string;
  /** The application's object id. */
  readonly applicationId: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description: string | null;
}

/** An app that an admin uploaded to the tenant's catalogue of Teams. */
export interface CatalogueApp {
  readonly type: 'catalogueApp';
  /** The id it has in Teams. */
  readonly id: string;
  /** The id in its manifest. */
  readonly externalId: string;
  readonly displayName: string;
  readonly version: string;
  readonly publishingState: 'published' | 'submitted' | 'rejected';
}

/** What is registered through Graph or uploaded in Teams, by id. */
export type Registration =
  | Application
  | ServicePrincipal
  | AppRoleAssignment
  | PermissionGrant
  | FederatedCredential
  | CatalogueApp;
