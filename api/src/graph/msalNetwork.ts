import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { createDeadline, isLate } from './deadline';
import { entraAway, GraphError, isPassing, readRetryAfter } from './graphError';
import type { Send } from './send';

const tokenTimeoutMs = 10_000;
const attempts = 2;
/** Entra is asked once more after at most this long; a longer wait is the caller's to keep. */
const longestWaitSeconds = 2;

/**
 * Entra is busy or away: nothing was asked with the token that did not come. It is one of MSAL's own
 * errors, as MSAL takes any other for a broken network; seeing the answer itself, it would give no token
 * for another minute, whatever Entra says by then.
 */
class EntraAway extends AuthError {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    options: ErrorOptions = {},
  ) {
    const said = status === 0 ? 'gave no answer' : `answered ${status}`;
    const wait = readRetryAfter(headers);
    const when = wait === undefined ? 'in a moment' : `in ${Math.ceil(wait)} s`;
    super('entra_away', '', `Entra ${said} when it was asked for a token. Try again ${when}.`);
    // MSAL's constructor makes one of its own of whatever it was.
    Object.setPrototypeOf(this, EntraAway.prototype);
    this.name = 'EntraAway';
    this.cause = options.cause;
  }
}

/**
 * The same as an error of Graph's, for which it comes to the same: asked again later, it may work. What
 * is no such failure stays what it is.
 */
export function toGraphFailure(error: unknown): unknown {
  if (!(error instanceof EntraAway)) return error;
  const { status, headers, errorMessage: message } = error;
  // Whether the request for the token arrived makes no difference: what it was for was never sent.
  return new GraphError(
    { status: status === 429 ? 429 : 503, code: entraAway, message, headers },
    { cause: error },
  );
}

/** msal-node's requests to `login.microsoftonline.com`, sent like every other. */
export function networkThrough(send: Send): INetworkModule {
  async function askOnce<T>(
    method: 'GET' | 'POST',
    url: string,
    { headers, body }: NetworkRequestOptions,
    timeoutMs: number,
  ): Promise<NetworkResponse<T>> {
    const deadline = createDeadline(timeoutMs);
    const request = new Request(url, {
      method,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
      signal: deadline.signal,
    });
    try {
      const response = await deadline.hold(send(request));
      if (isPassing(response.status)) throw new EntraAway(response.status, response.headers);
      // Its body has to arrive in time too. A page that is no JSON is not from Entra, but from whatever
      // stands before it.
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: (await deadline.hold(response.json())) as T,
      };
    } catch (cause) {
      if (cause instanceof EntraAway) throw cause;
      throw new EntraAway(0, new Headers(), { cause });
    } finally {
      deadline.clear();
    }
  }

  async function ask<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
    timeoutMs = tokenTimeoutMs,
  ): Promise<NetworkResponse<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await askOnce<T>(method, url, options, timeoutMs);
      } catch (error) {
        if (attempt === attempts || !isSoonOver(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, waitSeconds(error) * 1000));
      }
    }
  }
  return {
    sendGetRequestAsync: (url, options, timeoutMs) => ask('GET', url, options, timeoutMs),
    sendPostRequestAsync: (url, options) => ask('POST', url, options),
  };
}

const waitSeconds = (error: EntraAway) => readRetryAfter(error.headers) ?? 1;

/** Who waited until the time was up has waited long enough. */
function isSoonOver(error: unknown): error is EntraAway {
  if (!(error instanceof EntraAway)) return false;
  return !isLate(error.cause) && waitSeconds(error) <= longestWaitSeconds;
}
