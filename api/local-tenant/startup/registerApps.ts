import { activityTypeNames } from '@last-mile/shared/feedback';
import { hostClientIds } from '../../src/auth/accessTokens';
import type { AppRegistration, Directory } from '../storage/directory';

/** The product's own client id in the local tenant. */
export const productClientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
/** The app an administrator provisions with, once, and never again. */
export const provisioningClientId = '1a57a171-1e00-4c11-8d00-c11e47000002';

/** What an administrator does in the Entra admin center before Last Mile runs (docs/permissions.md). */
export function registerApps(
  directory: Directory,
  productOrigin: string,
  clientSecret: string,
): AppRegistration {
  const { host } = new URL(productOrigin);
  const product: AppRegistration = {
    clientId: productClientId,
    displayName: 'Last Mile',
    secret: clientSecret,
    appIdUri: `api://${host}/${productClientId}`,
    appRoles: ['Champion', 'Leader', 'Admin'].map((value, index) => ({
      id: `1a57a171-1e00-4c11-8d00-0000000000a${index + 1}`,
      value,
      displayName: value,
    })),
    redirectUris: [`brk-multihub://${host}`, `${productOrigin}/pane/sign-in.html`],
    exposedScopes: ['access_as_user'],
    preAuthorizedClientIds: [...hostClientIds],
    grantedApplicationPermissions: [
      'Sites.Selected',
      'User.Read.All',
      'GroupMember.Read.All',
      'Reports.Read.All',
      // What people give by installing the app (resource-specific consent in the app package).
      'TeamsActivity.Send.User',
    ],
    grantedDelegatedPermissions: ['User.Read', 'Calendars.ReadWrite'],
    activityTypes: activityTypeNames,
  };
  directory.registerApp(product);
  directory.registerApp({
    clientId: provisioningClientId,
    displayName: 'Last Mile provisioning',
    secret: clientSecret,
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
    grantedSharePointPermissions: { application: [], delegated: ['AllSites.FullControl'] },
  });
  return product;
}
