import type { Database } from '../db/database';

/** What one instance at a time does again and again, by the name of its lease. */
const workers = [
  'membership',
  'copilot usage',
  'work ahead',
  'targets',
  'checkpoints',
  'retention',
  'notifications',
] as const;

export type WorkerName = (typeof workers)[number];

/** The slowest begin once an hour: whoever was not done for so long failed more than once. */
export const lateAfterSeconds = 3 * 60 * 60;

export interface WorkerLag {
  readonly worker: WorkerName;
  readonly seconds: number;
}

/**
 * How long ago each worker was last done in whichever instance, by the database's clock; where it never
 * was, how long ago it was first begun. A worker that nobody ever began is left out.
 */
export function workerLags(database: Pick<Database, 'query'>): Promise<WorkerLag[]> {
  return database.query<WorkerLag>(
    `SELECT name AS worker, extract(epoch FROM now() - well_at)::float8 AS seconds
       FROM lease WHERE name = ANY($1) ORDER BY name`,
    [workers],
  );
}
