import type { Database, Transaction } from '../../db/database';
import { countsLock } from './countsLock';

/** What figures are about, and what they rest on besides the roll-ups. */
export interface Window {
  readonly programmeKey: string;
  /** The Monday of the closed week with which it ends. */
  readonly until: string;
  readonly about: 'everybody' | 'tasks';
  /** Settings; with other ones the figures are worked out again. */
  readonly restsOn: object;
}

/** Figures over a window as they were kept, or worked out now; other readers wait for the first. */
export async function keepWindow<Figures extends object>(
  database: Database,
  window: Window,
  workOut: (tx: Transaction) => Promise<Figures>,
): Promise<Figures> {
  const kept = await readKept<Figures>(database, window);
  if (kept) return kept;
  return database.transaction(async (tx) => {
    // What is shown, and the roll-ups under it, stay as they are meanwhile.
    await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
    const since = await readKept<Figures>(tx, window);
    if (since) return since;
    const figures = await workOut(tx);
    await tx.query(
      `INSERT INTO kept_window (programme_key, week, about, rests_on, figures)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (programme_key, week, about) DO UPDATE
          SET rests_on = excluded.rests_on, figures = excluded.figures`,
      [...keyOf(window), JSON.stringify(figures)],
    );
    return figures;
  });
}

/** Forgets a programme's windows into which a week from `since` on may fall. */
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

async function readKept<Figures>(on: Transaction, window: Window): Promise<Figures | undefined> {
  const [row] = await on.query<{ figures: Figures }>(
    `SELECT figures FROM kept_window
      WHERE programme_key = $1 AND week = $2 AND about = $3 AND rests_on = $4::jsonb`,
    keyOf(window),
  );
  return row?.figures;
}

const keyOf = ({ programmeKey, until, about, restsOn }: Window) => [
  programmeKey,
  until,
  about,
  JSON.stringify(restsOn),
];
