import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';

/** Names the temporary folder that outlives a run, for a run whose own is in memory. */
export const lastingFolder = 'LAST_MILE_TEST_LASTING_FOLDER';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm/';

const gibibyte = 1024 ** 3;
/** More than a whole run keeps in files at a time. */
const filesNeed = 3 * gibibyte;
/** What its browsers, databases and workers need beside them. */
const processesNeed = 4 * gibibyte;

/**
 * A new temporary folder in memory, for what a run throws away: a thousand databases wait for no disk.
 * `undefined` where a machine has no such place or too little of it; the run is then on its disk.
 */
export async function folderInMemory(): Promise<string | undefined> {
  if (freemem() < filesNeed + processesNeed) return undefined;
  try {
    const { bavail, bsize } = await statfs(memory);
    if (bavail * bsize < filesNeed) return undefined;
    const folder = await mkdtemp(`${memory}last-mile-run-`);
    // As any temporary folder: PostgreSQL runs as another user where the run is root's.
    await chmod(folder, 0o1777);
    return folder;
  } catch {
    return undefined;
  }
}
