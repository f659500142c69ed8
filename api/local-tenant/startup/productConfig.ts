import { builtFolders, defaultRateLimit, type AppConfig } from '../../src/config';
import { localSiteId, localTenantId } from '../localTenant';
import type { AppRegistration } from '../storage/directory';
import type { DataFolder } from './dataFolder';

/** The id under which the local tenant's Teams knows the app. */
const localTeamsAppId = '1a57a171-1e00-4c11-8d00-c11e47000003';

/** The settings a deployment on the local tenant runs with: those of production, other values. */
export function productConfig(
  kept: DataFolder,
  app: AppRegistration,
  origins: { readonly tenantOrigin: string; readonly productOrigin: string },
): AppConfig {
  return {
    tenantId: localTenantId,
    clientId: app.clientId,
    appIdUri: app.appIdUri ?? '',
    credential: { kind: 'secret', secret: kept.clientSecret },
    site: localSiteId,
    publicOrigin: origins.productOrigin,
    teamsAppId: localTeamsAppId,
    hostOrigins: [origins.tenantOrigin],
    secret: kept.secret,
    rateLimit: defaultRateLimit,
    folders: builtFolders(),
  };
}
