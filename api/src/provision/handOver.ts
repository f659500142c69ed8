import * as z from 'zod/mini';

const guid = z.guid({ error: 'must be a GUID' });
const filled = z.string().check(z.minLength(1, 'must not be empty'));

const entra = z.strictObject({
  /** The Application (client) ID. */
  clientId: guid,
  /** `api://<domain>/<client id>`. */
  appIdUri: z.string().check(z.regex(/^api:\/\/.+/, 'must start with api://')),
  displayName: filled,
  /** The certificates the app may prove itself with; their keys are never in this file. */
  certificates: z.array(
    z.strictObject({
      thumbprintSha256: z
        .string()
        .check(z.regex(/^[0-9A-F]{64}$/, 'must be 64 upper-case hex digits')),
      expires: z.iso.datetime({ error: 'must be a time such as 2027-01-31T00:00:00Z' }),
    }),
  ),
  /** The managed identity that may prove itself as the app, where one may. */
  managedIdentityClientId: z.optional(guid),
});

const sharepoint = z.strictObject({
  siteId: filled,
  siteUrl: z.string().check(z.regex(/^https:\/\/.+/, 'must start with https://')),
});

/**
 * What one admin hands to the next: who made what, by ids alone. It holds no secret, so it may travel
 * by mail; each step adds its own part and leaves the others'.
 */
export const handOver = z.strictObject({
  format: z.literal(1, { error: 'must be 1: it was written by another version of Last Mile' }),
  tenantId: guid,
  /** The host name people reach Last Mile under, for example `lastmile.contoso.com`. */
  domain: z
    .string()
    .check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a host name in lower case')),
  entra: z.optional(entra),
  sharepoint: z.optional(sharepoint),
});

export type HandOver = z.infer<typeof handOver>;
