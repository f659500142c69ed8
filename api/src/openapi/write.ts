import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFolders, defaultRateLimit } from '../config';
import { defaultRetentionDays } from '../features/privacy/retentionDays';
import { createDatabase } from '../db/database';
import { startEmbeddedPostgres } from '../db/embeddedPostgres';
import { migrate } from '../db/migrate';
import { createLog } from '../http/log';
import { createProduct } from '../product';
import { documentText } from './openApi';

const target = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));
/** With `--released`: as the release that is being made has it, for clients that are older than the next. */
const released = fileURLToPath(
  new URL('../../../tests/contract/released/openapi.json', import.meta.url),
);
const isReleased = process.argv.includes('--released');

/** Asks the real API, on a database that is thrown away: no route can be described and not be there. */
const folder = await mkdtemp(join(tmpdir(), 'last-mile-openapi-'));
const postgres = await startEmbeddedPostgres({ folder, durable: false });
const database = createDatabase(postgres.connectionString);
try {
  await migrate(database);
  const { app } = await createProduct({
    config: {
      tenantId: '00000000-0000-0000-0000-000000000000',
      clientId: '00000000-0000-0000-0000-000000000000',
      appIdUri: 'api://localhost/00000000-0000-0000-0000-000000000000',
      credential: { kind: 'secret', secret: 'never sent' },
      site: 'https://example.sharepoint.com/sites/last-mile',
      publicOrigin: 'http://localhost',
      teamsAppId: null,
      hostOrigins: [],
      secret: 'only for a database that is thrown away',
      previousSecrets: [],
      rateLimit: defaultRateLimit,
      retention: defaultRetentionDays,
      folders: builtFolders(),
    },
    database,
    send: () => Promise.reject(new Error('Nothing is sent while the document is written.')),
    log: createLog('warn'),
  });
  const response = await app.http.request('/api/openapi.json');
  const text = documentText(await response.json());
  await writeFile(target, text);
  if (isReleased) await writeFile(released, text);
  await app.close();
  console.log(`Wrote docs/openapi.json${isReleased ? ' and what the release has' : ''}`);
} finally {
  await database.end();
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
}
