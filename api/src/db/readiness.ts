import { setImmediate } from 'node:timers/promises';
import type { Database } from './database';
import { isMigrated } from './migrate';

/** A database that does not answer for this long is away, whatever its connections say. */
const withinMs = 2_000;

/**
 * Whether requests can be taken: the database answers in time and is migrated. Graph is not asked: what
 * people read and write waits for nobody there. An instance that is merely busy stays ready: the question
 * waits behind no other statement, and an answer that came while the process was busy is read first.
 */
export function createReadiness({ apart }: Pick<Database, 'apart'>): () => Promise<boolean> {
  async function check(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => void setImmediate(false).then(resolve), withinMs);
    });
    try {
      return await Promise.race([isMigrated(apart), late]);
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
  let asking: Promise<boolean> | undefined;
  // Anyone may ask, as often as they like: they share one question to the database.
  return () => (asking ??= check().finally(() => (asking = undefined)));
}
