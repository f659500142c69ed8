import { createPublicKey } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import type { EntraApp, EntraDirectory } from './entraDirectory';
import { EntraError, missingParameter, unknownClient } from './entraError';

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface ClientProof {
  readonly directory: EntraDirectory;
  readonly tenantId: string;
  readonly now: Date;
}

/** The app that asks, by its secret or by an assertion signed with its certificate. */
export async function confidentialClient(form: URLSearchParams, proof: ClientProof) {
  const client = knownClient(form, proof);
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (secret !== null) {
    requireSecret(client, secret);
  } else if (assertion !== null && form.get('client_assertion_type') === jwtBearer) {
    await requireAssertion(client, assertion, proof);
  } else {
    throw invalidClient(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  return client;
}

/** As above, but a public client may come with nothing (PKCE or a refresh token speaks for it). */
export async function anyClient(form: URLSearchParams, proof: ClientProof) {
  const brought = form.has('client_secret') || form.has('client_assertion');
  return brought ? confidentialClient(form, proof) : knownClient(form, proof);
}

function knownClient(form: URLSearchParams, { directory, tenantId }: ClientProof): EntraApp {
  const clientId = form.get('client_id') ?? issuerOf(form.get('client_assertion'));
  if (clientId === undefined || clientId === '') throw missingParameter('client_id');
  const client = directory.app(clientId);
  if (client === undefined) throw unknownClient(clientId, tenantId);
  return client;
}

function requireSecret(client: EntraApp, secret: string): void {
  if (client.secret !== undefined && client.secret === secret) return;
  throw invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client.clientId}'.`,
  );
}

async function requireAssertion(client: EntraApp, assertion: string, proof: ClientProof) {
  const address = `https://login.microsoftonline.com/${proof.tenantId}`;
  for (const certificate of client.certificates ?? []) {
    try {
      await jwtVerify(assertion, createPublicKey(certificate), {
        algorithms: ['RS256', 'PS256'],
        issuer: client.clientId,
        subject: client.clientId,
        audience: [`${address}/oauth2/v2.0/token`, `${address}/v2.0`],
        requiredClaims: ['exp'],
        currentDate: proof.now,
        clockTolerance: '5 minutes',
      });
      return;
    } catch {
      // Another of the app's certificates may fit.
    }
  }
  throw invalidClient(
    700027,
    'The certificate with identifier used to sign the client assertion is not registered on application, or the assertion is not valid for this tenant.',
  );
}

function issuerOf(assertion: string | null): string | undefined {
  if (assertion === null) return undefined;
  try {
    return decodeJwt(assertion).iss;
  } catch {
    return undefined;
  }
}

const invalidClient = (code: number, description: string) =>
  new EntraError({ error: 'invalid_client', status: 401, code, description });
