import { X509Certificate } from 'node:crypto';
import * as z from 'zod/mini';
import type { ApplicationBody } from '../storage/registrationRecords';
import { directoryBadRequest } from './graphFailure';

const time = z.iso.datetime({ offset: true });
const redirects = z.strictObject({ redirectUris: z.array(z.string()) });
const keyCredential = z.strictObject({
  keyId: z.guid(),
  displayName: z._default(z.nullable(z.string()), null),
  type: z.literal('AsymmetricX509Cert'),
  usage: z.literal('Verify'),
  key: z.nullable(z.string()),
  customKeyIdentifier: z._default(z.nullable(z.string()), null),
  startDateTime: time,
  endDateTime: time,
});
const permissionScope = z.strictObject({
  id: z.guid(),
  value: z.string(),
  type: z.enum(['Admin', 'User']),
  isEnabled: z.boolean(),
  adminConsentDisplayName: z.string(),
  adminConsentDescription: z.string(),
  userConsentDisplayName: z.nullish(z.string()),
  userConsentDescription: z.nullish(z.string()),
});
const appRole = z.strictObject({
  id: z.guid(),
  value: z.string(),
  displayName: z.string(),
  description: z.string(),
  isEnabled: z.boolean(),
  allowedMemberTypes: z.array(z.enum(['User', 'Application'])),
});
const api = z.partial(
  z.strictObject({
    requestedAccessTokenVersion: z.nullable(z.union([z.literal(1), z.literal(2)])),
    oauth2PermissionScopes: z.array(permissionScope),
    preAuthorizedApplications: z.array(
      z.strictObject({ appId: z.guid(), delegatedPermissionIds: z.array(z.guid()) }),
    ),
  }),
);
const written = z.partial(
  z.strictObject({
    displayName: z.string().check(z.minLength(1), z.maxLength(256)),
    description: z.nullable(z.string()),
    notes: z.nullable(z.string()),
    signInAudience: z.literal('AzureADMyOrg'),
    identifierUris: z.array(z.string()),
    tags: z.array(z.string()),
    spa: redirects,
    web: redirects,
    publicClient: redirects,
    api,
    appRoles: z.array(appRole),
    requiredResourceAccess: z.array(
      z.strictObject({
        resourceAppId: z.guid(),
        resourceAccess: z.array(z.strictObject({ id: z.guid(), type: z.enum(['Scope', 'Role']) })),
      }),
    ),
    keyCredentials: z.array(keyCredential),
  }),
);

export const emptyApplication: ApplicationBody = {
  displayName: '',
  description: null,
  notes: null,
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  tags: [],
  spa: { redirectUris: [] },
  web: { redirectUris: [] },
  publicClient: { redirectUris: [] },
  api: {
    requestedAccessTokenVersion: null,
    oauth2PermissionScopes: [],
    preAuthorizedApplications: [],
  },
  appRoles: [],
  requiredResourceAccess: [],
  keyCredentials: [],
};

/** An application after a write, or the directory's refusal of what was written. */
export function changeApplication(before: ApplicationBody, body: unknown): ApplicationBody {
  const read = written.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    const property = String(issue?.path[0] ?? '');
    throw directoryBadRequest(
      `Invalid value specified for property '${property}' of resource 'Application'.`,
    );
  }
  const { api: writtenApi = {}, keyCredentials, ...rest } = read.data;
  const after = {
    ...before,
    ...rest,
    api: { ...before.api, ...writtenApi },
    ...(keyCredentials ? { keyCredentials: keyCredentials.map(withItsKey) } : {}),
  } as ApplicationBody;
  refuseUnknownScopes(after);
  refuseLostEntitlements(before, after);
  return after;
}

/** The collection is replaced as a whole: whoever keeps a certificate sends it again with its key. */
function withItsKey(written: z.infer<typeof keyCredential>) {
  const { key } = written;
  if (key === null) {
    throw directoryBadRequest(
      `Update to existing credential with KeyId '${written.keyId}' is not allowed.`,
      'KeyCredentialsInvalidUpdate',
    );
  }
  if (Date.parse(written.endDateTime) > notAfter(key)) {
    throw directoryBadRequest(
      'Key credential end date is invalid.',
      'KeyCredentialsInvalidEndDate',
    );
  }
  return { ...written, key };
}

function notAfter(key: string): number {
  try {
    return Date.parse(new X509Certificate(Buffer.from(key, 'base64')).validTo);
  } catch {
    throw directoryBadRequest(
      'New password credentials must be a certificate.',
      'KeyCredentialsInvalidKey',
    );
  }
}

function refuseUnknownScopes({ api }: ApplicationBody): void {
  const ids = new Set(api.oauth2PermissionScopes.map(({ id }) => id));
  const unknown = api.preAuthorizedApplications
    .flatMap((each) => each.delegatedPermissionIds)
    .find((id) => !ids.has(id));
  if (unknown === undefined) return;
  throw directoryBadRequest(
    `Property 'preAuthorizedApplications' references the permission '${unknown}', which the application does not expose.`,
    'InvalidPermissionId',
  );
}

/** A scope or role that is enabled has to be disabled before it can go. */
function refuseLostEntitlements(before: ApplicationBody, after: ApplicationBody): void {
  const kept = new Set(
    [...after.appRoles, ...after.api.oauth2PermissionScopes].map(({ id }) => id),
  );
  const lost = [...before.appRoles, ...before.api.oauth2PermissionScopes].some(
    ({ id, isEnabled }) => isEnabled && !kept.has(id),
  );
  if (!lost) return;
  throw directoryBadRequest(
    'Permission (scope or role) cannot be deleted or updated unless disabled first.',
    'CannotDeleteOrUpdateEnabledEntitlement',
  );
}
