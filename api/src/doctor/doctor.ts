import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig, type ServerConfig } from '../config';
import type { Send } from '../graph/send';
import type { Reach } from './address/publicAddress';
import { CommandWrong } from '../provision/commandWrong';
import type { SignInWay } from '../provision/openTenant';
import type { Surroundings } from '../provision/surroundings';
import { signInAdministrator, type Administrator } from './admin/administrator';
import { administratorCheck } from './admin/asAdministrator';
import { catalogueCheck } from './admin/catalogue';
import { packageChecks, readManifest } from './appPackage';
import { checks } from './checks';
import { examine } from './examine';
import { ok, problem, type Result } from './finding';
import { createGround, patience } from './ground';
import { openReadOnly } from './readOnlyDatabase';
import { exitCode, toJson, toText } from './report';

const usage = `npm run doctor [-- --admin] [--package FILE] [--json]

Looks at a deployment from end to end, with the settings of the API (the same environment), and says
what to do about each problem. It reads; it changes nothing.

  --package  an app package (.zip), to be compared with the deployment
  --json     for machines
  --admin    signs an administrator in (in the browser) for what the app may not see: who may open the
             lists, which version is in the catalogue of Teams, when credentials end. With it:
    --device-code   signs in with a code on another device (many tenants block this)
    --admin-client  a public client of your own to sign in with, instead of Microsoft Graph Command
                    Line Tools, which SharePoint may refuse
    --app-only      nobody signs in: works as the app of ADMIN_CLIENT_ID and ADMIN_CLIENT_SECRET (or
                    ADMIN_CLIENT_CERTIFICATE_THUMBPRINT and ADMIN_CLIENT_CERTIFICATE_KEY, which
                    SharePoint needs)

Ends with 0 where everything is in order, 1 where there is a problem, 2 where no problem is known but
something could not be checked.`;

/** Where the doctor stands: everything it knows of the world outside. */
/** How an administrator is spoken to is that of provisioning; nothing of it is in the report. */
export interface World extends Pick<Surroundings, 'environment' | 'tell' | 'openBrowser'> {
  readonly send: Send;
  readonly reach: Reach;
  readonly now: () => Date;
}

/** What it says, and the exit code. */
export interface Diagnosis {
  readonly text: string;
  readonly exitCode: number;
}

/** The command, from its words to its answer. */
export async function runDoctor(args: string[], world: World): Promise<Diagnosis> {
  const options = readOptions(args);
  if (typeof options === 'string') return { text: `${options}\n\n${usage}`, exitCode: 2 };
  if (options.help) return { text: usage, exitCode: 0 };
  const zip = options.package === undefined ? null : await readPackage(options.package);
  if (typeof zip === 'string') return { text: zip, exitCode: 2 };

  if (
    !options.admin &&
    (options['device-code'] || options['app-only'] || options['admin-client'])
  ) {
    return { text: `How to sign in is said together with --admin.\n\n${usage}`, exitCode: 2 };
  }
  const results = await diagnose(world, zip, options.admin ? options : null);
  if (typeof results === 'string') return { text: results, exitCode: 2 };
  return {
    text: options.json ? toJson(results, world.now()) : toText(results),
    exitCode: exitCode(results),
  };
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        package: { type: 'string' },
        admin: { type: 'boolean', default: false },
        'device-code': { type: 'boolean', default: false },
        'app-only': { type: 'boolean', default: false },
        'admin-client': { type: 'string' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const readPackage = (path: string) =>
  readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => `${path} cannot be read.`,
  );

/** What was found; a sentence where the way to sign in cannot be gone. */
async function diagnose(
  world: World,
  zip: Uint8Array | null,
  way: SignInWay | null,
): Promise<Result[] | string> {
  const settings = { id: 'settings.read', title: 'Settings' };
  let config: ServerConfig;
  try {
    config = readConfig(world.environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // Nothing can be looked at without them.
    return [{ ...settings, finding: judgeSettings(error) }];
  }
  // Before the looks, for each of which there is little time.
  let signedIn: Promise<Administrator> | undefined;
  if (way) {
    const { tenantId, site } = config.app;
    signedIn = signInAdministrator({ way, tenantId, site, patience, surroundings: world });
    const failure = await signedIn.then(
      () => null,
      (error: unknown) => error,
    );
    if (failure instanceof CommandWrong) return failure.message;
  }
  const database = await openReadOnly(config.database);
  try {
    const { send, reach, now } = world;
    const administrator = signedIn && (() => signedIn);
    const ground = createGround({
      ...{ config: config.app, database, send, reach, now },
      ...(administrator && { administrator }),
    });
    const manifest = zip && readManifest(zip);
    const all = [
      ...(administrator ? [administratorCheck] : []),
      ...checks,
      catalogueCheck(manifest),
      ...(zip ? packageChecks(manifest) : []),
    ];
    return [{ ...settings, finding: ok('all can be read') }, ...(await examine(all, ground))];
  } finally {
    await database.end();
  }
}

function judgeSettings(error: ConfigError) {
  const [what = '', ...each] = error.message.split('\n').map((line) => line.trim());
  return problem(
    [what, each.join(', ')].join(' ').trim(),
    'the API does not start with them',
    'Set them in the environment as README.md and docs/operations.md say, and run npm run doctor again.',
  );
}
