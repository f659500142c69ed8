import { readProgrammes } from './readProgrammes';
import { recount } from './recount';

/** `npm run -s recount -- postgres://… [instant]`: every programme of a deployment, recounted, as JSON. */
const [connectionString, at] = process.argv.slice(2);
if (connectionString === undefined) {
  console.error('Say which database: npm run -s recount -- postgres://… [2026-11-24T10:00Z]');
  process.exitCode = 1;
} else {
  const now = at === undefined ? new Date() : new Date(at);
  for (const { name, ...programme } of await readProgrammes(connectionString)) {
    const counted = await recount({ connectionString, now, ...programme });
    console.log(JSON.stringify({ name, ...counted }, mapsAsObjects, 2));
  }
}

function mapsAsObjects(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
