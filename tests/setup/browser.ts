import { execFile } from 'node:child_process';
import { access, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { lastingFolder } from './memory';

/** Start arguments that keep Chromium quiet on a closed network and let it run as root. */
const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const onTheMachine = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

interface Executable {
  path: string;
  environment: Record<string, string>;
}

/**
 * A headless Chromium for tests: `CHROMIUM_PATH`, else one on the machine, else the one that comes
 * inside npm. Fails with the path it tried rather than skipping anything.
 */
export async function launchBrowser(): Promise<Browser> {
  const executable = await findExecutable();
  return chromium.launch({
    executablePath: executable.path,
    args: quietArguments,
    env: { ...definedEnvironment(), ...executable.environment },
  });
}

async function findExecutable(): Promise<Executable> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return { path: chosen, environment: {} };
  for (const path of onTheMachine) {
    if (await exists(path)) return { path, environment: {} };
  }
  return fromNpm();
}

/** Unpacked once per machine and version, then found again; the folder appears whole or not at all. */
async function fromNpm(): Promise<Executable> {
  const folder = join(
    process.env[lastingFolder] ?? tmpdir(),
    `last-mile-chromium-147-${process.getuid?.() ?? 'user'}`,
  );
  if (!(await exists(join(folder, 'chromium')))) await unpackInto(folder);
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(folder, 'last-mile-fonts.conf') };
  if (await starts(path)) return { path, environment: fonts };
  // A bare Debian lacks the NSS libraries: the package brings its own copies.
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return {
    path,
    environment: { ...fonts, LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  const unpacking = await mkdtemp(`${folder}-`);
  try {
    // The package reads these when it is imported and when it unpacks, and changes others itself.
    process.env['TMPDIR'] = unpacking;
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    restoreEnvironment(before);
  }
  await writeFile(join(unpacking, 'last-mile-fonts.conf'), fontsConfiguration(folder));
  try {
    await rename(unpacking, folder);
  } catch (error) {
    // Another run was first: its copy is as good as ours.
    await rm(unpacking, { recursive: true, force: true });
    if (!(await exists(join(folder, 'chromium')))) throw error;
  }
}

/** The same typeface on every machine, so that screenshots compare; what the machine has comes after. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <alias binding="same"><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}

/** A binary that lacks a library of the system fails on its first breath. */
async function starts(path: string): Promise<boolean> {
  try {
    await promisify(execFile)(path, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

function restoreEnvironment(before: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in before)) Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, before);
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
