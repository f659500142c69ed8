import { askTenant, element } from './page.js';

/**
 * @typedef {object} Broker the host's side of nested app authentication
 * @property {(request: string) => Promise<string>} answer takes and gives the bridge's JSON
 * @property {(request: HostTokenRequest) => Promise<any>} hostToken
 */

/** @typedef {{ clientId: string, scope: string, claims?: string, silent: boolean }} HostTokenRequest */

/**
 * Answers for the person this page is signed in as. Silent requests never ask; the others show the
 * host's own consent window first.
 * @param {{ id: string, displayName: string, userPrincipalName: string }} person
 * @param {string} tenantId
 * @returns {Broker}
 */
export function createBroker(person, tenantId) {
  const accountContext = {
    homeAccountId: `${person.id}.${tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId,
  };
  return {
    async answer(text) {
      const request = JSON.parse(text);
      const outcome = await answerMethod(request, accountContext);
      return JSON.stringify({
        messageType: 'NestedAppAuthResponse',
        requestId: request.requestId,
        ...outcome,
      });
    },
    hostToken: ({ silent, ...request }) => requestToken(request, !silent),
  };
}

/**
 * @param {any} request
 * @param {object} accountContext
 */
async function answerMethod(request, accountContext) {
  if (request.method === 'GetInitContext') {
    return {
      success: true,
      initContext: {
        sdkName: 'local-tenant',
        sdkVersion: '1.0.0',
        capabilities: { queryAccount: false },
        accountContext,
      },
    };
  }
  const { clientId, scope, claims } = request.tokenParams ?? {};
  if (request.method === 'GetToken') return requestToken({ clientId, scope, claims }, false);
  if (request.method === 'GetTokenPopup') return requestToken({ clientId, scope, claims }, true);
  return {
    success: false,
    error: { status: 'PERSISTENT_ERROR', code: 'unsupported_method', description: request.method },
  };
}

/**
 * @param {{ clientId: string, scope: string, claims?: string }} request
 * @param {boolean} interactive
 */
async function requestToken(request, interactive) {
  if (interactive && !(await personAccepts(request.scope))) {
    return failure('USER_CANCEL', 'user_cancelled', 'The person closed the window.');
  }
  try {
    const response = await askTenant('/hosts/token', {
      method: 'POST',
      body: { ...request, interactive },
    });
    if (response.ok) return await response.json();
    return failure('ACCOUNT_UNAVAILABLE', 'signed_out', 'Nobody is signed in here any more.');
  } catch {
    return failure('NO_NETWORK', 'no_network', 'The local tenant does not answer.');
  }
}

/**
 * @param {string} status
 * @param {string} code
 * @param {string} description
 */
function failure(status, code, description) {
  return { success: false, error: { status, code, subError: '', description } };
}

/** @param {string} scope */
function personAccepts(scope) {
  /** @type {HTMLDialogElement} */
  const dialog = element('consent');
  element('consent-scope').textContent = scope;
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'accept'), {
      once: true,
    });
  });
}
