import type { Database, Transaction } from '../../../db/database';
import { notifyUsageChanged } from '../facts/usageVersion';

/** What figures are about, and what they rest on besides the roll-ups. */
export interface Window {
  readonly programmeKey: string;
  /** The Monday of the closed week with which it ends. */
  readonly until: string;
  readonly about: 'everybody' | 'tasks';
  /** Settings; with other ones the figures are worked out anew. */
  readonly restsOn: object;
}

/** Works figures out from the roll-ups as `tx` sees them: all at one moment. */
type WorkOut<Figures> = (tx: Transaction) => Promise<Figures>;

export interface KeptWindows {
  /**
   * Figures over a window. Who asks first waits until they are worked out. Once late facts have
   * changed the roll-ups under them, nobody waits: they are answered as they were while they are
   * worked out again, and every instance is told when that is done.
   */
  figures<Figures extends object>(window: Window, workOut: WorkOut<Figures>): Promise<Figures>;
}

/** Keeps what costs more than a view may; `onError` hears of figures that could not be renewed. */
export function createKeptWindows(
  database: Database,
  onError: (error: unknown) => void,
): KeptWindows {
  const renewing = new Set<string>();

  async function renew<Figures extends object>(window: Window, workOut: WorkOut<Figures>) {
    const key = keyOf(window).join(' ');
    if (renewing.has(key)) return;
    renewing.add(key);
    try {
      await workOutAndKeep(database, window, workOut);
      await notifyUsageChanged(database);
    } catch (error) {
      onError(error);
    } finally {
      renewing.delete(key);
    }
  }

  return {
    async figures<Figures extends object>(window: Window, workOut: WorkOut<Figures>) {
      const [kept] = await database.query<{ figures: Figures; outdated: boolean }>(
        `SELECT figures, counted < changed AS outdated FROM kept_window
          WHERE ${isWindow} AND figures IS NOT NULL`,
        keyOf(window),
      );
      if (!kept) return workOutAndKeep(database, window, workOut);
      if (kept.outdated) void renew(window, workOut);
      return kept.figures;
    },
  };
}

/** Says that the roll-ups changed from the week `since` on; they belong to the same transaction. */
export async function outdateWindows(
  tx: Transaction,
  programmeKey: string,
  since: string,
): Promise<void> {
  await tx.query(
    `UPDATE kept_window SET changed = changed + 1 WHERE programme_key = $1 AND week >= $2`,
    [programmeKey, since],
  );
}

/** Forgets these windows: what they say is of other people than it should be. */
export async function forgetWindows(
  tx: Transaction,
  programmeKey: string,
  since: string,
): Promise<void> {
  await tx.query('DELETE FROM kept_window WHERE programme_key = $1 AND week >= $2', [
    programmeKey,
    since,
  ]);
}

async function workOutAndKeep<Figures extends object>(
  database: Database,
  window: Window,
  workOut: WorkOut<Figures>,
): Promise<Figures> {
  // There before anything is read: changes from now on are counted on it.
  await database.query(
    `INSERT INTO kept_window AS kept (programme_key, week, about, rests_on) VALUES ($1, $2, $3, $4)
     ON CONFLICT (programme_key, week, about) DO UPDATE
        SET rests_on = excluded.rests_on, figures = NULL, counted = -1
      WHERE kept.rests_on <> excluded.rests_on`,
    keyOf(window),
  );
  const { figures, changed } = await database.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await tx.query(`SELECT set_config('work_mem', '64MB', true)`);
    const [kept] = await tx.query<{ changed: number }>(
      `SELECT changed FROM kept_window WHERE ${isWindow}`,
      keyOf(window),
    );
    return { figures: await workOut(tx), changed: kept?.changed ?? null };
  });
  await database.query(
    `UPDATE kept_window SET figures = $5, counted = $6 WHERE ${isWindow} AND counted < $6`,
    [...keyOf(window), JSON.stringify(figures), changed],
  );
  return figures;
}

const isWindow = 'programme_key = $1 AND week = $2 AND about = $3 AND rests_on = $4::jsonb';

const keyOf = ({ programmeKey, until, about, restsOn }: Window) => [
  programmeKey,
  until,
  about,
  JSON.stringify(restsOn),
];
