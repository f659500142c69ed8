import type { AppConfig } from '../../config';
import { GraphError } from '../../graph/graphError';
import { renewalDays, validCertificates } from '../../provision/entra/certificateChanges';
import { withAdministrator } from '../admin/asAdministrator';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { daysUntil, inDays } from './ending';
import type { Registration } from './readRegistration';

const repair = 'npm run provision -- --step entra (it shows what it would change first)';
export const place = 'Entra admin center → App registrations → Last Mile';
/** From when on the end of a credential is today's work. */
const urgentDays = 7;

/** `open` is what stays unknown where nobody may read the registration. */
export const notReadable = (open: string) =>
  couldNotCheck(
    'the app may not read its own registration, and need not',
    open,
    `Look as an administrator: ${withAdministrator}, or npm run provision -- --step entra --dry-run.`,
  );

/** Whether tokens come in the right form, for the right address and to the right hosts. */
function judgeRegistration(registration: Registration): Finding {
  if (registration === null) {
    return notReadable('whether Entra gives out the tokens the API takes is not known');
  }
  const { lacks } = registration;
  if (lacks.length === 0) return ok('address, scope, token version, hosts, roles and redirect');
  return problem(
    `it lacks: ${lacks.join('; ')}`,
    'Teams and Outlook get no token, or one that the API refuses: people do not get in',
    `Add it: ${repair}.`,
  );
}

/** An administrator reads every registration of the tenant: one that is not found is none of its own. */
const notHere = (clientId: string): Finding =>
  problem(
    `this tenant has no app registration ${clientId}`,
    'whoever keeps it elsewhere decides what the app may be and who proves to be it; without any nobody gets in',
    `Correct TENANT_ID or CLIENT_ID, or make one: ${repair}.`,
  );

const afterEnd = 'when it ends, nothing is read or written any more and nobody gets in';

/** How long what the app proves itself with still lasts. */
function judgeCredential(
  credential: AppConfig['credential'],
  registration: Registration,
  now: Date,
): Finding {
  if (credential.kind === 'managedIdentity') return ok('a managed identity: it does not end');
  const isSecret = credential.kind === 'secret';
  if (registration === null) {
    if (!isSecret) return notReadable(afterEnd);
    return couldNotCheck(
      'a client secret: its end is not told to the app',
      afterEnd,
      `Look as an administrator: ${withAdministrator}, or at ${place} → Certificates & secrets. Better still, use a certificate: ${repair}.`,
    );
  }
  const renew = isSecret
    ? `Use a certificate: ${repair}; or make a new secret (${place} → Certificates & secrets). Then give it to the API and restart it.`
    : 'Make a new one: npm run provision -- --step entra --certificate FILE, then give its key and thumbprint to the API and restart it.';
  const ends = isSecret
    ? endOfSecret(credential.secret, registration)
    : endOfCertificate(credential.thumbprintSha256, registration, now);
  const what = isSecret ? 'client secret' : 'certificate';
  if (ends === undefined) {
    return problem(
      isSecret
        ? 'the registration has no client secret that begins as CLIENT_SECRET does'
        : 'the registration has no certificate of CLIENT_CERTIFICATE_THUMBPRINT that still holds',
      afterEnd,
      renew,
    );
  }
  const days = daysUntil(ends, now);
  const endsOn = ends.slice(0, 10);
  if (days >= renewalDays) return ok(`the ${what} holds until ${endsOn}`);
  if (days < 0) return problem(`the ${what} ended on ${endsOn}`, afterEnd, `Today: ${renew}`);
  return problem(
    `the ${what} ends on ${endsOn}, in ${inDays(days)}`,
    afterEnd,
    days < urgentDays ? `Today: ${renew}` : renew,
  );
}

function endOfCertificate(
  thumbprintSha256: string,
  { app }: NonNullable<Registration>,
  now: Date,
): string | undefined {
  return validCertificates(app, now).find(
    (each) => each.thumbprintSha256 === thumbprintSha256.toUpperCase(),
  )?.expires;
}

/** The latest of those that begin so: Entra tells of a secret its first three characters alone. */
function endOfSecret(secret: string, { app }: NonNullable<Registration>): string | undefined {
  return app.passwordCredentials
    .filter(({ hint }) => hint && secret.startsWith(hint))
    .map(({ endDateTime }) => new Date(endDateTime).toISOString())
    .toSorted()
    .at(-1);
}

export const registrationChecks: readonly Check<Ground>[] = [
  {
    id: 'entra.registration',
    title: 'App registration',
    async look({ registration, config }) {
      try {
        return judgeRegistration(await registration.result());
      } catch (error) {
        if (error instanceof GraphError && error.status === 404) return notHere(config.clientId);
        throw error;
      }
    },
  },
  {
    id: 'entra.credential',
    title: 'Credential of the app',
    async look({ config, registration, now }) {
      const { credential } = config;
      const read = credential.kind === 'managedIdentity' ? null : await registration.needed();
      return judgeCredential(credential, read, now());
    },
  },
];
