import { ConfigError, readConfig } from './config';
import { DatabaseTooNew } from './db/migrate';
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

try {
  await main();
} catch (error) {
  const isKnown = error instanceof ConfigError || error instanceof DatabaseTooNew;
  process.stderr.write(`${isKnown ? error.message : String(error)}\n`);
  process.exit(1);
}
