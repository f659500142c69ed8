import { EntraError } from './entraError';
import { readScope } from './requestedScope';
import { permissionsOf, type TokenSource } from './tokenIssuer';

/** Delegated permissions of Graph that need no admin, as far as apps of this tenant ask for them. */
const needNoAdmin: readonly string[] = ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite'];

/**
 * The consent window of somebody who is there and agrees: what they may consent to for themselves is kept.
 * Where the tenant leaves it to admins, or a permission does, they are told so.
 */
export function askForConsent(
  { directory, switches }: Pick<TokenSource, 'directory' | 'switches'>,
  { clientId, userId, scope }: { clientId: string; userId: string; scope: string },
): void {
  const client = directory.app(clientId);
  const { resource, scopes } = readScope(scope, directory);
  if (client === undefined || typeof resource !== 'string') return;
  const had = [
    ...permissionsOf(client, resource).delegated,
    ...directory.consentedScopes(clientId, userId, resource),
  ];
  const missing = scopes.filter((each) => !had.includes(each));
  if (missing.length === 0 || directory.consent(clientId, userId, resource, missing)) return;
  const isTheirs = missing.every((each) => needNoAdmin.includes(each));
  if (switches.userConsent === 'adminsOnly' || !isTheirs) throw adminConsentRequired(clientId);
  directory.consentForOneself(clientId, userId, resource, missing);
}

const adminConsentRequired = (clientId: string) =>
  new EntraError({
    error: 'invalid_grant',
    code: 90094,
    description: `An administrator of the tenant has to consent to the permissions that the application with ID '${clientId}' asks for.`,
  });
