import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The user PostgreSQL runs as: it refuses to run as root. `undefined` means the user we are. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** How to start a program as that user so that it reaches the folders it must. */
export type Launch = (program: string, args: string[], options: SpawnOptions) => ChildProcess;

// Debian's nobody and nogroup: they exist everywhere and own nothing.
const nobody: RunAs = { uid: 65534, gid: 65534 };

// Part of util-linux, which every Debian has.
const setpriv = 'setpriv';

/**
 * The kernel shuts the server down (SIGINT: cleanly, without waiting for clients) when this process
 * ends, however it ends. Where that cannot be had, the next start stops what was left behind.
 */
const dieWithUs = ['--pdeathsig', 'INT'];

function canDieWithUs(): boolean {
  const trial = spawnSync(setpriv, [...dieWithUs, '--', 'true'], { cwd: '/', stdio: 'ignore' });
  return trial.status === 0;
}

/** Keeps the owner of a folder that exists already, so that its files stay readable to them. */
export async function chooseUser(folder: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(folder).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

/**
 * Finds a way to run `program` as the user with `folder` reachable. A checkout under /root is
 * closed to every other user; there the program is given the one capability to pass through.
 */
export function chooseLaunch(user: RunAs | undefined, program: string, folder: string): Launch {
  const launch = chooseUserLaunch(user, program, folder);
  if (!canDieWithUs()) return launch;
  return (name, args, options) => launch(setpriv, [...dieWithUs, '--', name, ...args], options);
}

function chooseUserLaunch(user: RunAs | undefined, program: string, folder: string): Launch {
  if (!user) return (name, args, options) => spawn(name, args, options);
  const ways: Launch[] = [
    (name, args, options) => spawn(name, args, { ...options, uid: user.uid, gid: user.gid }),
    ...passThroughCapabilities().map((capability): Launch => {
      return (name, args, options) =>
        spawn(setpriv, [...setprivArguments(user, capability), '--', name, ...args], options);
    }),
  ];
  const checks = [
    reaches(program, folder, { uid: user.uid, gid: user.gid }, []),
    ...passThroughCapabilities().map((capability) =>
      reaches(program, folder, {}, [setpriv, ...setprivArguments(user, capability), '--']),
    ),
  ];
  const way = ways[checks.indexOf(true)];
  if (way) return way;
  throw new Error(
    `PostgreSQL cannot run as root, and the user it would run as (uid ${user.uid}) cannot reach ` +
      `${folder} or ${program}. Move the checkout and its data out of a closed home folder ` +
      '(for example to /srv), start as an ordinary user, or set DATABASE_URL.',
  );
}

function setprivArguments(user: RunAs, capability: string): string[] {
  return [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    // access(2), which PostgreSQL asks first, looks at the user alone unless this bit is set.
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
}

/** The weaker capability first; containers often have only the second. */
function passThroughCapabilities(): string[] {
  if (process.platform !== 'linux') return [];
  const status = readFileSync('/proc/self/status', 'utf8');
  const permitted = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`);
  return [
    { name: 'dac_read_search', bit: 2n },
    { name: 'dac_override', bit: 1n },
  ]
    .filter(({ bit }) => (permitted >> bit) & 1n)
    .map(({ name }) => name);
}

function reaches(
  program: string,
  folder: string,
  as: { uid?: number; gid?: number },
  prefix: string[],
): boolean {
  const check = ['/bin/sh', '-c', 'test -x "$1" && test -w "$2"', 'sh', program, folder];
  const [command, ...args] = [...prefix, ...check];
  if (command === undefined) return false;
  return spawnSync(command, args, { ...as, cwd: '/', stdio: 'ignore' }).status === 0;
}
