import { html } from 'hono/html';
import { parse } from 'hono/utils/cookie';
import type { AuthorizationCodes } from './authorizationCodes';
import type { EntraDirectory, EntraUser } from './entraDirectory';
import type { InteractionDemands } from './interactionDemands';
import { isRegisteredRedirect } from './redirectAddress';
import { readScope } from './requestedScope';

interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state?: string;
  readonly nonce?: string;
  readonly codeChallenge?: string;
  readonly responseMode: 'query' | 'fragment' | 'form_post';
  readonly loginHint?: string;
  readonly prompt?: string;
  /** A claims challenge, as JSON text. */
  readonly claims?: string;
}

const shownAccounts = 12;

/** Who signed in last in this browser: the session that lets them through without a question. */
const sessionCookie = 'local-tenant-session';

interface AuthorizeTenant {
  readonly directory: EntraDirectory;
  readonly codes: AuthorizationCodes;
  readonly demands: InteractionDemands;
  readonly now: Date;
}

/**
 * The sign-in page of the authorization code flow: GET shows the accounts, or sends on at once who has
 * a session here and is asked for nothing more; POST (`user`) sends the browser back with a code. A
 * redirect address that is not registered is never redirected to.
 */
export async function answerAuthorize(
  request: Request,
  tenant: AuthorizeTenant,
): Promise<Response> {
  const asked = readAuthorizeRequest(new URL(request.url).searchParams);
  const app = asked === undefined ? undefined : tenant.directory.app(asked.clientId);
  if (asked === undefined || app === undefined) {
    return page(400, html`<p>AADSTS700016: this application is not registered in the tenant.</p>`);
  }
  if (!isRegisteredRedirect(asked.redirectUri, app.redirectUris)) {
    return page(400, html`<p>AADSTS50011: the redirect URI is not registered.</p>`);
  }
  if (asked.prompt === 'none') return sendBack(asked, { error: 'login_required' });
  if (request.method !== 'POST') {
    const known = knownHere(request, asked, tenant);
    if (known !== undefined) return sendCode(asked, known, tenant);
    const accounts = accountsToShow(tenant.directory, asked.loginHint);
    return page(200, accountPicker(app.displayName, accounts));
  }
  const chosen = new URLSearchParams(await request.text()).get('user');
  const user = findUser(tenant.directory, chosen ?? '');
  if (user === undefined) {
    return page(400, html`<p>AADSTS50034: no such account in this tenant.</p>`);
  }
  tenant.demands.settle(user.id);
  if (app.consentsAtSignIn && !consents(asked, user.id, tenant.directory)) {
    return sendBack(asked, {
      error: 'access_denied',
      error_description: `AADSTS90094: An administrator of the tenant has to consent to the permissions that ${app.displayName} asks for.`,
    });
  }
  const answer = await sendCode(asked, user, tenant);
  answer.headers.append(
    'Set-Cookie',
    `${sessionCookie}=${user.id}; Path=/; HttpOnly; SameSite=Lax`,
  );
  return answer;
}

/** Who needs not be asked: signed in here, the one who is meant, with nothing to prove beyond that. */
function knownHere(
  request: Request,
  asked: AuthorizeRequest,
  { directory, demands }: AuthorizeTenant,
): EntraUser | undefined {
  if (asked.prompt !== undefined || asked.claims?.includes('"acrs"') === true) return undefined;
  const cookie = parse(request.headers.get('cookie') ?? '', sessionCookie)[sessionCookie];
  const user = directory.user(cookie ?? '');
  if (!user?.accountEnabled) return undefined;
  const meant = asked.loginHint === undefined ? user : findUser(directory, asked.loginHint);
  if (meant?.id !== user.id) return undefined;
  const { scopes } = readScope(asked.scope, directory);
  return demands.stands({ userId: user.id, clientId: asked.clientId, scopes }) ? undefined : user;
}

function sendCode(
  asked: AuthorizeRequest,
  { id: userId }: EntraUser,
  { codes, now }: AuthorizeTenant,
): Response | Promise<Response> {
  const { clientId, redirectUri, scope, codeChallenge, nonce } = asked;
  const code = codes.issue(
    {
      ...{ clientId, redirectUri, userId, scope },
      ...(codeChallenge === undefined ? {} : { codeChallenge }),
      ...(nonce === undefined ? {} : { nonce }),
    },
    now,
  );
  return sendBack(asked, { code });
}

function readAuthorizeRequest(query: URLSearchParams): AuthorizeRequest | undefined {
  const clientId = query.get('client_id');
  const redirectUri = query.get('redirect_uri');
  if (clientId === null || redirectUri === null) return undefined;
  const given = (key: string, name: string) => {
    const value = query.get(key);
    return value === null ? {} : { [name]: value };
  };
  return {
    clientId,
    redirectUri,
    scope: query.get('scope') ?? 'openid profile',
    responseMode: readResponseMode(query.get('response_mode')),
    ...given('state', 'state'),
    ...given('nonce', 'nonce'),
    ...given('code_challenge', 'codeChallenge'),
    ...given('login_hint', 'loginHint'),
    ...given('prompt', 'prompt'),
    ...given('claims', 'claims'),
  };
}

function readResponseMode(text: string | null): AuthorizeRequest['responseMode'] {
  return text === 'fragment' || text === 'form_post' ? text : 'query';
}

/** Whether every permission that is asked for has been consented to, now or before. */
function consents(asked: AuthorizeRequest, userId: string, directory: EntraDirectory): boolean {
  const requested = readScope(asked.scope, directory);
  const { resource } = requested;
  if (typeof resource !== 'string') return true;
  const had = directory.consentedScopes(asked.clientId, userId, resource);
  const missing = requested.scopes.filter((scope) => !had.includes(scope));
  return missing.length === 0 || directory.consent(asked.clientId, userId, resource, missing);
}

function accountsToShow(directory: EntraDirectory, loginHint: string | undefined) {
  const hinted = loginHint === undefined ? undefined : findUser(directory, loginHint);
  if (hinted !== undefined) return [hinted];
  return directory
    .users()
    .filter((user) => user.accountEnabled)
    .slice(0, shownAccounts);
}

function findUser(directory: EntraDirectory, idOrName: string) {
  return directory.user(idOrName) ?? directory.userByPrincipalName(idOrName);
}

function sendBack(
  asked: AuthorizeRequest,
  answer: Record<string, string>,
): Response | Promise<Response> {
  const address = new URL(asked.redirectUri);
  const parameters = new URLSearchParams(answer);
  if (asked.state !== undefined) parameters.set('state', asked.state);
  if (asked.responseMode === 'form_post') return page(200, postedBack(asked, parameters));
  if (asked.responseMode === 'fragment') {
    address.hash = parameters.toString();
  } else {
    for (const [name, value] of parameters) address.searchParams.set(name, value);
  }
  return new Response(null, { status: 302, headers: { Location: address.href } });
}

/** The answer as a form that posts itself, so that it is in no address and in no history. */
function postedBack(asked: AuthorizeRequest, parameters: URLSearchParams) {
  return html`<form method="post" action="${asked.redirectUri}">
      ${[...parameters].map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <button>Continue</button>
    </form>
    <script>
      document.forms[0].submit();
    </script>`;
}

function accountPicker(appName: string, accounts: readonly EntraUser[]) {
  return html`<p>Choose who signs in to ${appName}.</p>
    <form method="post">
      <ul>
        ${accounts.map(
          (user) =>
            html`<li>
              <button name="user" value="${user.id}">
                ${user.displayName}<br /><small>${user.userPrincipalName}</small>
              </button>
            </li>`,
        )}
      </ul>
    </form>
    <form method="post">
      <label>Another account <input name="user" type="email" autocomplete="username" /></label>
      <button>Sign in</button>
    </form>`;
}

async function page(status: number, body: ReturnType<typeof html>): Promise<Response> {
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Sign in (simulation)</title>
        <style>
          body {
            font:
              16px/1.5 'Segoe UI',
              system-ui,
              sans-serif;
            max-width: 28rem;
            margin: 3rem auto;
            padding: 0 1rem;
          }
          ul {
            list-style: none;
            padding: 0;
          }
          button {
            font: inherit;
            padding: 0.5rem 1rem;
            text-align: start;
          }
          li button {
            width: 100%;
            margin-block-end: 0.5rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Sign in</h1>
          <p><strong>Simulation.</strong> This is the local tenant, not Microsoft Entra ID.</p>
          ${body}
        </main>
      </body>
    </html>`;
  return new Response(document.toString(), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
