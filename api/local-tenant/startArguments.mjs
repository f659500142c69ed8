import { resolve } from 'node:path';

const usage = 'Usage: npm start [-- --port 3000 --data .data --empty]';

/** Whether this Node can run Last Mile: 20.19 or newer. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/**
 * Reads the command line, or says in one line what is wrong with it.
 * @returns {{ port: number, folder: string, empty: boolean } | { help: string } | { wrong: string }}
 */
export function readArguments(given, { root, currentFolder }) {
  const options = { port: 3000, folder: resolve(root, '.data'), empty: false };
  const rest = given.flatMap((each) => {
    const at = each.startsWith('--') ? each.indexOf('=') : -1;
    return at < 0 ? [each] : [each.slice(0, at), each.slice(at + 1)];
  });
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--help' || name === '-h') return { help: usage };
    if (name === '--empty') {
      options.empty = true;
    } else if (name === '--port') {
      const port = rest.shift() ?? '';
      // The product takes the port after it.
      if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_534) {
        return { wrong: `--port takes a number from 1 to 65534, not "${port}". ${usage}` };
      }
      options.port = Number(port);
    } else if (name === '--data') {
      const folder = rest.shift() ?? '';
      if (folder === '' || folder.startsWith('--')) {
        return { wrong: `--data takes a folder. ${usage}` };
      }
      options.folder = resolve(currentFolder, folder);
    } else {
      return { wrong: `"${name}" is not an option. ${usage}` };
    }
  }
  return options;
}
