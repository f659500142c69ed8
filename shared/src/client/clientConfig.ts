import * as z from 'zod/mini';

const clientConfig = z.object({
  /** Application (client) id in Entra. */
  clientId: z.string(),
  tenantId: z.string(),
  /** The scope the apps ask for: `api://…/access_as_user`. */
  apiScope: z.string(),
  /** By which Teams knows the app; null where nobody said. */
  teamsAppId: z.nullable(z.string()),
  /** Origins of hosts to trust beside Microsoft's own: for development only. */
  hostOrigins: z.array(z.string()),
});

export type ClientConfig = z.infer<typeof clientConfig> & { readonly styleNonce: string | null };

/** Settings the API wrote into the page; throws when the page was not served by the API. */
export function readClientConfig(page: Document): ClientConfig {
  const text = page.getElementById('last-mile-config')?.textContent;
  if (!text) throw new Error('This page has no settings: open it through the Last Mile server.');
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return {
    ...clientConfig.parse(JSON.parse(text)),
    styleNonce: nonce === undefined || nonce === '' ? null : nonce,
  };
}
