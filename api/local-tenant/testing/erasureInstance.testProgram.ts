import { createDatabase, textOf, type Database, type Transaction } from '../../src/db/database';
import { createPseudonyms } from '../../src/features/feedback/pseudonyms';
import { createProgrammes } from '../../src/features/programme/programmes';
import { createDirectory } from '../../src/graph/directory';
import { createGraphClient } from '../../src/graph/graphClient';
import { createGraphTokens } from '../../src/graph/tokens';
import { keysFor, type AppConfig } from '../../src/config';
import { listDefinitions } from '../../src/lists';
import { composePersonalData } from '../../src/personalData';
import { createListStores } from '../../src/sync/listStores';
import { createLoopbackSend } from '../loopbackSend';

/** What the instance is told in its one argument. */
export interface ErasureInstanceTask {
  readonly config: AppConfig;
  readonly connectionString: string;
  readonly tenantOrigin: string;
  readonly userId: string;
  readonly clientKey: string;
  readonly now: string;
  /** At which of its steps it dies, from 1 on. */
  readonly diesAt: number;
}

/**
 * An instance in a process of its own that takes a person's wish to be erased and carries it out, and dies
 * on the way as with kill -9. Its steps are what lasts: a write that Graph has done and whose answer is on
 * its way, a commit, and in the transaction that ends an erasure the end itself. It ends by itself where
 * it has fewer.
 */
const { config, connectionString, tenantOrigin, userId, clientKey, now, diesAt } = JSON.parse(
  process.argv[2] ?? '',
) as ErasureInstanceTask;

let steps = 0;
function step(): void {
  steps += 1;
  if (steps === diesAt) process.kill(process.pid, 'SIGKILL');
}

const watchedIn = (given: Transaction): Transaction => ({
  async query(sql, params, toRow) {
    const rows = await given.query(sql, params, toRow);
    if (/^\s*UPDATE erasure\b/.test(textOf(sql))) step();
    return rows;
  },
});
const unwatched = createDatabase(connectionString, { maxConnections: 4 });
const database: Database = {
  ...unwatched,
  ...watchedIn(unwatched),
  async transaction(work) {
    const result = await unwatched.transaction((tx) => work(watchedIn(tx)));
    step();
    return result;
  },
};

const sendOn = createLoopbackSend(tenantOrigin);
async function send(request: Request): Promise<Response> {
  const response = await sendOn(request);
  const isWrite = request.method !== 'GET';
  if (isWrite && request.url.startsWith('https://graph.microsoft.com/')) step();
  return response;
}
const { tenantId, clientId, credential, site } = config;
const tokens = createGraphTokens({ tenantId, clientId, credential, send });
const graph = createGraphClient({ send, getToken: tokens.forApp, version: 'test' });
const lists = createListStores({ database, graph, site, definitions: listDefinitions });
const clock = () => new Date(now);
const { erasures } = composePersonalData({
  ...{ config, database, lists: lists.stores, now: clock },
  programmes: createProgrammes(lists.stores.Programmes, createDirectory(graph), () =>
    clock().getTime(),
  ),
  pseudonyms: createPseudonyms(...keysFor(config, 'feedback reporters')),
  onError(error) {
    throw error;
  },
});

await erasures.ask(userId, clientKey, userId);
await erasures.resume();
await lists.deliverNow();
process.exit();
