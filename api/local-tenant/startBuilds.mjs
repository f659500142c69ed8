import { spawn } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What has to be built, from what, and a file that says when it was. */
const builds = [
  {
    name: 'the tab',
    folder: 'teams-app',
    result: 'teams-app/dist/index.html',
    sources: ['teams-app', 'shared'],
  },
  {
    name: 'the task pane',
    folder: 'outlook-addin',
    // The events are built last, into what the pane's build has emptied.
    more: ['signIn', 'events'].map((part) => `outlook-addin/vite.${part}.config.ts`),
    result: 'outlook-addin/dist/events.js',
    sources: ['outlook-addin', 'shared'],
  },
  { name: 'the API', folder: 'api', result: 'api/dist/start.js', sources: ['api', 'shared'] },
];

const notSources = new Set(['node_modules', 'dist', '.tsbuild', '.data']);

/** Builds what is missing or older than its sources, side by side; throws the output of what fails. */
export async function buildWhatIsStale(root, say) {
  if (!builds.some((build) => isStale(root, build))) return;
  const release = await takeTurn(root, say);
  try {
    // Another start may have built it meanwhile.
    const stale = builds.filter((build) => isStale(root, build));
    await Promise.all(stale.map((build) => buildOne(root, build, say)));
  } finally {
    release();
  }
}

async function buildOne(root, build, say) {
  const start = Date.now();
  await viteBuild(root, build, [build.folder]);
  for (const config of build.more ?? []) await viteBuild(root, build, ['--config', config]);
  // What changed while it was built must be built again.
  utimesSync(join(root, build.result), new Date(start), new Date(start));
  say(`built ${build.name} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Two starts must not write the same files at once: whoever holds the file builds. */
async function takeTurn(root, say) {
  const folder = join(root, '.tsbuild');
  const file = join(folder, 'start.lock');
  mkdirSync(folder, { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld(file)) rmSync(file, { force: true });
    else if (!waited) say('waiting for another start to finish building');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A file left by a process that is gone holds nobody up. */
function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Empty for the moment between its making and its writing.
    if (holder === 0) return Date.now() - modifiedAt(file) < 1_000;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isStale(root, { result, sources }) {
  const built = statSync(join(root, result), { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return true;
  const more = ['package-lock.json'].map((file) => modifiedAt(join(root, file)));
  return Math.max(...more, ...sources.map((folder) => newestIn(join(root, folder)))) > built;
}

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (notSources.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : modifiedAt(path));
  }
  return newest;
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** In a process of its own: Vite's memory goes when it has done its work. */
function viteBuild(root, { name }, what) {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', ...what, '--logLevel', 'warn'], {
      cwd: root,
      // Whoever starts us, a test runner too, gets what production gets.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else {
        const message = `${name} could not be built:\n${output}`;
        reject(Object.assign(new Error(message), { name: 'StartRefused' }));
      }
    });
  });
}
