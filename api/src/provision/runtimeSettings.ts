import type { HandOver } from './handOver';

/** A setting, its value where it is known, and else where it comes from. */
type Line = readonly [name: string, value: string | undefined, how: string];

/** The key file that was named on the command line: thumbprint and key have to be of one certificate. */
interface NamedKeyFile {
  readonly path: string;
  readonly thumbprintSha256: string;
}

/**
 * What `api/src/config.ts` reads, as far as the hand-over knows it, in the form of an `.env` file. The
 * secrets are named with where they come from: their values are in no file that this command writes.
 */
export function runtimeSettings(from: HandOver, keyFile: NamedKeyFile | undefined): string {
  const { tenantId, domain, entra, sharepoint } = from;
  const lines: Line[] = [
    ['TENANT_ID', tenantId, ''],
    ['CLIENT_ID', entra?.clientId, 'known after the step entra'],
    ['APP_ID_URI', entra?.appIdUri, 'known after the step entra'],
    ...proofOf(entra, keyFile),
    ['SITE', sharepoint?.siteId, 'known after the step sharepoint'],
    ['PUBLIC_ORIGIN', `https://${domain}`, ''],
    ['SECRET_FILE', undefined, 'a file with at least 32 random characters: openssl rand -hex 32'],
    ['DATABASE_URL_FILE', undefined, 'a file with postgres://…'],
  ];
  return lines
    .map(([name, value, how]) =>
      value === undefined ? `# ${name}=  (${how})` : `${name}=${value}`,
    )
    .join('\n');
}

/** How the app proves itself: by a managed identity alone where it has no certificate. */
function proofOf(entra: HandOver['entra'], keyFile: NamedKeyFile | undefined): Line[] {
  const newest = entra?.certificates.toSorted((a, b) => b.expires.localeCompare(a.expires))[0];
  if (entra && !newest) {
    const how = 'known once the step entra was run with --managed-identity';
    return [['MANAGED_IDENTITY_CLIENT_ID', entra.managedIdentityClientId, how]];
  }
  return [
    [
      'CLIENT_CERTIFICATE_THUMBPRINT',
      keyFile?.thumbprintSha256 ?? newest?.thumbprintSha256,
      'known after the step entra',
    ],
    ['CLIENT_CERTIFICATE_KEY_FILE', keyFile?.path, 'where the key file is mounted'],
  ];
}
