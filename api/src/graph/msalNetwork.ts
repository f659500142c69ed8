import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { createDeadline } from './deadline';
import type { Send } from './send';

const tokenTimeoutMs = 10_000;

/** msal-node's requests to `login.microsoftonline.com`, sent like every other. */
export function networkThrough(send: Send): INetworkModule {
  async function ask<T>(
    method: 'GET' | 'POST',
    url: string,
    { headers, body }: NetworkRequestOptions = {},
    timeoutMs = tokenTimeoutMs,
  ): Promise<NetworkResponse<T>> {
    const deadline = createDeadline(timeoutMs);
    const request = new Request(url, {
      method,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
      signal: deadline.signal,
    });
    try {
      return await deadline.hold(send(request).then((response) => toNetworkResponse<T>(response)));
    } finally {
      deadline.clear();
    }
  }
  return {
    sendGetRequestAsync: (url, options, timeoutMs) => ask('GET', url, options, timeoutMs),
    sendPostRequestAsync: (url, options) => ask('POST', url, options),
  };
}

async function toNetworkResponse<T>(response: Response): Promise<NetworkResponse<T>> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
  };
}
