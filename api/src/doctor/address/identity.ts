import type { AppConfig } from '../../config';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

/** Whether the settings agree about where the product is and under which name tokens are asked for. */
function judgeIdentity(
  config: Pick<AppConfig, 'appIdUri' | 'clientId' | 'hostOrigins' | 'publicOrigin'>,
): Finding {
  const { protocol, port, hostname } = new URL(config.publicOrigin);
  if (protocol !== 'https:' || port !== '') {
    return problem(
      `PUBLIC_ORIGIN is ${config.publicOrigin}`,
      'Teams and Outlook open https addresses without a port only',
      'Set PUBLIC_ORIGIN to https:// and the public host name.',
    );
  }
  const wanted = `api://${hostname}/${config.clientId}`.toLowerCase();
  if (config.appIdUri !== wanted) {
    return problem(
      `APP_ID_URI is ${config.appIdUri}`,
      'Teams gives no token for an API on another domain than the tab’s: nobody gets in',
      `Set APP_ID_URI=${wanted}, and the same as Application ID URI (Entra admin center → App registrations → the app → Expose an API).`,
    );
  }
  if (config.hostOrigins.length > 0) {
    return problem(
      `HOST_ORIGINS lets ${config.hostOrigins.join(', ')} frame the apps`,
      'it is meant for a laptop: whoever serves that page can lay something over the tab',
      'Remove HOST_ORIGINS from the settings and restart the API.',
    );
  }
  return ok(`${config.publicOrigin}, ${config.appIdUri}`);
}

export const identityCheck: Check<Ground> = {
  id: 'settings.identity',
  title: 'Public address and Application ID URI',
  look: ({ config }) => Promise.resolve(judgeIdentity(config)),
};
