/** Settings of the deployment that the pages need. */
export interface ClientConfig {
  /** Application (client) id in Entra. */
  readonly clientId: string;
  readonly tenantId: string;
  /** The scope the apps ask for: `api://…/access_as_user`. */
  readonly apiScope: string;
  /** By which Teams knows the app; null where nobody said. */
  readonly teamsAppId: string | null;
  /** Origins of hosts to trust beside Microsoft's own: for development only. */
  readonly hostOrigins: readonly string[];
  readonly styleNonce: string | null;
}

/**
 * Settings the API wrote into the page; throws when the page was not served by the API. Read before
 * anything else, and so by hand: a schema would bring its library into the first script.
 */
export function readClientConfig(page: Document): ClientConfig {
  const text = page.getElementById('last-mile-config')?.textContent;
  if (!text) throw new Error('This page has no settings: open it through the Last Mile server.');
  const told = JSON.parse(text) as Partial<Record<keyof ClientConfig, unknown>>;
  const word = (name: keyof ClientConfig): string => {
    const value = told[name];
    if (typeof value !== 'string') throw new Error(`The settings of this page lack ${name}.`);
    return value;
  };
  const { hostOrigins } = told;
  if (!Array.isArray(hostOrigins)) throw new Error('The settings of this page lack hostOrigins.');
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return {
    clientId: word('clientId'),
    tenantId: word('tenantId'),
    apiScope: word('apiScope'),
    teamsAppId: told.teamsAppId === null ? null : word('teamsAppId'),
    hostOrigins: hostOrigins.map(String),
    styleNonce: nonce === undefined || nonce === '' ? null : nonce,
  };
}
