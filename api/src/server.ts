import { writeSync } from 'node:fs';
import { ConfigError, readConfig } from './config';
import { DatabaseTooNew } from './db/migrate';
import { createLog } from './http/log';
import { WrongSecret } from './rollSecret';
import { startServer } from './startServer';

/** Runs the API for a real tenant until it is asked to end; the only file that does things by itself. */
async function main(): Promise<void> {
  const server = await startServer(readConfig(process.env), (request) => fetch(request));
  const stop = () => {
    void server.stop().finally(() => process.exit());
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Ends the process with what the log may hold of the error: Node's own last words would quote it whole. */
function crash(error: unknown): never {
  const said = (line: string) => void writeSync(process.stderr.fd, line);
  createLog('error', { write: said }).tell('crashed', { err: error });
  process.exit(1);
}
process.on('uncaughtException', crash);

try {
  await main();
} catch (error) {
  const isKnown =
    error instanceof ConfigError || error instanceof DatabaseTooNew || error instanceof WrongSecret;
  process.stderr.write(`${isKnown ? error.message : String(error)}\n`);
  process.exit(1);
}
