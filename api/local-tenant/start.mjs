import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNodeNewEnough, readArguments } from './startArguments.mjs';

/*
 * `npm start`: plain JavaScript, because it runs before anything is built, and on a Node that may be
 * too old for the rest.
 */
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const say = (line) => {
  console.log(line);
};

function fail(line) {
  console.error(line);
  process.exitCode = 1;
}

async function main() {
  if (!isNodeNewEnough(process.versions.node)) {
    fail(`Last Mile needs Node 20.19 or newer; this is ${process.versions.node}.`);
    return;
  }
  // npm runs scripts in the package's folder; a relative --data means the folder one typed it in.
  const currentFolder = process.env.INIT_CWD ?? process.cwd();
  const options = readArguments(process.argv.slice(2), { root, currentFolder });
  if ('help' in options) {
    say(options.help);
    return;
  }
  if ('wrong' in options) {
    fail(options.wrong);
    return;
  }
  const began = Date.now();
  const { buildWhatIsStale } = await import('./startBuilds.mjs');
  await buildWhatIsStale(root, say);
  const { start } = await import('../dist/start.js');
  const stopping = stopOnSignal();
  const running = await start({ ...options, say });
  say(`  Ready in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  await stopping;
  say('Stopping …');
  await running.stop();
  say('Stopped. Everything is kept.');
  process.exit(0);
}

/** The first signal asks to stop, also while the start is still under way; the second one insists. */
function stopOnSignal() {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}

try {
  await main();
} catch (error) {
  fail(error.name === 'StartRefused' ? error.message : (error.stack ?? String(error)));
  process.exit(1);
}
