import { databaseAddress } from './databaseAddress';
import { readProgrammes } from './readProgrammes';
import { recount } from './recount';

/**
 * `npm run -s recount [-- DIR or postgres://… [INSTANT]]`: every programme of a deployment, recounted,
 * as JSON. Without an argument what `npm start` is running with here; the instant is now.
 */
const [where = '.data', at] = process.argv.slice(2);
try {
  const connectionString = await databaseAddress(where);
  const now = at === undefined ? new Date() : new Date(at);
  for (const { name, ...programme } of await readProgrammes(connectionString)) {
    const counted = await recount({ connectionString, now, ...programme });
    console.log(JSON.stringify({ name, ...counted }, mapsAsObjects, 2));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function mapsAsObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
