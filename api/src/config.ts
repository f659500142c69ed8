import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { Keys } from './auth/keyedDigest';
import {
  defaultRetentionDays,
  leastRetentionDays,
  readRetentionDays,
  type RetentionDays,
} from './features/privacy/retentionDays';
import type { AppCredential } from './graph/tokens';
import type { LogLevel } from './http/log';
import type { RateLimit } from './http/rateLimit';

/** Where the built apps and the icons lie. */
export interface BuiltFolders {
  readonly tab: string;
  readonly pane: string;
  readonly icons: string;
}

/** What one deployment is; the same on a laptop and in production. */
export interface AppConfig {
  readonly tenantId: string;
  readonly clientId: string;
  /** Application ID URI of the API: `api://<host>/<client id>`. */
  readonly appIdUri: string;
  readonly credential: AppCredential;
  /** The SharePoint site's id or its https address. */
  readonly site: string;
  /** Where people reach the API, for example `https://lastmile.example.com`. */
  readonly publicOrigin: string;
  /** Origins of a local host page that may frame the apps; none in production. */
  readonly hostOrigins: readonly string[];
  /** The app's id in Teams, for links to the tab; null until it is known, and then nobody is notified. */
  readonly teamsAppId: string | null;
  /** From which every key of ours is derived; kept outside the database. */
  readonly secret: string;
  /** Those that came before it, the earliest first (docs/decisions/0042); none where it was never rolled. */
  readonly previousSecrets: readonly string[];
  readonly rateLimit: RateLimit;
  /** How many days records about people are kept. */
  readonly retention: RetentionDays;
  readonly folders: BuiltFolders;
}

/** What the process needs besides. */
export interface ServerConfig {
  readonly app: AppConfig;
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Where telemetry goes by OTLP over HTTP, a collector's address; null where nobody listens. */
  readonly telemetryEndpoint: string | null;
  /** How long a stop may take; less than whoever stops it waits before it kills. */
  readonly stopWithinSeconds: number;
  /** A PostgreSQL of one's own, with its managed identity where that stands for a password; or a folder. */
  readonly database:
    | { readonly url: string; readonly managedIdentityClientId?: string }
    | { readonly folder: string };
}

/** Settings are missing or wrong; the message names each and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Generous for a person, small for a script: a busy opening of the tab takes about ten. */
export const defaultRateLimit: RateLimit = { burst: 120, perSecond: 10 };

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The built apps beside the sources; a bundled API says where they are by `APPS_FOLDER`. */
export function builtFolders(root = repository): BuiltFolders {
  return {
    tab: `${root}/teams-app/dist`,
    pane: `${root}/outlook-addin/dist`,
    icons: `${root}/manifests/icons`,
  };
}

const origin = z.string().check(
  z.refine((value) => URL.canParse(value) && new URL(value).origin === value, {
    error: 'must be an origin such as https://lastmile.example.com',
  }),
);
const secret = z.string().check(z.minLength(32, 'must be at least 32 characters, kept secret'));
const wholeNumber = (least: number, most: number) =>
  z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most));

const environment = z.object({
  TENANT_ID: z.guid({ error: 'must be the tenant id, a GUID' }),
  CLIENT_ID: z.guid({ error: 'must be the application (client) id, a GUID' }),
  APP_ID_URI: z.string().check(z.regex(/^api:\/\/.+/, 'must start with api://')),
  CLIENT_SECRET: z.optional(z.string()),
  CLIENT_CERTIFICATE_THUMBPRINT: z.optional(
    z.string().check(z.regex(/^[0-9a-f]{64}$/i, 'must be the SHA-256 thumbprint in hex')),
  ),
  CLIENT_CERTIFICATE_KEY: z.optional(z.string()),
  MANAGED_IDENTITY_CLIENT_ID: z.optional(
    z.guid({ error: 'must be the client id of a user-assigned managed identity, a GUID' }),
  ),
  SITE: z.string().check(z.minLength(1, 'must be the SharePoint site id or address')),
  PUBLIC_ORIGIN: origin,
  TEAMS_APP_ID: z.optional(z.guid({ error: 'must be the id of the app in Teams, a GUID' })),
  HOST_ORIGINS: z._default(z.string(), ''),
  SECRET: secret,
  SECRET_PREVIOUS: z._default(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((text) => text.split(/\s+/).filter((each) => each !== '')),
      ),
      z.array(secret),
    ),
    [],
  ),
  RATE_BURST: z._default(wholeNumber(1, 1_000_000), defaultRateLimit.burst),
  RATE_PER_SECOND: z._default(wholeNumber(1, 1_000_000), defaultRateLimit.perSecond),
  RETENTION_DAYS: z._default(
    z.string().check(
      z.refine((value) => readRetentionDays(value) !== null, {
        error: `must be such as coaching=365,audit=1095, each ${String(leastRetentionDays)} days or more, of ${Object.keys(defaultRetentionDays).join(', ')}`,
      }),
    ),
    '',
  ),
  PORT: z._default(wholeNumber(0, 65_535), 3001),
  STOP_WITHIN_SECONDS: z._default(wholeNumber(1, 600), 25),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.optional(
    z.url({ protocol: /^https?$/, error: 'must be the address of a collector, http(s)://…' }),
  ),
  DATABASE_URL: z.optional(
    z.string().check(z.regex(/^postgres(?:ql)?:\/\//, 'must be postgres://…')),
  ),
  DATA_FOLDER: z._default(z.string(), '.data'),
  APPS_FOLDER: z.optional(z.string()),
});

/** Settings that may be a mounted file instead: its path stands in the same name with `_FILE`. */
const secretSettings = [
  'CLIENT_SECRET',
  'CLIENT_CERTIFICATE_KEY',
  'SECRET',
  'SECRET_PREVIOUS',
  'DATABASE_URL',
] as const satisfies readonly (keyof z.input<typeof environment>)[];

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the settings once, at the start; throws {@link ConfigError} with everything that is wrong. */
export function readConfig(given: Variables): ServerConfig {
  const { variables, wrong } = withFiles(given);
  const parsed = environment.safeParse(variables);
  const lines = [...wrong.values()];
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (wrong.has(name)) continue;
    lines.push(`  ${name} ${variables[name] === undefined ? 'is missing' : issue.message}`);
  }
  if (!parsed.success || lines.length > 0) {
    throw new ConfigError(`These settings are missing or wrong:\n${lines.join('\n')}`);
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    telemetryEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    stopWithinSeconds: data.STOP_WITHIN_SECONDS,
    database: databaseOf(data),
    app: {
      tenantId: data.TENANT_ID,
      clientId: data.CLIENT_ID,
      appIdUri: data.APP_ID_URI,
      credential: credentialOf(data),
      site: data.SITE,
      publicOrigin: data.PUBLIC_ORIGIN,
      teamsAppId: data.TEAMS_APP_ID ?? null,
      hostOrigins: data.HOST_ORIGINS.split(/[\s,]+/).filter((host) => host !== ''),
      secret: data.SECRET,
      previousSecrets: data.SECRET_PREVIOUS,
      rateLimit: { burst: data.RATE_BURST, perSecond: data.RATE_PER_SECOND },
      retention: readRetentionDays(data.RETENTION_DAYS) ?? defaultRetentionDays,
      folders: builtFolders(data.APPS_FOLDER),
    },
  };
}

/** Puts what files hold in the place of their names; an empty variable counts as none. */
function withFiles(given: Variables): { variables: Variables; wrong: Map<string, string> } {
  const variables = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const wrong = new Map<string, string>();
  for (const name of secretSettings) {
    const file = variables[`${name}_FILE`];
    if (file === undefined) continue;
    if (variables[name] !== undefined) {
      wrong.set(name, `  ${name} and ${name}_FILE are both set: give one of them`);
      continue;
    }
    try {
      variables[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      wrong.set(name, `  ${name}_FILE cannot be read (${code ?? 'unknown reason'})`);
    }
  }
  return { variables, wrong };
}

function databaseOf(data: z.infer<typeof environment>): ServerConfig['database'] {
  const { DATABASE_URL: url, MANAGED_IDENTITY_CLIENT_ID: managedIdentityClientId } = data;
  if (url === undefined) return { folder: data.DATA_FOLDER };
  const needsPassword = new URL(url).password === '';
  return needsPassword && managedIdentityClientId !== undefined
    ? { url, managedIdentityClientId }
    : { url };
}

function credentialOf(data: z.infer<typeof environment>): AppCredential {
  const { CLIENT_CERTIFICATE_THUMBPRINT: thumbprint, CLIENT_CERTIFICATE_KEY: key } = data;
  if (thumbprint !== undefined && key !== undefined) {
    return { kind: 'certificate', thumbprintSha256: thumbprint, privateKey: key };
  }
  if (data.CLIENT_SECRET !== undefined) return { kind: 'secret', secret: data.CLIENT_SECRET };
  if (data.MANAGED_IDENTITY_CLIENT_ID !== undefined) {
    return { kind: 'managedIdentity', identityClientId: data.MANAGED_IDENTITY_CLIENT_ID };
  }
  throw new ConfigError(
    'These settings are missing or wrong:\n  CLIENT_CERTIFICATE_THUMBPRINT and ' +
      'CLIENT_CERTIFICATE_KEY are missing (or MANAGED_IDENTITY_CLIENT_ID; or CLIENT_SECRET, where it ' +
      'must be a secret)',
  );
}

/** What keys are for. */
export type KeyPurpose =
  | 'library seals'
  | 'library favourites'
  | 'feedback reporters'
  | 'notification chains'
  | 'usage subjects'
  | 'workflow timings'
  | 'seen roles'
  | 'checkpoints'
  | 'saved time'
  | 'coaching';

type Secrets = Pick<AppConfig, 'secret' | 'previousSecrets'>;

/** The keys for one purpose, from the earliest secret to the one that holds now. */
export function keysFor({ secret, previousSecrets }: Secrets, purpose: KeyPurpose): Keys {
  const [first, ...later] = [...previousSecrets, secret];
  return [keyFor(first, purpose), ...later.map((each) => keyFor(each, purpose))];
}

/**
 * The key for what stands in SharePoint, or was told to Teams, and whose history nobody rewrites: it
 * stays as it was when the secret is rolled (docs/decisions/0042).
 */
export function lastingKeyFor(secrets: Secrets, purpose: KeyPurpose): string {
  return keysFor(secrets, purpose)[0];
}

/** The key for what is sealed anew when the secret is rolled. */
export function newestKeyFor({ secret }: Secrets, purpose: KeyPurpose): string {
  return keyFor(secret, purpose);
}

/** A key for one purpose: who learns one of them learns nothing about the others. */
export function keyFor(secret: string, purpose: KeyPurpose): string {
  return Buffer.from(hkdfSync('sha256', secret, 'last-mile', purpose, 32)).toString('hex');
}
