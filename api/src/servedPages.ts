import { Hono } from 'hono';
import type { AppConfig } from './config';
import type { AppEnv } from './http/appEnv';
import { builtApp } from './http/builtApp';
import { legalPages } from './http/legalPages';
import { officeAddins } from './http/officeAddins';

const signInPage = { 'sign-in.html': 'signIn' } as const;

/** The two apps as they were built, and the pages that hosts and stores ask for. */
export function servedPages(config: AppConfig) {
  const pageConfig = {
    clientId: config.clientId,
    tenantId: config.tenantId,
    apiScope: `${config.appIdUri}/access_as_user`,
    teamsAppId: config.teamsAppId,
    hostOrigins: config.hostOrigins,
  };
  const { tab, pane, icons } = config.folders;
  return new Hono<AppEnv>()
    .route('/tab', builtApp(tab, 'tab', pageConfig))
    .route('/pane', builtApp(pane, 'pane', pageConfig, signInPage))
    .route('/icons', builtApp(icons, 'page', pageConfig))
    .route('/', legalPages())
    .route('/', officeAddins(config.publicOrigin));
}
