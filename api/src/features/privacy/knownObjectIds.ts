import type { Database } from '../../db/database';
import { tablePlaces } from './inventory/tables';

const objectIdForm = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Every object id that the tables hold, to find out whose a keyed digest is. */
export async function knownObjectIds(database: Pick<Database, 'query'>): Promise<string[]> {
  const known = new Set<string>();
  for (const { table, people } of tablePlaces) {
    for (const [column, { by }] of Object.entries(people)) {
      if (by.by !== 'objectId' && by.by !== 'actor') continue;
      const rows = await database.query<{ id: string }>(
        `SELECT DISTINCT lower(${column}::text) AS id FROM ${table} WHERE ${column}::text ~* $1`,
        [objectIdForm],
      );
      for (const { id } of rows) known.add(id);
    }
  }
  return [...known];
}
