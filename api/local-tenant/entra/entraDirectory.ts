import type { AppRegistration, Directory, DirectoryUser } from '../storage/directory';

/** A person as Entra ID writes them into tokens. */
export type EntraUser = Pick<
  DirectoryUser,
  'id' | 'displayName' | 'userPrincipalName' | 'accountEnabled'
>;

export type EntraApp = AppRegistration;

/** What Entra reads of the tenant's directory. */
export type EntraDirectory = Pick<
  Directory,
  | 'user'
  | 'userByPrincipalName'
  | 'users'
  | 'app'
  | 'apps'
  | 'appRolesOf'
  | 'hasConsent'
  | 'consent'
  | 'consentForOneself'
  | 'consentedScopes'
>;
