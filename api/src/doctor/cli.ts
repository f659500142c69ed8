import { publicReach } from './address/publicAddress';
import { runDoctor } from './doctor';

const { text, exitCode } = await runDoctor(process.argv.slice(2), {
  environment: process.env,
  send: (request) => fetch(request),
  reach: publicReach,
  now: () => new Date(),
});
process.stdout.write(`${text}\n`);
process.exitCode = exitCode;
