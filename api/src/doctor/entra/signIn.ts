import { nameOfFailure } from '../failure';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

const why = 'nothing is read from or written to Microsoft 365, and nobody’s sign-in is completed';
const credentials = 'Entra admin center → App registrations → Last Mile → Certificates & secrets';

/** What is wrong by Entra's own number. */
const known: Readonly<Record<string, Pick<Finding & { toDo: string }, 'found' | 'toDo'>>> = {
  AADSTS90002: {
    found: 'Entra knows no such tenant',
    toDo: 'Correct TENANT_ID (Entra admin center → Overview → Tenant ID).',
  },
  AADSTS700016: {
    found: 'Entra knows no such app in this tenant',
    toDo: 'Correct CLIENT_ID (Entra admin center → App registrations), or run npm run provision -- --step entra.',
  },
  AADSTS7000112: {
    found: 'the app is disabled in this tenant',
    toDo: 'Enable it: Entra admin center → Enterprise applications → Last Mile → Properties.',
  },
  AADSTS7000215: {
    found: 'the client secret is wrong',
    toDo: `Put a valid one into CLIENT_SECRET (${credentials}), or use a certificate.`,
  },
  AADSTS7000222: {
    found: 'the client secret has ended',
    toDo: `Make a new one and put it into CLIENT_SECRET (${credentials}), or use a certificate.`,
  },
  AADSTS700027: {
    found: 'the app’s registration does not know the certificate, or it has ended',
    toDo: `Upload the certificate of CLIENT_CERTIFICATE_KEY (${credentials}) and set CLIENT_CERTIFICATE_THUMBPRINT to its SHA-256 thumbprint.`,
  },
};

/** Why Entra gave the app no token, by the code of its refusal. */
export function judgeSignIn(failure: string): Finding {
  const reason = known[failure];
  if (reason !== undefined) return problem(`${reason.found} (${failure})`, why, reason.toDo);
  if (failure.startsWith('AADSTS') || failure === 'invalid_client') {
    return problem(
      `Entra gives the app no token (${failure})`,
      why,
      `Read what ${failure} means at https://login.microsoftonline.com/error, then compare TENANT_ID, CLIENT_ID and the credential with ${credentials}.`,
    );
  }
  return couldNotCheck(
    `Entra did not answer (${failure})`,
    'whether the app can sign in is not known',
    'Let https to login.microsoftonline.com out of the network the API runs in.',
  );
}

export const signInCheck: Check<Ground> = {
  id: 'entra.signIn',
  title: 'Sign-in of the app',
  look: ({ roles }) =>
    roles.result().then(
      () => ok('Entra gives the app a token'),
      (error: unknown) => judgeSignIn(nameOfFailure(error)),
    ),
};
