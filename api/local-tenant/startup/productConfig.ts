import { builtFolders, defaultRateLimit, type AppConfig } from '../../src/config';
import { defaultRetentionDays } from '../../src/features/privacy/retentionDays';
import { localTeamsAppId } from '../hosts/teamsPage';
import { localSiteId, localTenantId } from '../localTenant';
import type { AppRegistration } from '../storage/directory';
import type { DataFolder } from './dataFolder';

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
    previousSecrets: [],
    rateLimit: defaultRateLimit,
    retention: defaultRetentionDays,
    folders: builtFolders(),
  };
}
