const loopbackHosts = [
  'graph.microsoft.com',
  'login.microsoftonline.com',
  'lastmile.sharepoint.com',
  'reports.office.com',
  'reportsncu.office.com',
];

/** The address on a loopback origin under which the local tenant answers for a Microsoft address. */
function toLoopbackUrl(origin: string, url: string): string {
  const { hostname, pathname, search } = new URL(url);
  if (!loopbackHosts.includes(hostname)) {
    throw new TypeError(`The local tenant does not answer for ${hostname}`);
  }
  return `${origin}/${hostname}${pathname}${search}`;
}

/** The Microsoft address a loopback request stands for, if its path begins with one of their hosts. */
export function fromLoopbackUrl(url: URL): URL | undefined {
  const [, host = '', ...rest] = url.pathname.split('/');
  if (!loopbackHosts.includes(host)) return undefined;
  return new URL(`https://${host}/${rest.join('/')}${url.search}`);
}

export function isMicrosoftUrl(url: URL): boolean {
  return loopbackHosts.includes(url.hostname);
}

/** Sends what is meant for Graph and Entra to a local tenant listening on `origin`. */
export function createLoopbackSend(origin: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    return fetch(toLoopbackUrl(origin, request.url), {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      redirect: 'manual',
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
    });
  };
}
