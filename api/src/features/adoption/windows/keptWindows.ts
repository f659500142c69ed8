import type { Database, Transaction } from '../../../db/database';
import { createPlaces } from '../../../db/places';
import { notifyUsageChanged } from '../facts/usageVersion';
import { decideWeeks } from './decideWeeks';

/**
 * `habit` rests on how often people acted; what `everybody` and the `tasks` wrote, answered and used
 * rests on their drafts, answers and uses of items.
 */
type About = 'everybody' | 'habit' | 'tasks';

/** What figures are about, and what they rest on besides the roll-ups. */
export interface Window {
  readonly programmeKey: string;
  /** The Monday of the closed week with which it ends. */
  readonly until: string;
  readonly about: About;
  /** Settings; with other ones the figures are worked out anew. */
  readonly restsOn: object;
}

/** Works figures out from the roll-ups as `tx` sees them: all at one moment. */
type WorkOut<Figures> = (tx: Transaction) => Promise<Figures>;

/** Answers figures over a window, or that they are `Pending`: being worked out for the first time. */
export type FiguresOver<Pending> = <Figures extends object>(
  window: Window,
  workOut: WorkOut<Figures>,
) => Promise<Figures | Pending>;

export interface KeptWindows {
  /**
   * For views, which do not wait. What was not worked out in a moment is pending; once late facts
   * have changed the roll-ups under figures, they are answered as they were. Either way they are
   * worked out meanwhile (what takes long, a quarter of the time at most), and every instance is told when that is done.
   */
  readonly atOnce: FiguresOver<'pending'>;
  /** Works out what was not, or no longer holds, and waits for it: what is done ahead of the views. */
  readonly ahead: FiguresOver<never>;
}

/** Long enough for a small organisation, whose figures are there before anybody would mind. */
const momentMs = 1_000;

/** So many are worked out at once: each keeps a connection to the database, and views need theirs. */
const mostAtOnce = 2;

/** What took longer than a moment is left for three times as long: late facts come all day. */
const restTimes = 3;

/**
 * Keeps what costs more than a view may; `onError` hears of figures that could not be worked out
 * while nobody waited for them.
 */
export function createKeptWindows(
  database: Database,
  smallestGroup: number,
  onError: (error: unknown) => void,
  waitMs: number = momentMs,
): KeptWindows {
  /** What is under way, by what it is about: whoever asks meanwhile shares it. */
  const underWay = new Map<string, Promise<unknown>>();
  /** What somebody was answered without: everybody is told when it is done. */
  const toBeTold = new WeakSet<Promise<unknown>>();
  /** Until when what was worked out is not worked out again for views, by the same key. */
  const resting = new Map<string, number>();
  const place = createPlaces(mostAtOnce);

  function workOutOnce<Figures extends object>(window: Window, workOut: WorkOut<Figures>) {
    const key = keyOf(window).join(' ');
    const known = underWay.get(key) as Promise<Figures> | undefined;
    if (known) {
      // It may have begun before what this one knows of.
      toBeTold.add(known);
      return known;
    }
    let startedAt = performance.now();
    const work = place(() => {
      startedAt = performance.now();
      return workOutAndKeep(database, smallestGroup, window, workOut);
    });
    underWay.set(key, work);
    const settle = async () => {
      await work;
      const endedAt = performance.now();
      const tookMs = endedAt - startedAt;
      if (tookMs > waitMs) resting.set(key, endedAt + restTimes * tookMs);
      if (toBeTold.has(work)) await notifyUsageChanged(database);
    };
    settle()
      .catch((error: unknown) => {
        // Whoever waits hears of it themselves.
        if (toBeTold.has(work)) onError(error);
      })
      .finally(() => underWay.delete(key));
    return work;
  }

  const isResting = (window: Window) =>
    performance.now() < (resting.get(keyOf(window).join(' ')) ?? 0);

  async function keptOf(window: Window) {
    const [kept] = await database.query<{ figures: object; outdated: boolean }>(
      {
        name: 'read kept window',
        text: `SELECT figures, counted < changed AS outdated FROM kept_window
                WHERE ${isWindow} AND figures IS NOT NULL`,
      },
      keyOf(window),
    );
    return kept;
  }

  return {
    async atOnce<Figures extends object>(window: Window, workOut: WorkOut<Figures>) {
      const kept = await keptOf(window);
      if (kept && (!kept.outdated || isResting(window))) return kept.figures as Figures;
      const work = workOutOnce(window, workOut);
      const known = kept ? (kept.figures as Figures) : await withinMoment(work, waitMs);
      if (kept || known === 'pending') toBeTold.add(work);
      return known;
    },

    async ahead<Figures extends object>(window: Window, workOut: WorkOut<Figures>) {
      const kept = await keptOf(window);
      if (kept && !kept.outdated) return kept.figures as Figures;
      const figures = await workOutOnce(window, workOut);
      await notifyUsageChanged(database);
      return figures;
    },
  };
}

/** What `work` comes to, or `pending` where that takes longer than `waitMs`. */
async function withinMoment<Figures>(
  work: Promise<Figures>,
  waitMs: number,
): Promise<Figures | 'pending'> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'pending'>((resolve) => {
    timer = setTimeout(() => {
      resolve('pending');
    }, waitMs);
  });
  return Promise.race([work, over]).finally(() => {
    clearTimeout(timer);
  });
}

/**
 * Says that the roll-ups changed from the week `since` on, under the figures about `these`; they belong
 * to the same transaction.
 */
export async function outdateWindows(
  tx: Transaction,
  programmeKey: string,
  since: string,
  these: readonly About[] = ['everybody', 'habit', 'tasks'],
): Promise<void> {
  await tx.query(
    `UPDATE kept_window SET changed = changed + 1
      WHERE programme_key = $1 AND week >= $2 AND about = ANY ($3::text[])`,
    [programmeKey, since, these],
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
  smallestGroup: number,
  window: Window,
  workOut: WorkOut<Figures>,
): Promise<Figures> {
  await decideWeeks(database, window.programmeKey, window.until, smallestGroup);
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
    // One process, and memory for a large firm: the views beside it keep the other processors.
    await tx.query(`SELECT set_config('work_mem', '64MB', true),
                           set_config('max_parallel_workers_per_gather', '0', true)`);
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
