import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkpoint, checkpointDays, type Checkpoint } from '@last-mile/shared/checkpoints';
import type { Keys } from '../../auth/keyedDigest';
import type { Database, Transaction } from '../../db/database';
import type { ListStore } from '../../sync/storedItem';
import { checkpointFields, checkpointKey, contentIn } from './checkpointsList';

/** The checkpoints of a programme as they were taken. */
export interface KeptCheckpoints {
  /** Earliest first. Of a day at which neither copy's seal holds, nothing is known but that it was taken. */
  of(programmeKey: string): Promise<{ taken: Checkpoint[]; broken: Checkpoint['day'][] }>;
  /** Keeps one under its seal, here and in SharePoint; false where it was taken before. */
  put(tx: Transaction, programmeKey: string, taken: Checkpoint): Promise<boolean>;
}

export interface KeptCheckpointsOptions {
  readonly database: Database;
  readonly list: ListStore;
  /** Live outside the database: who can write to the table still cannot seal. The last one seals. */
  readonly keys: Keys;
}

/** Who wrote the copy in SharePoint: nobody did. */
const ofItself = 'last-mile';

/**
 * Keeps a checkpoint in the database and a copy in SharePoint, both under one seal. The database's is
 * shown while its seal holds, so that no edit in SharePoint changes what people see; else, or when the
 * database is a new one, the copy is, while its own does.
 */
export function createKeptCheckpoints(options: KeptCheckpointsOptions): KeptCheckpoints {
  const { database, list, keys } = options;
  const [newest = keys[0]] = keys.slice(-1);

  async function copyOf(programmeKey: string, day: Checkpoint['day']): Promise<Sealed[]> {
    const copy = await list.get(checkpointKey(programmeKey, day));
    if (!copy) return [];
    const seal = copy.fields['Seal'];
    return [{ content: contentIn(copy.fields) ?? '', seal: typeof seal === 'string' ? seal : '' }];
  }

  return {
    async of(programmeKey) {
      const rows = await database.query<Sealed & { day: number }>(
        'SELECT day, content, seal FROM taken_checkpoint WHERE programme_key = $1',
        [programmeKey],
      );
      const taken: Checkpoint[] = [];
      const broken: Checkpoint['day'][] = [];
      for (const day of checkpointDays) {
        const kept = rows.filter((row) => row.day === day);
        const copies = await copyOf(programmeKey, day);
        const whole =
          kept.find((each) => holds(newest, programmeKey, each.day, each)) ??
          // The copy keeps the seal that it was given: with the secret of its time.
          copies.find((each) => keys.some((key) => holds(key, programmeKey, day, each)));
        if (whole) taken.push(checkpoint.parse(JSON.parse(whole.content)));
        else if (kept.length + copies.length > 0) broken.push(day);
      }
      return { taken, broken };
    },

    async put(tx, programmeKey, taken) {
      // As it will be read again: fields in the schema's order, and nothing beside them.
      const whole = checkpoint.parse(taken);
      const content = JSON.stringify(whole);
      const seal = sealOf(newest, programmeKey, taken.day, content);
      const rows = await tx.query(
        `INSERT INTO taken_checkpoint (programme_key, day, content, seal)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING day`,
        [programmeKey, taken.day, content, seal],
      );
      if (rows.length === 0) return false;
      await list.append(tx, {
        clientKey: checkpointKey(programmeKey, taken.day),
        actorId: ofItself,
        fields: checkpointFields(whole, programmeKey, seal),
      });
      return true;
    },
  };
}

/** Seals every checkpoint whose seal holds with the key that comes after it; a broken one stays broken. */
export async function sealCheckpointsAnew(
  tx: Transaction,
  key: string,
  nextKey: string,
): Promise<void> {
  const rows = await tx.query<Sealed & { programmeKey: string; day: number }>(
    `SELECT programme_key::text AS "programmeKey", day, content, seal FROM taken_checkpoint`,
  );
  for (const { programmeKey, day, ...sealed } of rows) {
    if (!holds(key, programmeKey, day, sealed)) continue;
    await tx.query('UPDATE taken_checkpoint SET seal = $3 WHERE programme_key = $1 AND day = $2', [
      programmeKey,
      day,
      sealOf(nextKey, programmeKey, day, sealed.content),
    ]);
  }
}

/** The seal covers whose it is and which, so that it cannot be moved to another. */
function sealOf(key: string, programmeKey: string, day: number, content: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([programmeKey, day, content]))
    .digest('hex');
}

function holds(key: string, programmeKey: string, day: number, { content, seal }: Sealed) {
  const right = Buffer.from(sealOf(key, programmeKey, day, content));
  const found = Buffer.from(seal);
  return right.length === found.length && timingSafeEqual(right, found);
}

interface Sealed {
  readonly content: string;
  readonly seal: string;
}
