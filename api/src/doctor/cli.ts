import { publicReach } from './address/publicAddress';
import { openBrowser } from '../provision/surroundings';
import { runDoctor } from './doctor';

const { text, exitCode } = await runDoctor(process.argv.slice(2), {
  environment: process.env,
  send: (request) => fetch(request),
  reach: publicReach,
  now: () => new Date(),
  // Beside the report, which may be read by a machine.
  tell: (line) => {
    console.error(line);
  },
  openBrowser,
});
process.stdout.write(`${text}\n`);
process.exitCode = exitCode;
