import { text } from 'node:stream/consumers';
import { createDatabase } from '../../src/db/database';
import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import { createUsageStore, type UsageBatch } from '../../src/features/adoption/facts/usageStore';

/** What the instance is told on its standard input. */
export interface UsageInstanceTask {
  readonly connectionString: string;
  readonly subjectKey: string;
  readonly timeZone: string;
  readonly now: string;
  readonly batches: readonly UsageBatch[];
}

/**
 * An instance that takes usage events in a process of its own, to be killed. It records one batch
 * after the other and says each one's number once it is acknowledged.
 */
const task = JSON.parse(await text(process.stdin)) as UsageInstanceTask;
const database = createDatabase(task.connectionString, { maxConnections: 2 });
const usage = createUsageStore(database, createPersonDigest(task.subjectKey));
for (const [index, batch] of task.batches.entries()) {
  await usage.record([batch], task.timeZone, new Date(task.now));
  process.stdout.write(`${index}\n`);
}
setInterval(() => undefined, 1_000);
