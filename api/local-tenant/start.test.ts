import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dashboardResponse } from '@last-mile/shared/adoption';
import { casesResponse } from '@last-mile/shared/feedback';
import { meResponse } from '@last-mile/shared/programme';
import { featuredId } from './sample/people';

const startScript = fileURLToPath(new URL('start.mjs', import.meta.url));
/** A first start may have to build and to fill, on a machine where other tests run. */
const patience = 180_000;

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly exit: Promise<number | null>;
}

const children = new Set<ChildProcess>();
const folders = new Set<string>();

function start(...options: string[]): Started {
  return run([startScript, ...options]);
}

function run(given: readonly string[]): Started {
  const child = spawn(process.execPath, given, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => {
    children.delete(child);
    return code as number | null;
  });
  return { child, exit, output: () => output, errors: () => errors };
}

async function ready(started: Started): Promise<Started> {
  while (!started.output().includes('Ready in')) {
    if (started.child.exitCode !== null) {
      throw new Error(`It ended: ${started.errors()}${started.output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return started;
}

/** What a start that goes wrong says, which is one line. */
function refusal(...options: string[]): Promise<string> {
  return oneLineOf(start(...options));
}

async function oneLineOf(started: Started): Promise<string> {
  expect(await started.exit).toBe(1);
  expect(started.errors().trim().split('\n')).toHaveLength(1);
  return started.errors().trim();
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'last-mile-start-'));
  folders.add(folder);
  return folder;
}

/** A port that is free together with the next one. */
async function freePorts(): Promise<number> {
  const listen = async (port: number) => {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  for (;;) {
    const first = await listen(0);
    const { port } = first.address() as AddressInfo;
    const second = await listen(port + 1).catch(() => undefined);
    first.close();
    second?.close();
    if (second) return port;
  }
}

/** Asks the product as a person who signed in on the host page. */
async function ask(port: number, userId: string, path: string): Promise<unknown> {
  const tenant = `http://localhost:${port}`;
  const own = { origin: tenant, 'sec-fetch-site': 'same-origin' };
  const signedIn = await fetch(`${tenant}/hosts/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: own,
    body: new URLSearchParams({ userId }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const token = await fetch(`${tenant}/hosts/token`, {
    method: 'POST',
    headers: { ...own, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: 'host', scope: 'host', interactive: true }),
  });
  const answer = (await token.json()) as { token: { access_token: string } };
  const response = await fetch(`http://localhost:${port + 1}${path}`, {
    headers: { authorization: `Bearer ${answer.token.access_token}` },
  });
  expect(response.status).toBe(200);
  return response.json();
}

afterAll(async () => {
  await Promise.all(
    [...children].map(async (child) => {
      child.kill('SIGINT');
      await once(child, 'close');
    }),
  );
  await Promise.all([...folders].map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('npm start', () => {
  let folder: string;
  let port: number;
  let running: Started;

  beforeAll(async () => {
    folder = await temporaryFolder();
    port = await freePorts();
    running = await ready(start('--port', String(port), '--data', folder));
  }, patience);

  const readDashboard = async () => {
    const answer = await ask(port, featuredId('owner'), '/api/adoption/dashboard');
    const { asOf, ...rest } = dashboardResponse.parse(answer);
    expect(asOf).toBeTruthy();
    return rest;
  };

  test('opens the product and the pages of the tenant, and says where and for whom', async () => {
    expect(running.output()).toContain(`http://localhost:${port}`);
    expect(running.output()).toContain('Amara Okafor');
    expect(running.output()).toContain(folder);
    const health = await fetch(`http://localhost:${port + 1}/api/health`);
    expect(await health.json()).toEqual({ status: 'ok' });
    const chooser = await fetch(`http://localhost:${port}/`);
    expect(await chooser.text()).toContain('Amara Okafor');
    for (const path of ['tab/', 'pane/', 'pane/local-office-stand-in.js']) {
      const { status } = await fetch(`http://localhost:${port + 1}/${path}`);
      expect(`${path} ${status}`).toBe(`${path} 200`);
    }
  });

  test('fills a firm whose dashboard computes the known case, and says it is a sample', async () => {
    const me = meResponse.parse(await ask(port, featuredId('consultant'), '/api/me'));
    expect(me).toMatchObject({
      sampleData: true,
      standing: 'member',
      jobFamily: 'client-advisory',
    });
    const { weeks, library, feedback } = await readDashboard();
    const percent = weeks.map(({ active }) =>
      active.state === 'known' ? Math.round((100 * active.n) / active.of) : null,
    );
    const first = weeks.findIndex(({ phase }) => phase === 'active');
    expect(percent[first - 1]).toBe(22);
    expect(percent[first + 7]).toBe(71);
    expect(weeks.filter(({ phase }) => phase === 'sustaining')).toHaveLength(6);
    expect(library).toMatchObject({ published: 36, drafts: 5, proposals: 1, neverUsed: 2 });
    expect(library).toMatchObject({ tasks: 10, tasksWithItem: 9 });
    expect(feedback).toMatchObject({ open: 24, closed: 73, suggestions: 61 });
    const { cases } = casesResponse.parse(await ask(port, featuredId('owner'), '/api/cases'));
    const states = cases.map(({ standing }) => standing.state);
    expect(cases).toHaveLength(6);
    expect(states.filter((state) => state === 'toWalk')).toHaveLength(library.casesToWalk);
    expect(new Set(states)).toContain('held');
    const reasons = cases.flatMap(({ standing }) =>
      standing.state === 'toWalk' ? standing.why.reason : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['neverWalked', 'assistantChanged']));
  });

  test('refuses a folder that is in use, a port that is taken, also the second one', async () => {
    const other = await temporaryFolder();
    expect(await refusal('--port', String(await freePorts()), '--data', folder)).toContain(
      'is in use by another Last Mile',
    );
    expect(await refusal('--port', String(port), '--data', other)).toContain(
      `Port ${port} is taken`,
    );
    const free = await freePorts();
    const occupied = createServer().listen(free + 1, '127.0.0.1');
    await once(occupied, 'listening');
    expect(await refusal('--port', String(free), '--data', other)).toContain(
      `Port ${free + 1} is taken`,
    );
    occupied.close();
  });

  test(
    'stops in order, and finds everything again, quicker than it filled it',
    async () => {
      const before = await readDashboard();
      running.child.kill('SIGINT');
      expect(await running.exit).toBe(0);
      expect(running.output()).toContain('Everything is kept');
      running = await ready(start('--port', String(port), '--data', folder));
      expect(running.output()).not.toContain('filling');
      expect(await readDashboard()).toEqual(before);
    },
    patience,
  );

  test(
    'finds everything again after it was killed',
    async () => {
      const before = await readDashboard();
      running.child.kill('SIGKILL');
      await running.exit;
      running = await ready(start('--port', String(port), '--data', folder));
      expect(running.output()).not.toContain('filling');
      expect(await readDashboard()).toEqual(before);
    },
    patience,
  );
});

test(
  'a first start that is killed while it fills is made good by the next one',
  async () => {
    const folder = await temporaryFolder();
    const port = await freePorts();
    const options = ['--port', String(port), '--data', folder];
    const killed = start(...options);
    while (!killed.output().includes('wrote a library')) {
      if (killed.child.exitCode !== null) throw new Error(killed.errors());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    killed.child.kill('SIGKILL');
    await killed.exit;
    const running = await ready(start(...options));
    const answer = await ask(port, featuredId('owner'), '/api/adoption/dashboard');
    expect(dashboardResponse.parse(answer)).toMatchObject({
      library: { published: 36, drafts: 5, proposals: 1, neverUsed: 2 },
      feedback: { open: 24, closed: 73, suggestions: 61 },
    });
    running.child.kill('SIGINT');
    expect(await running.exit).toBe(0);
  },
  patience,
);

describe('npm start, asked for something it cannot do', () => {
  test('names what is wrong with the options', async () => {
    expect(await refusal('--prot', '3000')).toContain('"--prot" is not an option');
    expect(await refusal('--port', '70000')).toContain('--port takes a number');
    expect(await refusal('--port')).toContain('--port takes a number');
    expect(await refusal('--data')).toContain('--data takes a folder');
  });

  test('says which Node it needs', async () => {
    const pretend =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })";
    const old = run([
      '--import',
      `data:text/javascript,${encodeURIComponent(pretend)}`,
      startScript,
    ]);
    expect(await oneLineOf(old)).toBe('Last Mile needs Node 20.19 or newer; this is 20.18.3.');
  });

  test(
    'leaves a folder of a newer version as it is',
    async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'version'), '99\n');
      const port = String(await freePorts());
      expect(await refusal('--port', port, '--data', folder)).toContain('newer version');
      expect(await readFile(join(folder, 'version'), 'utf8')).toBe('99\n');
    },
    patience,
  );

  test(
    'starts without a programme when it shall be empty',
    async () => {
      const folder = await temporaryFolder();
      const port = await freePorts();
      const running = await ready(start('--empty', `--port=${port}`, `--data=${folder}`));
      expect(meResponse.parse(await ask(port, featuredId('owner'), '/api/me'))).toMatchObject({
        programme: null,
        sampleData: false,
      });
      running.child.kill('SIGTERM');
      expect(await running.exit).toBe(0);
    },
    patience,
  );
});
