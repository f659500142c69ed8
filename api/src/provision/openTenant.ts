import * as z from 'zod/mini';
import { createGraphClient, type GraphClient } from '../graph/graphClient';
import type { AppCredential } from '../graph/tokens';
import {
  commandLineTools,
  signInAdmin,
  signInApp,
  type Identity,
  type SignInSurroundings,
} from './adminIdentity';
import type { SignInChoices } from './commandLine';
import { CommandWrong } from './commandWrong';
import type { HandOver } from './handOver';
import { readHandOver } from './handOverFile';
import { patientGraph } from './patientGraph';
import { createSharePointClient, type SharePointClient } from './sharepoint/sharePointClient';
import type { AskedScope } from './step';
import type { Surroundings } from './surroundings';
import { findTenantId } from './tenantId';

/** A tenant an admin, or an app, has signed in to. */
export interface OpenTenant {
  readonly identity: Identity;
  readonly graph: GraphClient;
  readonly sharePoint: (siteUrl: string) => SharePointClient;
  /** As the file holds it, or a new one. */
  readonly handOver: HandOver;
}

const version = 'provision';

/** Every wait is the caller's own: between attempts, and after a refusal for being too many. */
const patience = { attemptMs: 60_000, totalMs: 120_000, retries: 0, longestWaitSeconds: 0 };

/** Finds the tenant that is meant, says what is asked for there and why, and signs in. */
export async function openTenant(
  choices: SignInChoices,
  scopes: readonly AskedScope[],
  surroundings: Surroundings,
): Promise<OpenTenant> {
  const handOver = await meantHandOver(choices, surroundings);
  const identity = await signIn(choices, { tenantId: handOver.tenantId, scopes, surroundings });
  const { send, wait } = surroundings;
  const graph = createGraphClient({
    ...{ send, version, patience },
    getToken: (options) => identity.getToken('https://graph.microsoft.com', options),
  });
  return {
    identity,
    handOver,
    graph: patientGraph(graph, wait),
    sharePoint: (siteUrl) =>
      createSharePointClient({
        ...{ siteUrl, send, version },
        getToken: (options) =>
          identity.getToken(new URL(siteUrl).origin as `https://${string}.sharepoint.com`, options),
      }),
  };
}

/** The deployment that is meant, by what was typed and the hand-over of the step before. */
export async function meantHandOver(
  choices: SignInChoices,
  { send, environment }: Surroundings,
): Promise<HandOver> {
  const known = readHandOver(choices.handover);
  const tenant =
    choices.tenant ??
    known?.tenantId ??
    (choices['app-only'] ? environment['TENANT_ID'] : undefined);
  const domain = choices.domain ?? known?.domain;
  if (tenant === undefined || domain === undefined) {
    const missing = [
      ...(tenant === undefined ? ['--tenant'] : []),
      ...(domain === undefined ? ['--domain'] : []),
    ];
    throw new CommandWrong(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing, and there is no hand-over ` +
        `in ${choices.handover}. --help says what can be given.`,
    );
  }
  const tenantId = await findTenantId(send, tenant);
  if (known && (known.tenantId.toLowerCase() !== tenantId || known.domain !== domain)) {
    throw new CommandWrong(
      `${choices.handover} is of another deployment (${known.domain} in tenant ${known.tenantId}). ` +
        'Name another file with --handover.',
    );
  }
  return known ?? { format: 1, tenantId, domain };
}

/** How somebody chose to sign in. */
export type SignInWay = Pick<SignInChoices, 'app-only' | 'admin-client' | 'device-code'>;

/** Says who signs in for what, and lets them; `environmentPrefix` is before the names of the app's settings. */
export async function signIn(
  choices: SignInWay,
  options: {
    tenantId: string;
    scopes: readonly AskedScope[];
    surroundings: SignInSurroundings & Pick<Surroundings, 'environment'>;
    environmentPrefix?: string;
  },
): Promise<Identity> {
  const { tenantId, scopes, surroundings, environmentPrefix = '' } = options;
  const { tell, environment } = surroundings;
  if (choices['app-only']) {
    const { clientId, credential } = appOf(environment, environmentPrefix);
    tell(`Working in tenant ${tenantId} as the app ${clientId}, which needs:`);
    tellScopes(scopes, tell);
    return signInApp({ tenantId, clientId, credential, surroundings });
  }
  const clientId = choices['admin-client'] ?? commandLineTools;
  const client =
    clientId === commandLineTools ? `Microsoft Graph Command Line Tools (${clientId})` : clientId;
  tell(`Signing in to tenant ${tenantId} with ${client}, asking for:`);
  tellScopes(scopes, tell);
  const deviceCode = choices['device-code'];
  const identity = await signInAdmin({ tenantId, clientId, scopes, deviceCode, surroundings });
  tell(`Signed in as ${identity.name}.`);
  return identity;
}

function tellScopes(scopes: readonly AskedScope[], tell: (line: string) => void): void {
  for (const { scope, why, resource } of scopes) {
    tell(`  ${scope}${resource === 'sharePoint' ? ' (SharePoint)' : ''}: ${why}`);
  }
}

const text = z.string().check(z.minLength(1));
const appSettings = z.object({
  CLIENT_ID: text,
  CLIENT_SECRET: z.optional(text),
  CLIENT_CERTIFICATE_THUMBPRINT: z.optional(text),
  CLIENT_CERTIFICATE_KEY: z.optional(text),
});

function appOf(
  environment: Surroundings['environment'],
  prefix: string,
): {
  clientId: string;
  credential: AppCredential;
} {
  const names = Object.keys(appSettings.shape);
  const read = appSettings.safeParse(
    Object.fromEntries(names.map((name) => [name, environment[prefix + name]])),
  );
  if (!read.success) {
    throw new CommandWrong(`--app-only: ${prefix}CLIENT_ID is missing in the environment.`);
  }
  const {
    CLIENT_ID: clientId,
    CLIENT_SECRET: secret,
    CLIENT_CERTIFICATE_THUMBPRINT: thumbprintSha256,
    CLIENT_CERTIFICATE_KEY: privateKey,
  } = read.data;
  if (thumbprintSha256 !== undefined && privateKey !== undefined) {
    return { clientId, credential: { kind: 'certificate', thumbprintSha256, privateKey } };
  }
  if (secret !== undefined) return { clientId, credential: { kind: 'secret', secret } };
  throw new CommandWrong(
    `--app-only: the environment lacks ${prefix}CLIENT_SECRET, or ${prefix}CLIENT_CERTIFICATE_THUMBPRINT and ${prefix}CLIENT_CERTIFICATE_KEY.`,
  );
}
