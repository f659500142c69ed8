import { createDatabase } from '../../src/db/database';
import { createLog } from '../../src/http/log';
import { createProduct } from '../../src/product';
import { createLoopbackSend } from '../loopbackSend';
import { testConfig } from '../testProduct';

/** An instance that tells people what there is to tell, in a process of its own, to be killed. */
const [databaseUrl = '', origin = '', at = ''] = process.argv.slice(2);

const product = await createProduct({
  config: testConfig(),
  database: createDatabase(databaseUrl, { maxConnections: 4 }),
  send: createLoopbackSend(origin),
  log: createLog('silent'),
  now: () => new Date(at),
});
await product.notices?.run();
setInterval(() => undefined, 1_000);
