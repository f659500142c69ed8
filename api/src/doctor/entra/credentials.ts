import type { AppConfig } from '../../config';
import {
  credentialFor,
  findManagedIdentity,
  isSameTrust,
  type FederatedCredential,
} from '../../provision/entra/federatedCredentials';
import { certificatesOf } from '../../provision/entra/certificateChanges';
import { ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { daysUntil, untilWhen } from './ending';
import { notReadable, place } from './registration';
import type { Registration } from './readRegistration';

/** What the app may prove itself with besides what this deployment uses, told with its end. */
function othersOf(
  { app, trusted }: NonNullable<Registration>,
  { credential, tenantId }: AppConfig,
  inUse: FederatedCredential | null,
  now: Date,
): string[] {
  const certificates = certificatesOf(app).filter(
    ({ thumbprintSha256 }) =>
      credential.kind !== 'certificate' ||
      thumbprintSha256 !== credential.thumbprintSha256.toUpperCase(),
  );
  const secrets = app.passwordCredentials.filter(
    ({ hint }) => credential.kind !== 'secret' || !hint || !credential.secret.startsWith(hint),
  );
  const ending = [
    ...certificates.map(({ expires }) => ({ what: 'a certificate', ends: expires })),
    ...secrets.map(({ endDateTime }) => ({ what: 'a client secret', ends: endDateTime })),
  ];
  const identities = trusted.filter((each) => inUse === null || !isSameTrust(each, inUse));
  return [
    ...ending
      .filter(({ ends }) => daysUntil(ends, now) >= 0)
      .map(({ what, ends }) => `${what} ${untilWhen(ends, now)}`),
    ...identities.map(({ subject, issuer }) =>
      issuer.includes(tenantId) ? `the identity ${subject}` : `${subject} of ${issuer}`,
    ),
  ];
}

/** Whether nothing but what is used here can prove itself as the app. */
function judgeOthers(others: readonly string[]): Finding {
  if (others.length === 0) return ok('none');
  return problem(
    others.join('; '),
    'whoever holds one of them reads and writes as Last Mile',
    `Where another instance uses it, let it be. Otherwise remove it: ${place} → Certificates & secrets.`,
  );
}

/** Whether Entra takes the managed identity's token for the app's own. */
function judgeTrust(trusted: readonly FederatedCredential[], wanted: FederatedCredential): Finding {
  if (trusted.some((each) => isSameTrust(each, wanted))) {
    return ok('its token is taken as the app’s own');
  }
  const near = trusted.find(({ subject }) => subject === wanted.subject);
  return problem(
    near
      ? `the federated credential ${near.name} has another issuer or audience (${near.issuer}, ${near.audiences.join(', ')})`
      : 'the registration has no federated credential for it',
    'the API gets no token: nothing is read or written, and nobody gets in',
    `Add it: npm run provision -- --step entra --managed-identity ${wanted.subject}`,
  );
}

async function inUseOf({ config, registry }: Ground): Promise<FederatedCredential | null> {
  const { credential, tenantId } = config;
  if (credential.kind !== 'managedIdentity') return null;
  const identity = await findManagedIdentity(await registry(), credential.identityClientId);
  return identity && credentialFor(tenantId, identity);
}

export const credentialChecks: readonly Check<Ground>[] = [
  {
    id: 'entra.managedIdentity',
    title: 'Trust in the managed identity',
    async look(ground) {
      const { credential } = ground.config;
      if (credential.kind !== 'managedIdentity') return ok('not used');
      const registration = await ground.registration.needed();
      if (registration === null) return notReadable('whether it is trusted is not known');
      const wanted = await inUseOf(ground);
      if (wanted) return judgeTrust(registration.trusted, wanted);
      return problem(
        `the tenant has no managed identity ${credential.identityClientId}`,
        'the API gets no token: nothing is read or written, and nobody gets in',
        'Put the client id of the identity into MANAGED_IDENTITY_CLIENT_ID (Azure portal → Managed Identities → the identity).',
      );
    },
  },
  {
    id: 'entra.otherCredentials',
    title: 'Other credentials of the app',
    async look(ground) {
      const registration = await ground.registration.needed();
      if (registration === null) {
        return notReadable('whether somebody else can prove to be the app is not known');
      }
      const inUse = await inUseOf(ground);
      return judgeOthers(othersOf(registration, ground.config, inUse, ground.now()));
    },
  },
];
