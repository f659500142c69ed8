import { currentTheme } from './page.js';

/** @param {boolean} isNAAChannelRecommended a host may have the channel and not recommend it */
const runtimeWith = (isNAAChannelRecommended) =>
  JSON.stringify({
    apiVersion: 4,
    isLegacyTeams: false,
    isNAAChannelRecommended,
    hostVersionsInfo: {},
    supports: {
      app: { lifecycle: {} },
      nestedAppAuth: {},
      pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, tabs: {} },
      sharing: {},
    },
  });

/**
 * @typedef {object} TeamsHost what the protocol needs of the page around it
 * @property {any} data the page's data
 * @property {import('./brokeredSignIn.js').Broker} broker
 * @property {() => string} subPageId
 * @property {(state: 'loaded' | 'ready' | 'failed', reason?: string) => void} onLife
 * @property {(text: string) => void} say
 * @property {(subPageId: string) => void} onShared
 * @property {(content: { url: string, message?: string }) => Promise<boolean>} shares whether the person shares it
 */

/**
 * Answers one message of the framed app's teams-js, as Teams does; undefined where Teams sends no
 * answer.
 * @param {{ func: string, args?: any[], data?: string }} message
 * @param {TeamsHost} host
 * @returns {Promise<unknown[] | undefined>}
 */
export async function answerTeams(message, host) {
  const [first] = message.args ?? [];
  switch (message.func) {
    case 'initialize': {
      const runtime = runtimeWith(host.data.nestedAppAuth);
      // The fourth value is what makes teams-js put the nested-app-auth bridge on the page.
      return [host.data.frameContext, 'web', runtime, runtime];
    }
    case 'getContext':
      return [legacyContext(host)];
    case 'authentication.getAuthToken':
      return authToken(message.args ?? [], host);
    case 'nestedAppAuth.execute':
      return [null, await host.broker.answer(message.data ?? '{}')];
    case 'appInitialization.appLoaded':
      host.onLife('loaded');
      return undefined;
    case 'appInitialization.success':
      host.onLife('ready');
      return [{ hasFinishedSuccessfully: true }];
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      host.onLife('failed', first?.message ?? first?.reason);
      return undefined;
    case 'executeDeepLink':
      host.say(`Teams would open: ${String(first)}`);
      return [true];
    case 'pages.navigateToApp':
    case 'pages.currentApp.navigateTo':
    case 'pages.currentApp.navigateToDefaultPage':
      host.say('Teams would go to another page of an app.');
      return [true];
    case 'shareDeepLink':
      host.onShared(String(first ?? ''));
      return undefined;
    case 'sharing.shareWebContent':
      return (await host.shares(first.content[0])) ? [] : [closedByPerson];
    default:
      return undefined;
  }
}

/** The error that teams-js calls USER_ABORT. */
const closedByPerson = { errorCode: 8000, message: 'User cancelled the share' };

/** @param {TeamsHost} host */
function legacyContext({ data, subPageId }) {
  const { channel, person, tenantId } = data;
  return {
    locale: person.locale,
    theme: currentTheme(),
    appId: data.teamsAppId,
    entityId: 'last-mile',
    subEntityId: subPageId(),
    isFullScreen: false,
    sessionId: sessionIds.session,
    appSessionId: sessionIds.app,
    appLaunchId: sessionIds.launch,
    hostClientType: 'web',
    hostName: 'Teams',
    frameContext: data.frameContext,
    ringId: 'general',
    tid: tenantId,
    userObjectId: person.id,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
    teamId: channel.teamId,
    teamName: channel.teamName,
    groupId: channel.groupId,
    channelId: channel.channelId,
    channelName: channel.channelName,
    osLocaleInfo: {
      platform: 'windows',
      regionalFormat: person.locale,
      shortDate: 'dd/MM/yyyy',
      longDate: 'd MMMM yyyy',
      shortTime: 'HH:mm',
      longTime: 'HH:mm:ss',
    },
  };
}

const sessionIds = {
  session: crypto.randomUUID(),
  app: crypto.randomUUID(),
  launch: crypto.randomUUID(),
};

/**
 * @param {any[]} args
 * @param {TeamsHost} host
 */
async function authToken([, claims, silent], host) {
  const answer = await host.broker.hostToken({
    clientId: 'teams',
    scope: 'host',
    silent: silent === true,
    ...(Array.isArray(claims) && claims.length > 0 ? { claims: String(claims[0]) } : {}),
  });
  if (answer.success) return [true, answer.token.access_token];
  return [false, authTokenReasons[answer.error.subError] ?? answer.error.code];
}

/** The words Teams uses for what Entra said. */
/** @type {Record<string, string>} */
const authTokenReasons = {
  consent_required: 'resourceRequiresConsent',
  basic_action: 'resourceRequiresMfa',
};
