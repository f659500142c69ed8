import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { createGraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { createGraphTokens, type AppCredential } from '../graph/tokens';
import { listDefinitions } from '../lists';
import { provision, ProvisionConflict } from './sharepoint/provision';

const usage = `npm run provision [-- --dry-run]

Creates Last Mile's lists on a SharePoint site, or adds what they lack. Settings:
  TENANT_ID      the tenant's id
  CLIENT_ID      an app with Sites.FullControl.All (admin consent), used for this alone
  CLIENT_SECRET  its secret, or CLIENT_CERTIFICATE_THUMBPRINT (SHA-256) and CLIENT_CERTIFICATE_KEY (PEM)
  SITE           the site's https address or its id
  APP_CLIENT_ID  optional: Last Mile's own app, which is then let write to this site`;

const text = z.string().check(z.minLength(1));
const settings = z.object({
  TENANT_ID: text,
  CLIENT_ID: text,
  CLIENT_SECRET: z.optional(text),
  CLIENT_CERTIFICATE_THUMBPRINT: z.optional(text),
  CLIENT_CERTIFICATE_KEY: z.optional(text),
  SITE: text,
  APP_CLIENT_ID: z.optional(text),
});

type Settings = z.infer<typeof settings>;

/** A setting is missing or wrong: the message says which. */
class SettingsWrong extends Error {}

function readSettings(): Settings {
  const read = settings.safeParse(process.env);
  if (read.success) return read.data;
  const names = read.error.issues.map((issue) => issue.path.join('.'));
  throw new SettingsWrong(`Missing or empty: ${names.join(', ')}`);
}

function readCredential(read: Settings): AppCredential {
  if (read.CLIENT_CERTIFICATE_THUMBPRINT && read.CLIENT_CERTIFICATE_KEY) {
    return {
      kind: 'certificate',
      thumbprintSha256: read.CLIENT_CERTIFICATE_THUMBPRINT,
      privateKey: read.CLIENT_CERTIFICATE_KEY,
    };
  }
  if (read.CLIENT_SECRET) return { kind: 'secret', secret: read.CLIENT_SECRET };
  throw new SettingsWrong(
    'Missing: CLIENT_SECRET, or CLIENT_CERTIFICATE_THUMBPRINT and CLIENT_CERTIFICATE_KEY',
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const read = readSettings();
  const send = (request: Request) => fetch(request);
  const tokens = createGraphTokens({
    tenantId: read.TENANT_ID,
    clientId: read.CLIENT_ID,
    credential: readCredential(read),
    send,
  });
  const dryRun = values['dry-run'] ?? false;
  const steps = await provision({
    graph: createGraphClient({ send, getToken: tokens.forApp, version: 'provision' }),
    site: read.SITE,
    definitions: listDefinitions,
    dryRun,
    tell: (line) => {
      console.log(`- ${line}`);
    },
    ...(read.APP_CLIENT_ID
      ? { grantTo: { clientId: read.APP_CLIENT_ID, displayName: 'Last Mile' } }
      : {}),
  });
  console.log(dryRun ? `${steps} to do; nothing was changed` : `${steps} done`);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  if (error instanceof SettingsWrong) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof ProvisionConflict) console.error(error.message);
  else if (error instanceof GraphError) {
    console.error(`Graph: ${error.message} (${error.status} ${error.code})`);
  } else console.error(error instanceof Error ? error.message : error);
});
