import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig, type ServerConfig } from '../config';
import type { Send } from '../graph/send';
import type { Reach } from './address/publicAddress';
import { packageChecks } from './appPackage';
import { checks } from './checks';
import { examine } from './examine';
import { ok, problem, type Result } from './finding';
import { createGround } from './ground';
import { openReadOnly } from './readOnlyDatabase';
import { exitCode, toJson, toText } from './report';

const usage = `npm run doctor [-- --package FILE] [--json]

Looks at a deployment from end to end, with the settings of the API (the same environment), and says
what to do about each problem. It reads; it changes nothing.

  --package  an app package (.zip), to be compared with the deployment
  --json     for machines

Ends with 0 where everything is in order, 1 where there is a problem, 2 where no problem is known but
something could not be checked.`;

/** Where the doctor stands: everything it knows of the world outside. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
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

  const results = await diagnose(world, zip);
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

async function diagnose(world: World, zip: Uint8Array | null): Promise<Result[]> {
  const settings = { id: 'settings.read', title: 'Settings' };
  let config: ServerConfig;
  try {
    config = readConfig(world.environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // Nothing can be looked at without them.
    return [{ ...settings, finding: judgeSettings(error) }];
  }
  const database = await openReadOnly(config.database);
  try {
    const { send, reach, now } = world;
    const ground = createGround({
      ...{ config: config.app, database, send, reach, now },
    });
    const all = zip ? [...checks, ...packageChecks(zip)] : checks;
    return [{ ...settings, finding: ok('all can be read') }, ...(await examine(all, ground))];
  } finally {
    await database.end();
  }
}

const judgeSettings = (error: ConfigError) =>
  problem(
    error.message
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
    'the API does not start with them',
    'Set them in the environment as README.md and docs/operations.md say, and run npm run doctor again.',
  );
