import type { ServerConfig } from '../../src/config';
import { startServer } from '../../src/startServer';
import { createLoopbackSend } from '../loopbackSend';

/**
 * The API as production runs it, in a process of its own, to be stopped or killed; only what is meant
 * for Microsoft goes to a local tenant. Says its port once it listens.
 */
const [config = '', tenantOrigin = ''] = process.argv.slice(2);

const server = await startServer(
  JSON.parse(config) as ServerConfig,
  createLoopbackSend(tenantOrigin),
);
process.on('SIGTERM', () => {
  void server.stop().finally(() => process.exit());
});
process.stdout.write(`${server.port}\n`);
