import type { AppConfig } from '../../config';
import { validCertificates } from '../../provision/entra/certificateChanges';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import type { Registration } from './readRegistration';

const repair = 'npm run provision -- --step entra (it shows what it would change first)';
const place = 'Entra admin center → App registrations → Last Mile';
const soonDays = 30;
const dayMs = 86_400_000;

const notReadable = (open: string) =>
  couldNotCheck(
    'the app may not read its own registration, and need not',
    open,
    'An administrator sees what differs: npm run provision -- --step entra --dry-run. To have it checked here, consent to Application.Read.All (Microsoft Graph, application) for the app.',
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

/** How long what the app proves itself with still lasts. */
function judgeCredential(
  credential: AppConfig['credential'],
  registration: Registration,
  now: Date,
): Finding {
  if (credential.kind === 'managedIdentity') return ok('a managed identity: it does not end');
  const open = 'when it ends, nothing is read or written any more and nobody gets in';
  if (credential.kind === 'secret') {
    return couldNotCheck(
      'a client secret: its end is not told here',
      open,
      `Look at it (${place} → Certificates & secrets), or use a certificate: ${repair}.`,
    );
  }
  if (registration === null) return notReadable(open);
  const thumbprint = credential.thumbprintSha256.toUpperCase();
  const own = validCertificates(registration.app, now).find(
    ({ thumbprintSha256 }) => thumbprintSha256 === thumbprint,
  );
  const renew = `Make a new one: npm run provision -- --step entra --certificate FILE, then give its key and thumbprint to the API and restart it.`;
  if (!own) {
    return problem(
      'the registration has no certificate of CLIENT_CERTIFICATE_THUMBPRINT that still holds',
      open,
      renew,
    );
  }
  const days = Math.floor((Date.parse(own.expires) - now.getTime()) / dayMs);
  const endsOn = own.expires.slice(0, 10);
  if (days >= soonDays) return ok(`the certificate holds until ${endsOn}`);
  return problem(`the certificate ends on ${endsOn}, in ${days} days`, open, renew);
}

export const registrationChecks: readonly Check<Ground>[] = [
  {
    id: 'entra.registration',
    title: 'App registration',
    look: async ({ registration }) => judgeRegistration(await registration.result()),
  },
  {
    id: 'entra.credential',
    title: 'Certificate of the app',
    async look({ config, registration, now }) {
      const { credential } = config;
      const read = credential.kind === 'certificate' ? await registration.needed() : null;
      return judgeCredential(credential, read, now());
    },
  },
];
