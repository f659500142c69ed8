import {
  AuthError,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
} from '@azure/msal-node';
import { networkThrough, toGraphFailure } from '../graph/msalNetwork';
import { createGraphTokens, type AppCredential } from '../graph/tokens';
import { PermissionMissing } from './permissionMissing';
import type { AskedScope } from './step';
import type { Surroundings } from './surroundings';

/** Microsoft Graph Command Line Tools: Microsoft's own public client, in every tenant (decision 0039). */
export const commandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e';

/** Where a token is good for: Graph, or SharePoint's own service at a site's host. */
type Resource = 'https://graph.microsoft.com' | `https://${string}.sharepoint.com`;

/** Who a command works as. */
export interface Identity {
  readonly kind: 'admin' | 'app';
  /** As the audit line names them: an account's user name, or an app's client id. */
  readonly name: string;
  getToken(resource: Resource, options?: { renew?: boolean }): Promise<string>;
}

export interface SignInOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly scopes: readonly AskedScope[];
  readonly deviceCode: boolean;
  readonly surroundings: SignInSurroundings;
}

/** What a sign-in reaches of the world around it. */
export type SignInSurroundings = Pick<Surroundings, 'send' | 'tell' | 'openBrowser'>;

const graph = 'https://graph.microsoft.com';

/**
 * Signs an admin in with the system's browser (authorization code with PKCE, answered to a port of this
 * machine), or by a device code. Tokens stay in memory and go with the process.
 */
export async function signInAdmin(options: SignInOptions): Promise<Identity> {
  const { tenantId, clientId, surroundings } = options;
  const msal = new PublicClientApplication({
    auth: { clientId, authority: `https://login.microsoftonline.com/${tenantId}` },
    system: { networkClient: networkThrough(surroundings.send) },
  });
  const named = scopesAt(graph, options.scopes);
  const first = await interactively(named.length > 0 ? named : ['openid'], options, msal);
  const missing = named.filter((scope) => !isGiven(scope, first.scopes));
  if (missing.length > 0) throw notGiven(missing, clientId, tenantId, 'it left them out');
  const { account } = first;
  if (!account) throw new Error('Entra did not say who signed in.');
  return {
    kind: 'admin',
    name: account.username,
    getToken: async (resource, { renew = false } = {}) => {
      const scopes = scopesAt(resource, options.scopes);
      const result = await quietly(scopes, account, renew, msal).catch((error: unknown) => {
        if (!(error instanceof InteractionRequiredAuthError))
          throw refusalOf(error, scopes, options);
        return interactively(scopes, options, msal);
      });
      return result.accessToken;
    },
  };
}

/** Works as an app with permissions of its own, without anybody at the keyboard. */
export function signInApp(options: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: AppCredential;
  readonly surroundings: Pick<Surroundings, 'send'>;
}): Identity {
  const tokens = createGraphTokens({ ...options, send: options.surroundings.send });
  return {
    kind: 'app',
    name: options.clientId,
    getToken: (resource, { renew = false } = {}) => tokens.forApp({ resource, renew }),
  };
}

function quietly(
  scopes: string[],
  account: AccountInfo,
  forceRefresh: boolean,
  msal: PublicClientApplication,
): Promise<AuthenticationResult> {
  return msal.acquireTokenSilent({ scopes, account, forceRefresh });
}

async function interactively(
  scopes: string[],
  options: SignInOptions,
  msal: PublicClientApplication,
): Promise<AuthenticationResult> {
  const { tell, openBrowser } = options.surroundings;
  try {
    if (!options.deviceCode) {
      return await msal.acquireTokenInteractive({
        scopes,
        prompt: 'select_account',
        successTemplate: 'You are signed in. Close this page and go back to the terminal.',
        errorTemplate: 'You are not signed in. The terminal says why.',
        openBrowser: async (address) => {
          tell(
            `Sign in in the browser. If none opens, open this address on this machine:\n${address}`,
          );
          await openBrowser(address);
        },
      });
    }
    const result = await msal.acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ message }) => {
        tell(message);
      },
    });
    if (!result) throw new Error('The sign-in by device code was given up.');
    return result;
  } catch (error) {
    throw refusalOf(error, scopes, options);
  }
}

/** Full names of what is asked for at one resource: a sign-in is for one at a time. */
function scopesAt(resource: string, scopes: readonly AskedScope[]): string[] {
  const isGraph = resource === graph;
  return scopes
    .filter(({ resource: of = 'graph' }) => (of === 'graph') === isGraph)
    .map(({ scope }) => `${resource}/${scope}`);
}

const isGiven = (scope: string, given: readonly string[]) =>
  given.some((each) =>
    scope.toLowerCase().endsWith(each.slice(each.lastIndexOf('/') + 1).toLowerCase()),
  );

function refusalOf(error: unknown, scopes: readonly string[], options: SignInOptions): unknown {
  const failure = toGraphFailure(error);
  if (!(failure instanceof AuthError)) return failure;
  const said = failure.errorMessage;
  if (said.includes('AADSTS65002')) {
    return new PermissionMissing(
      `Entra lets the client ${options.clientId} ask nothing of SharePoint's own service ` +
        `(AADSTS65002), and this takes ${shortNames(scopes)} there. Register a public client of ` +
        'your own with that permission (docs/admin-guide.md, step 3) and name it with --admin-client, or ' +
        'run with --app-only.',
      { cause: error },
    );
  }
  const needsConsent = /AADSTS(65001|65004|90094|90095|900941)\b/.test(said);
  if (needsConsent) {
    return notGiven(scopes, options.clientId, options.tenantId, said.split('\n')[0] ?? '', error);
  }
  return error;
}

function notGiven(
  scopes: readonly string[],
  clientId: string,
  tenantId: string,
  said: string,
  cause?: unknown,
): PermissionMissing {
  const address = new URL(`https://login.microsoftonline.com/${tenantId}/v2.0/adminconsent`);
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('scope', scopes.join(' '));
  address.searchParams.set('redirect_uri', 'http://localhost');
  return new PermissionMissing(
    `Entra did not give this sign-in ${shortNames(scopes)} (${said}). A Cloud Application ` +
      'Administrator, an Application Administrator, a Privileged Role Administrator or a Global ' +
      `Administrator signs in here instead, or consents for you:\n${address.href}`,
    { cause },
  );
}

const shortNames = (scopes: readonly string[]) =>
  scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).join(', ');
